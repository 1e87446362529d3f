"""Vouchers as the hospital's finance system takes them: one row an entry, in the layout of a voucher (凭证)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.funds.models import Entry
from unionhall.funds.models.ledger import MARKS
from unionhall.kernel.excel import Column, Sheet

COLUMNS = (
    Column(_("凭证日期"), 12),
    Column(_("会计年度"), 10),
    Column(_("会计期间"), 10),
    Column(_("凭证字"), 8),
    Column(_("凭证号"), 8),
    Column(_("分录号"), 8),
    Column(_("摘要"), 36),
    Column(_("科目编码"), 12),
    Column(_("科目名称"), 20),
    Column(_("借方金额"), 14),
    Column(_("贷方金额"), 14),
    Column(_("资金来源"), 16),
    Column(_("专项编号"), 10),
    Column(_("附单据数"), 10),
    Column(_("制单人"), 10),
    Column(_("复核人"), 10),
    Column(_("经办人"), 10),
)


def sheet(first: date, last: date) -> Sheet:
    """Every entry dated between two days, both inclusive, in the order of the vouchers."""
    return Sheet(str(_("记账凭证")), COLUMNS, _rows(first, last), landscape=True)


def count(first: date, last: date) -> int:
    """How many entries that is."""
    return Entry.objects.within(first, last).count()


def _rows(first: date, last: date) -> Iterator[list[Any]]:
    people = ("voucher__made_by", "voucher__reviewed_by", "voucher__handled_by")
    entries = Entry.objects.within(first, last).select_related("voucher", "account", "fund", *people)
    ordered = entries.order_by("voucher__on", "voucher__kind", "voucher__serial", "order")
    for entry in ordered.prefetch_related("voucher__papers"):
        yield _row(entry)


def _row(entry: Entry) -> list[Any]:
    voucher, account, fund = entry.voucher, entry.account, entry.fund
    people = [str(one) if one else "" for one in (voucher.made_by, voucher.reviewed_by, voucher.handled_by)]
    return [
        voucher.on,
        voucher.on.year,
        voucher.on.month,
        str(MARKS[voucher.kind]),
        voucher.serial,
        entry.order + 1,
        entry.text or voucher.text,
        account.code,
        account.name,
        entry.debit,
        entry.credit,
        fund.get_kind_display(),
        fund.number,
        len(voucher.papers.all()),
        *people,
    ]
