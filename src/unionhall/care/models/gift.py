"""What a collection was given: money and things, each from one donor."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.kinds.drive import Way
from unionhall.care.models.drive import Drive
from unionhall.kernel import clock
from unionhall.kernel.money import MoneyField
from unionhall.people.permissions import is_of_the_union


class OfDriveQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "OfDriveQuerySet":
        """Who gave what is for whoever keeps the money, and each donor's own (DON-08)."""
        if permissions.sees_donors(user):
            return self
        return self.filter(donor__user=user.pk) if is_of_the_union(user) else self.none()


class GiftQuerySet(OfDriveQuerySet):
    def standing(self) -> "GiftQuerySet":
        """Those neither reversed nor reversing."""
        return self.filter(reverses=None, reversed_by=None)


class Gift(TenantModel):
    """One donation of money. It is never changed: a mistake is reversed by a row of the opposite amount.

    `bank_turn` counts how often the same line of the bank was reversed before, so that it can be entered rightly again.
    """

    drive = models.ForeignKey(Drive, models.PROTECT, related_name="gifts", verbose_name=_("募捐"))
    number = models.CharField(_("收据编号"), max_length=24)
    donor = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="donations", verbose_name=_("捐款人")
    )
    donor_name = models.CharField(_("捐款人（不在花名册）"), max_length=60, blank=True)
    is_anonymous = models.BooleanField(_("匿名"), default=True)
    way = models.CharField(_("方式"), max_length=8, choices=Way)
    amount = MoneyField(_("金额（元）"))
    given_on = models.DateField(_("捐款日期"))
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=pgettext_lazy("care", "收款人"),
    )
    counted_by = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("清点人")
    )
    bank_no = models.CharField(_("银行流水号"), max_length=40, blank=True)
    bank_turn = models.PositiveSmallIntegerField(default=0, editable=False)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="reversed_by", verbose_name=_("冲销")
    )
    entered_at = models.DateTimeField(_("登记时间"), default=clock.now, editable=False)

    objects = tenant_manager(GiftQuerySet)
    concerns_person = concerns("donor_id")

    class Meta:
        verbose_name = _("捐款")
        ordering = ["-given_on", "-number"]
        indexes = [models.Index(fields=["union", "given_on"])]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="gift_number_unique"),
            models.UniqueConstraint(
                fields=["union", "drive", "bank_no", "bank_turn"],
                condition=~Q(bank_no="") & Q(reverses=None),
                name="gift_bank_line_once",
            ),
            models.CheckConstraint(
                condition=Q(reverses=None, amount__gt=0) | Q(reverses__isnull=False, amount__lt=0),
                name="gift_amount_signed",
            ),
            models.CheckConstraint(
                condition=~Q(way=Way.CASH) | Q(counted_by__isnull=False), name="gift_cash_counted_by_two"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def who(self) -> str:
        """The donor's name as it is kept."""
        return self.donor.name if self.donor else self.donor_name

    @property
    def named(self) -> str:
        """The donor as all may read it: anonymous unless they agreed to be named (DON-05)."""
        return gettext("匿名") if self.is_anonymous or not self.who else self.who


class GoodsQuerySet(OfDriveQuerySet):
    def standing(self) -> "GoodsQuerySet":
        """Those not entered by mistake."""
        return self.filter(reversed_on=None)


class Goods(TenantModel):
    """Things given to a drive, counted by piece, with the value of them all as it was declared; never mixed with money.

    One whose receipt the accountant reversed stays, with the day.
    """

    drive = models.ForeignKey(Drive, models.PROTECT, related_name="goods", verbose_name=_("募捐"))
    donor = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("捐赠人")
    )
    donor_name = models.CharField(_("捐赠人（不在花名册）"), max_length=60, blank=True)
    is_anonymous = models.BooleanField(_("匿名"), default=True)
    name = models.CharField(_("物品"), max_length=60)
    pieces = models.PositiveIntegerField(_("件数"))
    worth = MoneyField(_("合计价值（元）"))
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("接收人")
    )
    given_on = models.DateField(_("捐赠日期"))
    handed_on = models.DateField(_("交付日期"), null=True, editable=False)
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("交付人")
    )
    witness = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("同去的人")
    )
    signed_by = models.CharField(_("签收人"), max_length=60, blank=True, editable=False)
    reversed_on = models.DateField(_("冲销日期"), null=True, editable=False)

    objects = tenant_manager(GoodsQuerySet)
    concerns_person = concerns("donor_id")

    class Meta:
        verbose_name = _("捐赠物品")
        ordering = ["-given_on", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(pieces__gt=0), name="goods_pieces_positive"),
            models.CheckConstraint(condition=Q(worth__gt=0), name="goods_worth_positive"),
            models.CheckConstraint(
                condition=Q(handed_on=None) | (Q(witness__isnull=False) & ~Q(signed_by="")),
                name="goods_handed_by_two_and_signed_for",
            ),
        ]

    def __str__(self) -> str:
        return self.name
