"""Purses: opened for a source or a purpose, promised from, settled when empty. None of them goes below zero."""

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.funds.flow.book import FUND_FLOW, FundState
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.models import Fund
from unionhall.funds.rules.entries import yuan
from unionhall.kernel import clock
from unionhall.kernel.money import as_column, to_fen, to_yuan


def general() -> Fund:
    """The union's own purse, there from the first entry on."""
    fund = Fund.objects.filter(is_general=True).first()
    if fund is None:
        fund, _made = Fund.objects.get_or_create(
            is_general=True,
            defaults={"number": "000", "title": _("本会经费"), "kind": FundKind.UNION, "opened_on": clock.today()},
        )
    return fund


@transaction.atomic
def open(*, title: str, kind: str, by: User, subject: models.Model | None = None, remainder_rule: str = "") -> Fund:
    """Open a restricted purse for one source or one record; who may is the caller's affair.

    Raises Blocked for a collection that does not say beforehand what becomes of the remainder (DON-07).
    """
    if not title.strip():
        raise Blocked(_("请写明专项资金的名称。"))
    if kind != FundKind.DRIVE and Fund.objects.in_use().filter(title=title.strip()).exists():
        raise Blocked(_("已经有同名的专项资金“%(title)s”在用，请直接使用或另取名称。") % {"title": title.strip()})
    if kind == FundKind.DRIVE and not remainder_rule.strip():
        raise Blocked(_("募捐要在开始时写明结余怎样处理，例如退还捐赠人或转入互助金（DON-07）。"))
    fund = Fund(
        number=f"{next_number('funds.purses'):03}",
        title=title.strip(),
        kind=FundKind(kind),
        remainder_rule=remainder_rule.strip(),
        opened_on=clock.today(),
        subject_type=subject._meta.label_lower if subject else "",
        subject_id=subject.pk if subject else None,
    )
    fund.save(force_insert=True)
    audit.record("funds.purses.open", fund, by=by, after=audit.snapshot(fund, ["title", "kind", "remainder_rule"]))
    return fund


@transaction.atomic
def settle(fund: Fund, *, by: User) -> None:
    """Close an empty purse; raises Blocked while something is in it or promised from it (DON-08)."""
    Fund.objects.filter(pk=fund.pk).update(state=F("state"))  # nothing comes in while we look
    fund.refresh_from_db(fields=["money", "goods", "held", "state"])
    FUND_FLOW.fire(fund, "settle", by=by, fields={"closed_on": clock.today()})


def reserve(fund: Fund | None, fen: int) -> None:
    """Promise money of a restricted purse; raises Blocked beyond what is free. The union's own is bound by its budget.

    One UPDATE that asks for the money again: of two who promise the last of it at once, one is refused.
    """
    if fund is None or fund.is_general:
        return
    if not _hold(fund, fen, Q(state=FundState.OPEN, money__gte=F("held") + as_column(to_yuan(fen)))):
        raise Blocked(_refused(fund, -fen, 0))


def shortfall(fund: Fund, fen: int) -> str | None:
    """Why so much cannot be promised from a restricted purse now, or None."""
    return (
        _refused(fund, -fen, 0)
        if not fund.is_general and (fund.state != FundState.OPEN or fen > fund.free_fen)
        else None
    )


def release(fund: Fund | None, fen: int) -> None:
    """Take a promise back: when it is refused after all, or just before it is booked as paid."""
    if fund is not None and not fund.is_general and not _hold(fund, -fen, Q(held__gte=to_yuan(fen))):
        raise Blocked(_("“%(fund)s”没有这么多已批未付的金额。") % {"fund": fund.title})


def check(fund: Fund, *, money: int, goods: int) -> None:
    """Whether a purse can take a net change, in fen, its row locked: what follows when the voucher is sealed.

    Raises Blocked for a settled purse and when a restricted one would be overdrawn.
    """
    enough = Q(is_general=True) | Q(money__gte=F("held") - as_column(to_yuan(money)), goods__gte=to_yuan(-goods))
    if not Fund.objects.filter(enough, pk=fund.pk, state=FundState.OPEN).update(state=F("state")):
        fund.refresh_from_db()
        raise Blocked(_refused(fund, money, goods))


def _hold(fund: Fund, fen: int, condition: Q) -> bool:
    changed = Fund.objects.filter(condition, pk=fund.pk).update(held=F("held") + as_column(to_yuan(fen)))
    fund.refresh_from_db(fields=["money", "goods", "held", "state"])
    return bool(changed)


def _refused(fund: Fund, money: int, goods: int) -> str:
    if fund.state != FundState.OPEN:
        return _("“%(fund)s”已经结清，不能再记账。") % {"fund": fund.title}
    short, free = (-money, fund.free_fen) if -money > fund.free_fen else (-goods, to_fen(fund.goods))
    return _(
        "“%(fund)s”可用%(free)s元，不够%(yuan)s元；专项资金专款专用，不得透支（DON-03、CARE-08，慈善法第五十四条）。"
    ) % {"fund": fund.title, "free": yuan(free), "yuan": yuan(short)}
