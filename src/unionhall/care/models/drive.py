"""A collection among colleagues, and what is paid out of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care import permissions
from unionhall.care.flow.drive import PUBLIC, DriveState, PayState
from unionhall.care.kinds.drive import Goal, Remainder
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.money import MoneyField
from unionhall.kernel.text import masked_name
from unionhall.people.permissions import is_of_the_union


class DriveQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "DriveQuerySet":
        """Who runs and who pays see all; everybody of the union what was published (DON-01: nobody from outside)."""
        if permissions.sees_donors(user):
            return self
        return self.filter(state__in=PUBLIC) if is_of_the_union(user) else self.none()


class Drive(TenantModel):
    """A collection inside the unit for one colleague or one cause (DON-01 to DON-08).

    `balance` is what came in less what was paid, kept by every entry in its own transaction; it cannot fall below zero.
    `cause` is what all may read: it names no illness; `circumstances` is the request as verified.
    """

    number = models.CharField(_("编号"), max_length=24)
    title = models.CharField(_("名称"), max_length=60)
    beneficiary = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("受助人")
    )
    is_named = models.BooleanField(
        _("受助人同意公开姓名"),
        default=False,
        help_text=_("没有单独同意的，公开页面只显示姓氏（个人信息保护法第二十五条）。"),
    )
    cause = models.CharField(_("事由"), max_length=200, help_text=_("全院可见，不写病名。"))
    circumstances = EncryptedTextField(_("求助情况"), blank=True)
    consent_on = models.DateField(_("受助人授权日期"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("核实人")
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("发起人")
    )
    opens_on = models.DateField(_("开始日期"))
    closes_on = models.DateField(_("截止日期"))
    goal = MoneyField(_("目标（元）"), null=True, blank=True)
    remainder = models.CharField(_("结余处理"), max_length=12, choices=Remainder)
    how = models.CharField(_("捐款方式"), max_length=200, blank=True, help_text=_("收款地点、时间和工会账户。"))
    audit_opinion = models.CharField(_("经审意见"), max_length=200, blank=True)
    balance = MoneyField(_("结余（元）"), default=0, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=DriveState, default=DriveState.DRAFT, editable=False)

    objects = tenant_manager(DriveQuerySet)

    class Meta:
        verbose_name = _("募捐")
        ordering = ["-opens_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="drive_number_unique"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="drive_days_in_order"),
            models.CheckConstraint(condition=Q(balance__gte=0), name="drive_balance_not_negative"),
            models.CheckConstraint(condition=Q(goal=None) | Q(goal__gt=0), name="drive_goal_positive"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def for_whom(self) -> str:
        """The one it is for as all may read it: the family name alone unless they agreed to more (PRI-06)."""
        if self.beneficiary is None:
            return ""
        name = self.beneficiary.name
        return name if self.is_named else masked_name(name)


class PaymentQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PaymentQuerySet":
        """Those of the drives one may see."""
        return self.filter(drive__in=Drive.objects.visible_to(user).values("pk"))

    def paid(self) -> "PaymentQuerySet":
        """Those that left the account."""
        return self.filter(state=PayState.PAID)


class DrivePayment(TenantModel):
    """Money asked for out of a drive, and paid: to whom it was collected for, or as the rule for the remainder says."""

    drive = models.ForeignKey(Drive, models.PROTECT, related_name="payments", verbose_name=_("募捐"))
    goal = models.CharField(_("用途"), max_length=10, choices=Goal, default=Goal.AID)
    amount = MoneyField(_("金额（元）"))
    note = models.CharField(_("说明"), max_length=200, blank=True)
    asked_on = models.DateField(_("申请日期"))
    paid_on = models.DateField(_("支付日期"), null=True, editable=False)
    signed_on = models.DateField(_("签收日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=PayState, default=PayState.ASKED, editable=False)

    objects = tenant_manager(PaymentQuerySet)

    class Meta:
        verbose_name = _("募捐支付")
        ordering = ["-asked_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="drive_payment_positive"),
            models.CheckConstraint(
                condition=Q(state=PayState.PAID, paid_on__isnull=False) | (~Q(state=PayState.PAID) & Q(paid_on=None)),
                name="drive_payment_paid_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.drive}{self.get_goal_display()}"

    @property
    def is_aid(self) -> bool:
        """Whether it goes to whom it was collected for."""
        return self.goal == Goal.AID

    @property
    def person(self) -> Any:
        """Who is paid, for whom it was collected; None for the remainder."""
        return self.drive.beneficiary if self.is_aid else None

    @property
    def concerns_person(self) -> Any:
        """Whose data it is, for the audit trail."""
        return self.drive.beneficiary_id if self.is_aid else None
