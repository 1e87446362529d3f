"""What an approval sets aside: of the year's budget for the union's own money, of a restricted fund for the rest.

Guarded UPDATEs and the constraints behind them are the lock, the same on both databases: of two approvals at once that
together exceed what is left, one is refused.
"""

from decimal import Decimal

from django.db.models import F, Sum
from django.utils.translation import gettext as _

from unionhall.flows import Blocked
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Account, Allotment, Budget, Entry, Fund, SpendingRequest
from unionhall.funds.rules.chart import PAYABLE_UP
from unionhall.funds.services import purses
from unionhall.kernel.money import as_column, shown, to_fen, to_yuan


def reserve(request: SpendingRequest, year: int) -> dict[str, object]:
    """Set the amount aside; returns the fields to write on the request. Raises Blocked when there is not enough."""
    if request.purpose == Purpose.REMITTANCE:
        _check_owed(request)
        return {"allotment": None, "from_store": Decimal(0)}
    if request.fund is None:
        return {"allotment": _reserve_budget(year, request.account, request.amount), "from_store": Decimal(0)}
    from_store = _from_store(request.fund, request.goods)
    purses.reserve(request.fund, to_fen(request.amount - from_store))
    return {"allotment": None, "from_store": from_store}


def shortage(request: SpendingRequest, year: int) -> str | None:
    """Why there would not be enough if it were approved now, or None: said to who asks before they do."""
    try:
        return _short_of(request, year)
    except Blocked as refusal:
        return str(refusal)


def _short_of(request: SpendingRequest, year: int) -> str | None:
    if request.purpose == Purpose.REMITTANCE:
        return _beyond_owed(request)
    if request.fund is not None:
        left_to_pay = request.amount - _from_store(request.fund, request.goods)
        return purses.shortfall(request.fund, to_fen(left_to_pay))
    allotment = _allotment(year, request.account)
    return _beyond(allotment, request.amount) if request.amount > allotment.left else None


def release(request: SpendingRequest) -> None:
    """Give back to the budget, or to the fund, what a request that will not be paid had set aside."""
    unspend(request, request.amount)
    free(request)


def give_rest(request: SpendingRequest, rest: Decimal) -> None:
    """What was approved and is not needed is free again, the rest stays set aside."""
    unspend(request, rest)
    if request.fund_id:
        purses.release(request.fund, to_fen(rest))


def unspend(request: SpendingRequest, amount: Decimal) -> None:
    """That much of the budget is not used after all; a restricted fund has none."""
    if request.allotment_id:
        rows = Allotment.objects.filter(pk=request.allotment_id)
        rows.update(reserved=F("reserved") - as_column(amount))


def free(request: SpendingRequest) -> None:
    """A restricted fund's hold ends when its money leaves, at booking; a budget stays used."""
    if request.fund_id:
        purses.release(request.fund, to_fen(request.amount - request.from_store))


def hold_again(request: SpendingRequest) -> None:
    """A restricted fund keeps the money of a payment whose voucher was reversed; a budget was never given back."""
    if request.fund_id:
        purses.reserve(request.fund, to_fen(request.amount - request.from_store))


def owed_upward() -> Decimal:
    """What of the contributions is owed to the union above and not promised by an approved request yet (FIN-05)."""
    promised = SpendingRequest.objects.filter(purpose=Purpose.REMITTANCE, state__in=[State.APPROVED, State.PAID])
    return to_yuan(-Entry.objects.of(PAYABLE_UP).fen()) - (promised.aggregate(sum=Sum("amount"))["sum"] or Decimal(0))


def _check_owed(request: SpendingRequest) -> None:
    general = purses.general()
    Fund.objects.filter(pk=general.pk).update(state=F("state"))  # of two approvals at once the second sees the first
    if reason := _beyond_owed(request):
        raise Blocked(reason)


def _beyond_owed(request: SpendingRequest) -> str | None:
    owed = owed_upward()
    if request.amount <= owed:
        return None
    return _("应上解的经费还有%(owed)s元，不够本次%(amount)s元（拨缴经费分成，FIN-05）。") % {
        "owed": shown(owed),
        "amount": shown(request.amount),
    }


def _from_store(fund: Fund, goods: Decimal) -> Decimal:
    """Goods a restricted fund was given are handed out before any are bought: all of them, or none."""
    return goods if not fund.is_general and fund.goods >= goods else Decimal(0)


def _reserve_budget(year: int, account: str, amount: Decimal) -> Allotment:
    allotment = _allotment(year, account)
    rows = Allotment.objects.filter(pk=allotment.pk, limit__gte=F("reserved") + as_column(amount))
    if not rows.update(reserved=F("reserved") + as_column(amount)):
        allotment.refresh_from_db()
        raise Blocked(_beyond(allotment, amount))
    return allotment


def _beyond(allotment: Allotment, amount: Decimal) -> str:
    return _(
        "“%(account)s”%(year)s年预算%(limit)s元，已批准%(reserved)s元，还可批%(left)s元，不够本次%(amount)s元"
        "（预算未列不得支出，FIN-07）。请调整预算后再批。"
    ) % {
        "account": allotment.account.name,
        "year": allotment.year,
        "limit": shown(allotment.limit),
        "reserved": shown(allotment.reserved),
        "left": shown(allotment.left),
        "amount": shown(amount),
    }


def _allotment(year: int, account: str) -> Allotment:
    """The line of the account itself, else of the account it details."""
    lines = Allotment.objects.filter(year=year, account__code__in=[account, account[:3]]).select_related("account")
    found = lines.order_by("-account__code").first()
    if found:
        return found
    if not Budget.objects.in_force(year).exists():
        raise Blocked(_("%(year)s年度预算还没有执行，不能批准支出（工会预算管理办法，FIN-07）。") % {"year": year})
    raise Blocked(
        _("%(year)s年度预算没有列“%(account)s”这个科目，不能批准（FIN-07）。请先调整预算。")
        % {"year": year, "account": Account.objects.filter(code=account).first() or account}
    )
