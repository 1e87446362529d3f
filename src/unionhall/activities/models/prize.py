"""Prizes: the stock of an activity and what was given to whom."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities.models.activity import Activity
from unionhall.activities.models.entry import Item, persons_seen_by
from unionhall.audit.concerning import concerns
from unionhall.kernel import clock
from unionhall.kernel.money import MoneyField


class PrizeQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PrizeQuerySet":
        """The prizes of the activities one may see."""
        return self.filter(activity__in=Activity.objects.visible_to(user))


class Prize(TenantModel):
    """A kind of prize bought for an activity. `issued` is only changed by a guarded UPDATE and never exceeds `stock`.

    A keepsake (纪念品) is for everybody and does not count towards the share of people given an award (ACT-03).
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="prizes", verbose_name=_("活动"))
    name = models.CharField(_("奖品"), max_length=40)
    is_keepsake = models.BooleanField(_("纪念品"), default=False)
    unit_price = MoneyField(_("单价（元）"), default=0)
    stock = models.PositiveIntegerField(_("入库数量"))
    issued = models.PositiveIntegerField(_("已发数量"), default=0, editable=False)

    objects = tenant_manager(PrizeQuerySet)

    class Meta:
        verbose_name = _("奖品")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "activity", "name"], name="prize_name_unique"),
            models.CheckConstraint(condition=Q(issued__lte=F("stock")), name="prize_stock_not_exceeded"),
            models.CheckConstraint(condition=Q(unit_price__gte=0), name="prize_price_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def left(self) -> int:
        """How many are still in stock."""
        return self.stock - self.issued


class PrizeIssueQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PrizeIssueQuerySet":
        """As for entries: one's own, of one's branch, of an activity one runs; all for the office."""
        seen = persons_seen_by(user)
        return self.filter(pk__in=self.model.objects.filter(seen).values("pk")) if seen else self


class PrizeIssue(TenantModel):
    """Some pieces of a prize given to one person, for a place in an item where there is one, and signed for."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="prize_issues", verbose_name=_("活动"))
    prize = models.ForeignKey(Prize, models.PROTECT, related_name="issues", verbose_name=_("奖品"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+", verbose_name=_("项目"))
    award = models.CharField(_("奖项"), max_length=30, blank=True)
    quantity = models.PositiveIntegerField(_("数量"))
    issued_on = models.DateField(_("发放日期"), default=clock.today)
    signed_at = models.DateTimeField(_("签领时间"), null=True)
    signed_for_by = models.CharField(_("代领人"), max_length=60, blank=True)

    objects = tenant_manager(PrizeIssueQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("奖品签领")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=Q(quantity__gt=0), name="prize_quantity_positive")]

    def __str__(self) -> str:
        return f"{self.person} {self.prize}×{self.quantity}"
