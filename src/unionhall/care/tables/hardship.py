"""Columns of hardship files, always masked: who it is stands on the file alone, where the look is logged."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.kernel.text import masked_name
from unionhall.pages.tables import Column, Table


def masked(file: Any) -> str:
    """The family name alone."""
    return masked_name(file.person.name)


FileTable = Table(
    Column("number", link=True),
    Column("person", _("申请人"), value=masked, sort=False),
    Column("cause"),
    Column("grade"),
    Column("state"),
    Column("applied_on"),
    Column("filed_on", phone=False),
    Column("review_due_on", phone=False),
)
FigureTable = Table(Column("number"), Column("grade"), Column("state"), Column("filed_on"))
VisitFigureTable = Table(Column("file.number", _("档案号")), Column("visited_on"))
MyFileTable = Table(Column("number", link=True), Column("state"), Column("applied_on"))
CheckTable = Table(Column("number", link=True), Column("cause"), Column("applied_on"))
NoticeTable = Table(
    Column("title", link=True),
    Column("about", _("关于"), value=lambda notice: notice.about, sort=False),
    Column("began_on"),
    Column("ends_on"),
    Column("stands", _("状态"), value=lambda notice: notice.stands, sort=False),
)
ObjectionTable = Table(
    Column("at"),
    Column("text", value=lambda one: one.text),
    Column("due_on"),
    Column("answer", value=lambda one: one.answer),
    Column("answered_at"),
)
