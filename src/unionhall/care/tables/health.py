"""Columns of health checks and recuperation."""

from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table

RoundTable = Table(
    Column("title", link=True),
    Column("whom"),
    Column("begins_on"),
    Column("ends_on", phone=False),
    Column("state"),
    Column("eligible_count", _("应检"), unit=_("人")),
    Column("examined_count", _("已检"), unit=_("人")),
)
RoundFigureTable = Table(Column("title"), Column("begins_on"), Column("state"))
BatchFigureTable = Table(Column("title"), Column("place"), Column("begins_on"))
DayTable = Table(Column("day"), Column("quota"), Column("taken", link=True))
CheckTable = Table(
    Column("person.staff_no", _("工号"), link=True),
    Column("person.name", _("姓名"), link=True),
    Column("person.department.name", _("科室")),
    Column("state"),
    Column("day.day", _("预约日期")),
    Column("came_on"),
)
CheckFigureTable = Table(
    Column("person.staff_no", _("工号")),
    Column("person.name", _("姓名")),
    Column("round.title", _("体检")),
    Column("state"),
)
BatchTable = Table(
    Column("title", link=True),
    Column("place"),
    Column("begins_on"),
    Column("ends_on", phone=False),
    Column("places"),
    Column("state"),
)
CandidateTable = Table(
    Column("person.staff_no", _("工号")),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
    Column("merit"),
    Column("went_on", _("上次参加")),
    Column("is_chosen"),
)
CandidateFigureTable = Table(
    Column("person.staff_no", _("工号")), Column("person.name", _("姓名")), Column("batch.title", _("疗休养"))
)
