"""Columns of the second person's word."""

from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table

WHAT = Column("what", _("事项"), link=True, sort=False)
MINE = Table(WHAT, Column("done_on"), Column("asked_by.name", _("登记人")), Column("state"))
WORDS = Table(
    WHAT,
    Column("kept_as", _("编号"), sort=False),
    Column("done_on"),
    Column("person.name", _("确认人")),
    Column("asked_by.name", _("登记人"), phone=False),
    Column("said_on", phone=False),
    Column("state"),
)
