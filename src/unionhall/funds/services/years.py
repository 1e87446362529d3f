"""Close a year's income and spending into what is carried on (年终结转)."""

from dataclasses import replace
from datetime import date
from itertools import groupby

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.flow.book import PeriodState, VoucherState
from unionhall.funds.kinds.ledger import AccountKind, VoucherKind
from unionhall.funds.models import Entry, Fund, Period, Voucher
from unionhall.funds.rules.chart import CARRIED
from unionhall.funds.rules.entries import Line, signed
from unionhall.funds.services import vouchers
from unionhall.kernel.money import to_fen


@transaction.atomic
def carry(*, by: User, year: int) -> Voucher:
    """One voucher dated 31 December that empties every income and spending account into 工会资金结转, purse by purse.

    What is booked later in the year is carried by another. Raises Blocked when nothing is left to carry, an earlier month is
    open, a voucher is not reviewed, December is closed, or the year is not over.
    """
    vouchers.check_maker(by, None)
    _check_ready(year)
    lines = _turned(date(year, 12, 31))
    if not lines:
        raise Blocked(_("%(year)s年没有需要结转的收入和支出。") % {"year": year})
    text = _("%(year)s年收支结转") % {"year": year}
    voucher = Voucher(
        on=date(year, 12, 31),
        text=text,
        kind=VoucherKind.CLOSING,
        made_by=by,
        state=VoucherState.MADE,
    )
    return vouchers.write(voucher, [replace(line, text=text) for line in lines], by=by, verb="funds.vouchers.carry")


def _check_ready(year: int) -> None:
    """All but the last month are closed and a second person has seen everything (FIN-09)."""
    december = date(year, 12, 1)
    early = Period.objects.filter(state=PeriodState.OPEN, first_on__lt=december).order_by("first_on").first()
    if early:
        raise Blocked(
            _("%(month)s还没有结账，请先按月份结账，再办理%(year)s年年终结转。") % {"month": early, "year": year}
        )
    waiting = Voucher.objects.within(december, date(year, 12, 31)).exclude(state=VoucherState.REVIEWED).count()
    if waiting:
        raise Blocked(
            _("12月还有%(count)s张凭证没有制单或复核，请先办理，再办理年终结转（FIN-09，会计与复核分离）。")
            % {"count": waiting}
        )


def _turned(last: date) -> list[Line]:
    kinds = (AccountKind.INCOME, AccountKind.EXPENSE)
    rows = Entry.objects.filter(voucher__on__lte=last, account__kind__in=kinds).order_by("fund", "account__code")
    sums = rows.values_list("fund", "account__code").annotate(sum=Sum("amount"))
    left = [(fund, code, to_fen(amount)) for fund, code, amount in sums if amount]
    funds = Fund.objects.in_bulk({fund for fund, _code, _fen in left})
    return [
        line
        for pk, group in groupby(left, key=lambda row: row[0])
        for line in _of_purse(funds[pk], [(code, fen) for _pk, code, fen in group])
    ]


def _of_purse(fund: Fund, sums: list[tuple[str, int]]) -> list[Line]:
    carried = sum(fen for _code, fen in sums)
    turned = [signed(code, -fen, fund) for code, fen in sums]
    return [*turned, signed(CARRIED, carried, fund)] if carried else turned
