"""What a new union's book has to have before money can move: this year's budget in force, and what there was at the start."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.flow.book import PeriodState
from unionhall.funds.kinds.ledger import VoucherKind
from unionhall.funds.models import Budget, Period, Voucher
from unionhall.funds.permissions.ledger import keeps_book
from unionhall.funds.permissions.spending import in_finance, keeps_budget
from unionhall.kernel import clock
from unionhall.pages import nav
from unionhall.pages.desk import Missing


def furnish() -> None:
    """Who keeps the budget or the book is told what it lacks."""
    nav.missing(first_steps, who=keeps_budget | in_finance)


def first_steps() -> Iterator[Missing]:
    """Opening balances until the first month is closed, and a budget without which nothing may be approved (FIN-07)."""
    begun = Period.objects.filter(state=PeriodState.CLOSED).exists()
    if not begun and not Voucher.objects.filter(kind=VoucherKind.OPENING, reversed_by=None).exists():
        text = _("还没有登记期初余额：账上的结余从零算起，请在第一张凭证的日期以前登记")
        yield Missing(text, reverse("funds.vouchers.open_balances"), keeps_book, gettext_lazy("会计"))
    year = clock.today().year
    if not Budget.objects.in_force(year).exists():
        yield _budget_of(year)


def _budget_of(year: int) -> Missing:
    whose = gettext_lazy("工会办公室或会计")
    budget = Budget.objects.filter(year=year).first()
    if budget is None:
        text = _("还没有%(year)s年度预算：预算生效以前，经费申请不能批准") % {"year": year}
        return Missing(text, reverse("funds.budgets.draft"), keeps_budget, whose)
    text = _("%(budget)s还没有生效（%(state)s）：生效以前，经费申请不能批准")
    words = {"budget": budget, "state": budget.get_state_display()}
    return Missing(text % words, reverse("funds.budgets.detail", args=[budget.pk]), keeps_budget | in_finance, whose)
