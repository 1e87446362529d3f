"""What members and the employer owe the union each month, and what came of it."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.funds.permissions.spending import sees_dues
from unionhall.funds.rules.calendar import month_said
from unionhall.kernel.money import MoneyField


class DuesQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for office and finance, for everybody their own."""
        return self if sees_dues(user) else self.filter(person__user=user.pk) if user.pk else self.none()

    def owed(self, day: date) -> Self:
        """Those of months that are over and not paid in full."""
        return self.filter(month__lt=day.replace(day=1), paid__lt=F("due"))


class Dues(TenantModel):
    """One member's dues of one month: the wage they are reckoned on, what is due and what was paid (MEM-09)."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=gettext_lazy("会员"))
    month = models.DateField(gettext_lazy("月份"))
    wage = MoneyField(gettext_lazy("工资基数（元）"))
    due = MoneyField(gettext_lazy("应缴（元）"))
    paid = MoneyField(gettext_lazy("已缴（元）"), default=0)

    objects = tenant_manager(DuesQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = gettext_lazy("会费")
        ordering = ["-month", "person__staff_no"]
        indexes = [models.Index(fields=["union", "month"])]
        constraints = [
            models.UniqueConstraint(fields=["union", "person", "month"], name="dues_once_a_month"),
            models.CheckConstraint(name="dues_not_negative", condition=Q(wage__gte=0, due__gte=0, paid__gte=0)),
            models.CheckConstraint(name="dues_on_the_first", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return _("%(who)s %(month)s") % {"who": self.person, "month": month_said(self.month)}

    @property
    def owed(self) -> Any:
        """What is still due, in yuan."""
        return max(self.due - self.paid, 0)


class DuesReceipt(TenantModel):
    """What of one member's month came in by one receipt, together with that of others; a reversed one stays on record."""

    dues = models.ForeignKey(Dues, models.PROTECT, related_name="receipts", verbose_name=gettext_lazy("会费"))
    voucher = models.ForeignKey(
        "funds.Voucher", models.PROTECT, related_name="dues", verbose_name=gettext_lazy("收款凭证")
    )
    amount = MoneyField(gettext_lazy("收缴（元）"))

    objects = tenant_manager()

    class Meta:
        verbose_name = gettext_lazy("会费收款")
        constraints = [
            models.UniqueConstraint(fields=["union", "dues", "voucher"], name="dues_receipt_once"),
            models.CheckConstraint(name="dues_receipt_positive", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.dues} {self.amount}"


class ContributionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Office and finance."""
        return self if sees_dues(user) else self.none()

    def overdue(self, day: date) -> Self:
        """Those whose due day is over and that did not come in full (FIN-03)."""
        return self.filter(due_on__lt=day, received__lt=F("due"))


class Contribution(TenantModel):
    """The employer's contribution for one month: 2 % of all wages, by a day of the month after (FIN-01, FIN-03)."""

    month = models.DateField(gettext_lazy("月份"))
    wages = MoneyField(gettext_lazy("工资总额（元）"))
    due = MoneyField(gettext_lazy("应拨（元）"))
    due_on = models.DateField(gettext_lazy("拨缴期限"))
    received = MoneyField(gettext_lazy("已拨（元）"), default=0)

    objects = tenant_manager(ContributionQuerySet)

    class Meta:
        verbose_name = gettext_lazy("拨缴经费")
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(fields=["union", "month"], name="contribution_once_a_month"),
            models.CheckConstraint(
                name="contribution_not_negative", condition=Q(wages__gte=0, due__gte=0, received__gte=0)
            ),
            models.CheckConstraint(name="contribution_on_the_first", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return _("%(month)s拨缴经费") % {"month": month_said(self.month)}

    @property
    def owed(self) -> Any:
        """What has not come in yet, in yuan."""
        return max(self.due - self.received, 0)
