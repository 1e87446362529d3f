"""Columns of events, tasks, visits, promises and standards."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.kernel import clock
from unionhall.pages.tables import Column, Table

PERSON = (
    Column("person.staff_no", _("工号"), phone=False),
    Column("person.name", _("姓名"), link=True),
    Column("person.department.name", _("科室")),
)
EVENTS = Table(
    Column("number", link=True),
    *PERSON,
    Column("kind"),
    Column("relation", phone=False),
    Column("happened_on"),
    Column("channel", phone=False),
    Column("told_at", phone=False),
    Column("state"),
)
EVENTS_HERE = Table(
    Column("number"),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
    Column("kind"),
    Column("happened_on"),
)
MY_EVENTS = Table(
    Column("kind", link=True),
    Column("person.name", _("职工")),
    Column("happened_on"),
    Column("state"),
    Column("number", phone=False),
)


def days_late(task: Any) -> str:
    """How many days ago the next step was due; empty in time."""
    late = (clock.today() - task.next_step_by).days if task.next_step_by else 0
    return gettext("逾期%(days)s天") % {"days": late} if late > 0 else ""


_NEXT = (
    Column("state"),
    Column("next_step_by", _("下一步期限"), sort="next_day", like="contact_by"),
    Column("late", _("逾期"), value=days_late, sort=False),
)
TASKS = Table(
    *PERSON,
    Column("occasion"),
    *_NEXT,
    Column("unit.name", _("分会"), phone=False),
    Column("visited_on", phone=False),
    Column("happened_on", hidden=True),
    Column("level", hidden=True),
    Column("contact_by", hidden=True),
    Column("visit_by", hidden=True),
)
TASKS_HERE = Table(
    Column("person.name", _("姓名"), link=True),
    Column("occasion"),
    Column("state"),
    Column("unit.name", _("分会")),
    Column("visit_by"),
    Column("visited_on"),
)
MY_TASKS = Table(
    Column("person.name", _("姓名"), link=True),
    Column("person.department.name", _("科室")),
    Column("occasion"),
    *_NEXT,
)
VISITS = Table(
    Column("number", link=True),
    *PERSON,
    Column("occasion"),
    Column("festival", phone=False),
    Column("visited_on"),
    Column("level", hidden=True),
    Column("cash"),
    Column("goods"),
    Column("goods_text", hidden=True),
    Column("source", phone=False),
    Column("signed_on", hidden=True),
    Column("state"),
)
VISITS_HERE = Table(
    Column("number", link=True),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
    Column("occasion"),
    Column("visited_on"),
    Column("cash"),
    Column("goods"),
    Column("source"),
)


def own_word(visitor: Any) -> str:
    """What who went along said themselves; whoever wrote the visit down was not asked."""
    word = getattr(visitor, "word", None)
    return str(word.get_state_display()) if word else gettext("登记人")


VISITORS = Table(
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
    Column("side"),
    Column("word", _("本人确认"), value=own_word),
)
VISITOR_ROWS = Table(
    Column("visit.number", _("编号")),
    Column("visit.visited_on", _("走访日期")),
    Column("person.name", _("姓名")),
    Column("side"),
)
PROMISES = Table(
    Column("visit.number", _("走访编号"), link=True),
    Column("visit.person.name", _("姓名")),
    Column("visit.person.department.name", _("科室"), phone=False),
    Column("due_on"),
    Column("state"),
)
STANDARDS = Table(
    Column("occasion", link=True),
    Column("festival", phone=False),
    Column("layer"),
    Column("cap_once"),
    Column("cap_year"),
    Column("times"),
    Column("for_relatives", phone=False),
    Column("form"),
    Column("jurisdiction", phone=False),
    Column("source", phone=False),
    Column("year", hidden=True),
    Column("checked", phone=False),
    Column("valid_from"),
    Column("state"),
)
SETS = Table(Column("name", link=True), Column("version"), Column("valid_from"), Column("source"))
SET_RULES = Table(Column("occasion"), Column("level"))
SIGNATURES = Table(Column("part"), Column("by.name", _("签字人")), Column("signed_on"))
ROUNDS = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("source"),
    Column("made_on"),
    Column("visit_count", _("走访人次")),
    Column("cash_sum", _("慰问金（元）")),
    Column("goods_sum", _("慰问品价值（元）")),
)
PROOFS = Table(
    Column("occasion", link=True),
    Column("papers", value=lambda rule: rule.said or _("不要求")),
    Column("valid_from"),
    Column("source"),
)
REQUESTS = Table(Column("number", link=True), Column("title"), Column("amount"), Column("asked_on"), Column("state"))
