"""What congresses tell the home pages: doors in the rooms, what waits, what is new, and how acts read."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.roles import grants_of, is_signed_in
from unionhall.congress import selectors
from unionhall.congress.flow import GATHERED
from unionhall.congress.models import Attendee, Resolution
from unionhall.congress.permissions import chairs_branch, is_delegate, may_list, may_read_resolutions, sees_persons
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting

SOON = timedelta(days=7)
LATELY = timedelta(days=14)

# Acts that are no step of a flow, as a record's history and the audit page say them.
ACTS = {
    "add_constituency": gettext_lazy("设选区"),
    "add_delegation": gettext_lazy("设代表团"),
    "add_item": gettext_lazy("列入议题"),
    "call_joint": gettext_lazy("召集联席会议"),
    "check_in": gettext_lazy("签到"),
    "close_term": gettext_lazy("换届"),
    "elect": gettext_lazy("登记当选"),
    "enrol": gettext_lazy("登记代表名册"),
    "hand_in": gettext_lazy("提交议案"),
    "name_head": gettext_lazy("确定团长"),
    "name_member": gettext_lazy("确定专门委员会成员"),
    "open_term": gettext_lazy("开始新一届"),
    "place": gettext_lazy("编入代表团"),
    "prepare": gettext_lazy("筹备会议"),
    "publish": gettext_lazy("公布决议"),
    "recall": gettext_lazy("撤换代表"),
    "release": gettext_lazy("终止代表资格"),
    "remind": gettext_lazy("提醒筹备事项"),
    "resolve": gettext_lazy("形成决议"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(f"congress.{verb}", label)
    nav.room("会", gettext_lazy("代表大会"), "congress.sessions.list", who=may_list, icon="building")
    nav.room("会", gettext_lazy("议题"), "congress.items.list", who=may_list, icon="list-check")
    nav.room("会", gettext_lazy("议案"), "congress.motions.list", who=may_list, icon="file-text")
    nav.room("会", gettext_lazy("联席会议"), "congress.joint.list", who=may_list, icon="users")
    nav.room("会", gettext_lazy("决议"), "congress.resolutions.list", who=may_list, icon="file-text")
    nav.room("会", pgettext_lazy("congress", "职工代表"), "congress.delegates.list", who=sees_persons, icon="users")
    nav.room("会", gettext_lazy("代表选区"), "congress.constituencies.list", who=chairs_branch, icon="checkbox")
    nav.room("会", pgettext_lazy("congress", "届次"), "congress.terms.list", who=may_list, icon="calendar")
    nav.offer(gettext_lazy("代表大会"), "my.congress.list", icon="building", who=is_delegate)
    nav.waiting(steps_owed)
    nav.waiting(to_attend)
    nav.news(resolved)


def steps_owed(user: Any) -> Iterator[Waiting]:
    """What one's post owes a session within a week, or is late with."""
    if not may_list(user):
        return
    roles = {grant.role for grant in grants_of(user)}
    for step in selectors.owed(roles).filter(due_on__lte=clock.today() + SOON)[:10]:
        yield Waiting(
            _("%(session)s：%(step)s") % {"session": step.session, "step": step.label},
            reverse("congress.sessions.detail", args=[step.session_id]),
            step.due_on,
        )


def to_attend(user: Any) -> Iterator[Waiting]:
    """Sessions one is called to and has not come to."""
    if not is_signed_in(user):
        return
    called = Attendee.objects.filter(person__user=user.pk, came_at=None, leave_reason="", session__state__in=GATHERED)
    for one in called.filter(session__ends_on__gte=clock.today()).select_related("session__term")[:5]:
        yield Waiting(
            _("请出席%(session)s") % {"session": one.session},
            reverse("my.congress.show", args=[one.session_id]),
            one.session.held_on,
        )


def resolved(user: Any) -> Iterator[News]:
    """Resolutions announced in the last fortnight."""
    if not may_read_resolutions(user):
        return
    for one in Resolution.objects.filter(published_on__gte=clock.today() - LATELY)[:5]:
        yield News(
            _("已公布：%(title)s") % {"title": one.title},
            reverse("my.resolutions.detail", args=[one.pk]),
            clock.on(one.published_on, 8),
        )
