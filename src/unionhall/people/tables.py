"""Columns of the lists of people, the same on the screen and in the workbook."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.pages.tables import Column, Table
from unionhall.people.flow import State
from unionhall.people.models import Person


def membership_word(person: Any) -> str:
    """The state of somebody's open membership, or that they are no member."""
    return str(State(person.membership_state).label) if person.membership_state else str(_("非会员"))


def branch_name(person: Person) -> str:
    """The branch somebody belongs to."""
    branch = person.unit.branch if person.unit else None
    return str(branch or person.unit or "")


def group_name(person: Person) -> str:
    """The group somebody belongs to."""
    return person.unit.name if person.unit and person.unit.kind == "group" else ""


ROSTER = Table(
    Column("staff_no", link=True),
    Column("name", link=True),
    "sex",
    Column("department.name", _("科室")),
    Column("branch", _("分工会"), value=branch_name, phone=False),
    Column("group", _("工会小组"), value=group_name, hidden=True),
    Column("post_class", phone=False),
    Column("employment", phone=False),
    Column("membership_state", _("会籍"), value=membership_word, sort="membership_state"),
    Column("card_no", _("会员证号"), hidden=True),
    Column("member_since", _("入会日期"), hidden=True),
    Column("birth_on", hidden=True),
    Column("is_front_line", hidden=True),
    Column("position", hidden=True),
    Column("professional_title", hidden=True),
    Column("politics", hidden=True),
    Column("ethnicity", hidden=True),
    Column("education", hidden=True),
    Column("masked_id_number", _("身份证号"), hidden=True),
    Column("masked_phone", _("手机号码"), hidden=True),
    Column("worked_since", hidden=True),
    Column("joined_on", hidden=True),
    Column("left_on", hidden=True),
    Column("retired_on", hidden=True),
)
MEMBERSHIPS = Table(
    Column("person.staff_no", _("工号"), link=True),
    Column("person.name", _("姓名"), link=True),
    Column("person.department.name", _("科室")),
    "state",
    "entry",
    Column("card_no", phone=False),
    "joined_on",
    Column("applied_on", phone=False),
    Column("retained_on", hidden=True),
    Column("retained_reason", hidden=True),
    Column("ended_on", hidden=True),
    Column("went_to", hidden=True),
    Column("came_from", hidden=True),
)
SPELLS = Table(Column("state", link=True), "entry", "card_no", "joined_on", "retained_on", "ended_on")
PLACEMENTS = Table(Column("department.name", _("科室")), Column("unit.name", _("分工会、小组")), "began_on", "ended_on")
UNITS = Table(
    Column("name", link=True),
    "kind",
    Column("parent.name", _("上级")),
    Column("people_count", pgettext_lazy("people", "会员"), unit=_("人")),
    Column("document", phone=False),
    "began_on",
    Column("place", phone=False),
    Column("ended_on", hidden=True),
)
SUBUNITS = Table(Column("name", link=True), "kind", "began_on", "ended_on")
PEOPLE = Table(
    Column("staff_no", link=True),
    Column("name", link=True),
    "sex",
    Column("department.name", _("科室")),
    Column("post_class", phone=False),
    Column("employment", phone=False),
)
DEPARTMENTS = Table(
    Column("name", link=True),
    "kind",
    Column("parent.name", _("院区")),
    Column("unit.name", _("对应工会组织")),
    Column("people_count", _("职工"), unit=_("人")),
    Column("ended_on", hidden=True),
)
BODIES = Table(
    Column("name", link=True),
    "kind",
    Column("unit.name", _("所属工会组织")),
    Column("department.name", _("所属科室"), phone=False),
    Column("held_count", _("在任"), unit=_("人")),
    "began_on",
)
BODIES_SHORT = Table(Column("name", link=True), "kind", "began_on")
SEATS = Table("title", "role", "places")
TERMS = Table(
    Column("body.name", _("机构"), link=True),
    Column("number", link=True),
    "began_on",
    "years",
    "ends_on",
    "closed_on",
    Column("document", phone=False),
)
TERMS_SHORT = Table(Column("number", link=True), "began_on", "years", "ends_on", "closed_on")
POSTS = Table(
    Column("person.name", _("任职人"), link=True),
    Column("seat.body.name", _("机构")),
    Column("seat.title", _("职务")),
    "state",
    "how",
    "began_on",
    "ended_on",
    Column("document", phone=False),
    Column("is_full_time", hidden=True),
)
PROFILES = Table(Column("union.name", _("工会"), link=True), "credit_code", "upper_union")
CORRECTIONS = Table(Column("person.name", _("姓名"), link=True), Column("field", link=True), "state", "asked_at")
