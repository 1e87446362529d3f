"""Columns of requests, of whom they pay, and of payments."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table

RequestTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("purpose"),
    Column("amount"),
    Column("fund", value=lambda request: request.fund or gettext("本会经费")),
    Column("asked_by"),
    Column("asked_on"),
    Column("rung", phone=False),
    Column("state"),
    Column("unit", hidden=True),
    Column("account", hidden=True),
    Column("needed_on", hidden=True),
    Column("approved_by", hidden=True),
    Column("approved_on", hidden=True),
)
MyRequestTable = Table(
    Column("number", link=True),
    Column("purpose"),
    Column("amount"),
    Column("asked_on"),
    Column("state"),
)
PayeeTable = Table(
    Column("name"),
    Column("person.department", _("科室"), value=lambda line: line.department),
    Column("cash"),
    Column("goods"),
    Column("text"),
)
MaskedPayeeTable = Table(Column("masked_name", _("收款方")), Column("cash"), Column("goods"))
MineTable = Table(
    Column("request.payment.paid_on", _("日期"), sort="request__payment__paid_on"),
    Column("request.title", pgettext_lazy("funds", "事由"), link=True),
    Column("cash"),
    Column("goods"),
    Column("text"),
)
PaidTable = Table(
    Column("request.number", _("编号")),
    Column("request.title", pgettext_lazy("funds", "事由")),
    Column("request.purpose", _("用途")),
    Column("amount"),
    Column("way"),
    Column("paid_on"),
)
