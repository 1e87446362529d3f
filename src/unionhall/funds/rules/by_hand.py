"""What an accountant may book by hand, over plain values: everything but spending (FIN-09, FIN-10, FIN-11)."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from unionhall.funds.kinds.ledger import IN_CUSTODY, AccountKind
from unionhall.funds.rules import chart
from unionhall.funds.rules.entries import Line, yuan


def problem(lines: Iterable[Line]) -> str | None:
    """Why these lines, each with its purse, are not to be booked by hand, or None.

    Money may move between cash and bank, come in, and be put right between accounts. No purse may end with more spent, with
    less money or with fewer goods: that is spending, which is asked for, approved, paid by the cashier and proved. What is
    held in custody for others is nobody's income (CARE-14).
    """
    purses: dict[object, list[Line]] = defaultdict(list)
    for line in lines:
        purses[line.fund].append(line)
    return next((reason for fund, own in purses.items() if (reason := _problem(own) or _kept(fund, own))), None)


def _kept(fund: object, lines: list[Line]) -> str | None:
    """Why money of others may not be booked so."""
    gained = sum(-line.fen for line in lines if chart.kind_of(line.account) == AccountKind.INCOME)
    if getattr(fund, "kind", "") not in IN_CUSTODY or gained <= 0:
        return None
    return _("“%(fund)s”是代管的资金，不是本会收入：收到的款项贷方请记“%(code)s 代管经费”（CARE-14）。") % {
        "fund": fund,
        "code": chart.CUSTODY,
    }


def _problem(lines: list[Line]) -> str | None:
    spent = sum(line.fen for line in lines if chart.kind_of(line.account) == AccountKind.EXPENSE)
    money = sum(line.fen for line in lines if line.account.startswith(chart.MONEY))
    goods = sum(line.fen for line in lines if line.account.startswith(chart.GOODS))
    if spent > 0:
        return _(
            "分录列支%(yuan)s元。支出不能手工制单，请先提出经费申请，经审批、由出纳付款、附件齐全后入账（FIN-09、FIN-10、FIN-11）。"
        ) % {"yuan": yuan(spent)}
    if money < 0:
        return _(
            "分录付出现金或存款%(yuan)s元。付款不能手工制单，请先提出经费申请，经审批、由出纳付款后入账（FIN-09、FIN-10、FIN-11）。"
        ) % {"yuan": yuan(-money)}
    if goods < 0:
        return _("分录减少库存物品%(yuan)s元。发放物品不能手工制单，请先提出经费申请（FIN-10、FIN-11）。") % {
            "yuan": yuan(-goods)
        }
    return None
