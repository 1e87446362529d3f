"""What has to be done before and after a session, counted from its days (CON-16, CON-17, CON-22, ORG-14)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import OFFICE_ROLES, Role
from unionhall.calendar.rules import Unit


@dataclass(frozen=True)
class Task:
    """One step: the rule that says how long, in which unit, before the first day or after the last, and who owes it."""

    key: str
    label: str | Promise
    rule: str
    unit: Unit
    before: bool
    owners: tuple[str, ...]
    for_members: bool = False


OFFICE = tuple(sorted(OFFICE_ROLES))
TASKS = (
    Task("request", _("向上级工会请示召开"), "congress.request_days", Unit.DAY, True, OFFICE),
    Task(
        "hand_in",
        _("行政将拟提交事项书面交工会"),
        "congress.admin_submit_days",
        Unit.DAY,
        True,
        (Role.HOSPITAL_LEADER,),
    ),
    Task("papers_out", _("审议和表决材料送交代表"), "congress.notice_days", Unit.DAY, True, OFFICE),
    Task(
        "notice",
        _("会期、议程和讨论事项通知会员代表"),
        "congress.members_notice_workdays",
        Unit.WORKDAY,
        True,
        OFFICE,
        True,
    ),
    Task("publish", _("决议向全体职工公布"), "congress.report_up_workdays", Unit.WORKDAY, False, OFFICE),
    Task("report_up", _("大会情况报上一级工会"), "congress.report_up_workdays", Unit.WORKDAY, False, OFFICE),
)
BY_KEY = {task.key: task for task in TASKS}
