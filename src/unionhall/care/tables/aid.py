"""Columns of aid, covers and claims. The reason of a grant stands on its page alone, where the look is logged."""

from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table

_PERSON = (Column("person.name", _("受助人")), Column("person.department.name", _("科室"), phone=False))

AidTable = Table(
    Column("number", link=True),
    *_PERSON,
    Column("kind"),
    Column("cash"),
    Column("goods_worth", phone=False),
    Column("source", phone=False),
    Column("asked_on"),
    Column("state"),
    Column("paid_on", hidden=True),
)
AidFigureTable = Table(
    Column("number"), *_PERSON, Column("kind"), Column("cash"), Column("goods_worth"), Column("paid_on")
)
MyAidTable = Table(Column("number", link=True), Column("kind"), Column("cash"), Column("asked_on"), Column("state"))
CoverTable = Table(
    Column("person.staff_no", _("工号"), link=True),
    Column("person.name", _("参保人"), link=True),
    Column("plan"),
    Column("began_on"),
    Column("ends_on"),
    Column("premium", phone=False),
    Column("state"),
)
CoverBatchTable = Table(
    Column("number", link=True),
    Column("plan"),
    Column("began_on"),
    Column("ends_on"),
    Column("people", unit=_("人")),
    Column("premium"),
    Column("insurer", phone=False),
)
ClaimTable = Table(
    Column("number", link=True),
    Column("cover.person.name", _("参保人")),
    Column("cover.plan", _("险种")),
    Column("happened_on"),
    Column("asked"),
    Column("paid"),
    Column("state"),
)
MyCoverTable = Table(Column("plan", link=True), Column("began_on"), Column("ends_on"))
MyClaimTable = Table(Column("happened_on"), Column("asked"), Column("paid"), Column("state"))
ClaimFigureTable = Table(Column("number"), Column("cover.plan", _("险种")), Column("paid"), Column("paid_on"))
