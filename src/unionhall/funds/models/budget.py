"""The yearly budget by account, and what of it is promised."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.funds.flow.budget import BudgetState
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models.chart import Account
from unionhall.funds.permissions.spending import may_list_budgets
from unionhall.kernel.money import MoneyField


class BudgetQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Office, finance and committee."""
        return self if may_list_budgets(user) else self.none()

    def in_force(self, year: int) -> Self:
        """The one a year is kept by."""
        return self.filter(year=year, state=BudgetState.IN_FORCE).exclude(kind=PlanKind.FINAL)


class Budget(TenantModel):
    """A year's budget, an adjustment of it, or the final account; `version` counts them within a year and kind.

    Each is discussed by the committee, examined by the fund audit committee and reported up before it counts (FIN-07).
    """

    kind = models.CharField(gettext_lazy("类别"), max_length=10, choices=PlanKind, default=PlanKind.BUDGET)
    year = models.PositiveSmallIntegerField(gettext_lazy("年度"))
    version = models.PositiveSmallIntegerField(gettext_lazy("次序"), default=1, editable=False)
    carried = MoneyField(gettext_lazy("上年结余（元）"), default=0)
    text = models.TextField(gettext_lazy("编制说明"), blank=True)
    minutes = models.CharField(gettext_lazy("讨论会议"), max_length=100, blank=True)
    discussed_on = models.DateField(gettext_lazy("讨论日期"), null=True, blank=True)
    opinion = models.TextField(gettext_lazy("经审会意见"), blank=True)
    audited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("审查人")
    )
    audited_on = models.DateField(gettext_lazy("审查日期"), null=True, blank=True)
    document = models.CharField(gettext_lazy("上报文号"), max_length=60, blank=True)
    reported_on = models.DateField(gettext_lazy("上报日期"), null=True, blank=True)
    in_force_on = models.DateField(gettext_lazy("执行日期"), null=True, blank=True)
    state = models.CharField(
        gettext_lazy("状态"), max_length=10, choices=BudgetState, default=BudgetState.DRAFT, editable=False
    )

    objects = tenant_manager(BudgetQuerySet)

    class Meta:
        verbose_name = gettext_lazy("预算")
        ordering = ["-year", "-kind", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["union", "year", "kind", "version"], name="budget_version_unique"),
            models.UniqueConstraint(
                fields=["union", "year"],
                condition=Q(state=BudgetState.IN_FORCE) & ~Q(kind=PlanKind.FINAL),
                name="budget_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        turn = _("（第%(turn)s次）") % {"turn": self.version} if self.kind == PlanKind.ADJUSTMENT else ""
        return _("%(year)s年度%(kind)s") % {"year": self.year, "kind": self.get_kind_display()} + turn

    @property
    def income(self) -> Decimal:
        """What is to come in, in yuan."""
        return self._sum("4")

    @property
    def spending(self) -> Decimal:
        """What is to be spent, in yuan."""
        return self._sum("5")

    @property
    def ends_on(self) -> date:
        """The last day of its year."""
        return date(self.year, 12, 31)

    def _sum(self, first_digit: str) -> Decimal:
        lines = self.lines.filter(account__code__startswith=first_digit)
        return lines.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


class OfBudgetQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the budgets one may see."""
        return self if may_list_budgets(user) else self.none()


class BudgetLine(TenantModel):
    """One account of a budget: the amount, what was executed the year before, and why."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="lines", verbose_name=gettext_lazy("预算"))
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=gettext_lazy("科目"))
    amount = MoneyField(gettext_lazy("本年预算（元）"))
    last_year = MoneyField(gettext_lazy("上年执行（元）"), default=0)
    note = models.CharField(gettext_lazy("说明"), max_length=200, blank=True)

    objects = tenant_manager(OfBudgetQuerySet)

    class Meta:
        verbose_name = gettext_lazy("预算项目")
        ordering = ["account__code"]
        constraints = [
            models.UniqueConstraint(fields=["union", "budget", "account"], name="budget_line_unique"),
            models.CheckConstraint(name="budget_line_not_negative", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return str(self.account)


class Allotment(TenantModel):
    """What one account may spend in a year, and what of it approved requests have reserved, paid or not.

    `reserved` is changed by guarded UPDATEs only (see services.reserving), so two approvals at once never exceed `limit`.
    """

    year = models.PositiveSmallIntegerField(gettext_lazy("年度"))
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=gettext_lazy("科目"))
    limit = MoneyField(gettext_lazy("预算（元）"))
    reserved = MoneyField(gettext_lazy("已批准（元）"), default=0)

    objects = tenant_manager(OfBudgetQuerySet)

    class Meta:
        verbose_name = gettext_lazy("预算额度")
        ordering = ["-year", "account__code"]
        constraints = [
            models.UniqueConstraint(fields=["union", "year", "account"], name="allotment_unique"),
            models.CheckConstraint(name="allotment_not_exceeded", condition=Q(reserved__lte=F("limit"))),
            models.CheckConstraint(name="allotment_not_negative", condition=Q(reserved__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.account}"

    @property
    def left(self) -> Decimal:
        """What can still be approved, in yuan."""
        return self.limit - self.reserved
