"""Columns of dues and contributions."""

from django.utils.translation import gettext_lazy as _

from unionhall.funds.rules.calendar import month_said
from unionhall.pages.tables import Column, Table

MONTH = Column("month", _("月份"), value=lambda row: month_said(row.month), link=True, sort="month")
OWED = Column("owed", _("欠缴（元）"), like="due", sort=False)
DuesTable = Table(
    MONTH,
    Column("person.staff_no", _("工号")),
    Column("person", link=True),
    Column("person.department", _("科室")),
    Column("wage"),
    Column("due"),
    Column("paid"),
    OWED,
)
MyDuesTable = Table(MONTH, Column("wage"), Column("due"), Column("paid"), OWED)
ContributionTable = Table(
    MONTH,
    Column("wages"),
    Column("due"),
    Column("received"),
    Column("owed", _("欠拨（元）"), like="due", sort=False),
    Column("due_on"),
)
