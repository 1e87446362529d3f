"""The states of vouchers, periods and purses, and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.flows import Flow, Step
from unionhall.funds.permissions.ledger import closes_purses, keeps_book, reviews_book
from unionhall.funds.rules.entries import yuan
from unionhall.kernel import clock


class VoucherState(models.TextChoices):
    RECEIVED = "received", gettext_lazy("待制单")
    MADE = "made", gettext_lazy("待复核")
    REVIEWED = "checked", gettext_lazy("已复核")


class PeriodState(models.TextChoices):
    OPEN = "open", gettext_lazy("未结账")
    CLOSED = "closed", gettext_lazy("已结账")


class FundState(models.TextChoices):
    OPEN = "open", gettext_lazy("使用中")
    CLOSED = "closed", gettext_lazy("已结清")


LAST_MONTH = 12


def is_not_reversed(voucher: Any) -> str | None:
    """A voucher is reversed once, and what reverses it stands (it is made anew instead)."""
    if voucher.reverses_id:
        return _("这是一张冲销凭证，不能再冲销；请按正确的内容重新制单。")
    other = type(voucher).objects.filter(reverses=voucher).first()
    return other and _("这张凭证已由%(other)s冲销，不能再冲销一次。") % {"other": other}


def fit_to_close(period: Any) -> str | None:
    """The month is over, those before are closed, and everything in it was reviewed by a second person (FIN-09)."""
    if clock.today() < period.last_on:
        return _("%(period)s还没有结束，不能结账。") % {"period": period}
    earlier = type(period).objects.filter(state=PeriodState.OPEN, first_on__lt=period.first_on).last()
    if earlier:
        return _("%(earlier)s还没有结账，请按月份顺序结账。") % {"earlier": earlier}
    waiting = period.vouchers.exclude(state=VoucherState.REVIEWED).count()
    if waiting:
        return _("还有%(count)s张凭证没有复核，不能结账（FIN-09，会计与复核分离）。") % {"count": waiting}
    if period.first_on.month == LAST_MONTH and period.is_to_be_carried():
        return _("%(year)s年的收入和支出还没有全部结转，请先办理年终结转（工会会计制度），再结12月的账。") % {
            "year": period.first_on.year
        }
    return None


def is_empty(fund: Any) -> str | None:
    """Nothing is left in it and nothing is promised from it (DON-08)."""
    if fund.is_general:
        return _("本会经费是长期账户，不结清。")
    if fund.held:
        return _("还有已批准未支付的%(yuan)s元，不能结清。") % {"yuan": yuan(fund.held_fen)}
    if fund.balance():
        return _("尚有结余%(yuan)s元，请先按开立时公布的办法处理：%(rule)s（DON-03，慈善法第五十四条）。") % {
            "yuan": yuan(fund.balance()),
            "rule": fund.remainder_rule or _("未约定"),
        }
    return None


def has_remainder(fund: Any) -> str | None:
    """Something is left, nothing is promised, and it was said at the start what becomes of it (DON-03, DON-07)."""
    if fund.is_general:
        return _("本会经费没有结余处理办法。")
    if fund.held:
        return _("还有已批准未支付的%(yuan)s元，付清或撤回后再处理结余。") % {"yuan": yuan(fund.held_fen)}
    if not fund.balance():
        return _("没有结余。")
    if not fund.remainder_rule:
        return _("开立时没有约定结余怎样处理；改变用途须征得捐赠人或拨款单位同意（DON-03，慈善法第五十四条）。")
    return None


# fmt: off
VOUCHER_FLOW = Flow("funds.vouchers", VoucherState, [
    Step("make", VoucherState.RECEIVED, VoucherState.MADE, keeps_book, None, gettext_lazy("制单")),
    Step("review", VoucherState.MADE, VoucherState.REVIEWED, reviews_book, None, gettext_lazy("复核")),
    Step("reverse", tuple(VoucherState), None, keeps_book, is_not_reversed, gettext_lazy("红字冲销")),
])
PERIOD_FLOW = Flow("funds.periods", PeriodState, [
    Step("close", PeriodState.OPEN, PeriodState.CLOSED, keeps_book, fit_to_close, gettext_lazy("结账")),
])
FUND_FLOW = Flow("funds.purses", FundState, [
    Step("pass_on", FundState.OPEN, None, keeps_book, has_remainder, gettext_lazy("转出结余")),
    Step("settle", FundState.OPEN, FundState.CLOSED, closes_purses, is_empty, gettext_lazy("结清")),
])
# fmt: on
