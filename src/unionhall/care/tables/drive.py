"""Columns of drives and of what came into them."""

from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.drive import Way
from unionhall.pages.tables import Column, Table


def bank_line(gift: Any) -> str:
    """The bank's number of a transfer, or that it waits for one."""
    return gift.bank_no or (gettext("待与银行对账") if gift.way == Way.TRANSFER else "")


def counters_word(gift: Any) -> str:
    """What who counted the cash beside the cashier said themselves."""
    word = getattr(gift, "word", None)
    return str(word.get_state_display()) if word else ""


DriveTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("opens_on"),
    Column("closes_on", phone=False),
    Column("state"),
    Column("gift_count", _("捐款笔数"), unit=pgettext_lazy("care", "笔")),
    Column("came", _("收到（元）"), like="balance"),
    Column("balance"),
    Column("goal", hidden=True),
    Column("remainder", hidden=True),
)
DriveFigureTable = Table(Column("title"), Column("opens_on"), Column("state"), Column("balance"))
GiftTable = Table(
    Column("number", link=True),
    Column("who", _("捐款人")),
    Column("is_anonymous"),
    Column("way"),
    Column("amount"),
    Column("given_on"),
    Column("received_by.name", pgettext_lazy("care", "收款人"), phone=False),
    Column("counted_by.name", _("清点人"), phone=False),
    Column("bank_no", value=bank_line, phone=False),
)
GIFTS_HERE = Table(
    Column("number", link=True),
    Column("who", _("捐款人")),
    Column("is_anonymous"),
    Column("way"),
    Column("amount"),
    Column("given_on"),
    Column("bank_no", value=bank_line, phone=False),
)
GiftFigureTable = Table(
    Column("number"), Column("drive.title", _("募捐")), Column("way"), Column("amount"), Column("given_on")
)
GoodsTable = Table(
    Column("name"),
    Column("pieces"),
    Column("worth"),
    Column("given_on"),
    Column("handed_on"),
    Column("handed_by.name", _("交付人"), phone=False),
    Column("witness.name", _("同去的人"), phone=False),
    Column("signed_by", phone=False),
    Column("reversed_on", hidden=True),
)
PaymentFigureTable = Table(Column("drive.title", _("募捐")), Column("goal"), Column("amount"), Column("paid_on"))
PaymentTable = Table(
    Column("goal", link=True),
    Column("amount"),
    Column("note", phone=False),
    Column("asked_on"),
    Column("paid_on"),
    Column("state"),
)
