"""Aid to one person."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.aid import GIVEN_AID, LIVE_AID, AidState
from unionhall.care.kinds.aid import AidKind, Guardian
from unionhall.care.kinds.words import Source
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.money import MoneyField
from unionhall.people.permissions import sees_no_person


class OwnQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "OwnQuerySet":
        """The office, and the person it is about."""
        if permissions.sees_aid(user):
            return self
        return self.none() if sees_no_person(user) else self.filter(person__user=user.pk)


class AidQuerySet(OwnQuerySet):
    def visible_to(self, user: Any) -> "AidQuerySet":
        """The office and the person; whoever pays sees what was authorised."""
        if permissions.pays_out(user) and not permissions.sees_aid(user):
            return self.filter(Q(person__user=user.pk) | Q(state__in=(AidState.AUTHORISED, *GIVEN_AID)))
        return super().visible_to(user)

    def live(self) -> "AidQuerySet":
        """Those that count against the caps: asked for, granted or given."""
        return self.filter(state__in=LIVE_AID)

    def given(self) -> "AidQuerySet":
        """Those paid."""
        return self.filter(state__in=GIVEN_AID)


class Aid(TenantModel):
    """One grant to one person: money and goods apart, from one named source (CARE-08). Its reason is encrypted.

    For a child's education the child's data stand here too, with the guardian's consent under fourteen (PIPL art. 31).
    `file` is the hardship file it rests on, which whoever pays does not see.
    """

    number = models.CharField(_("编号"), max_length=24)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="aid", verbose_name=_("受助人"))
    file = models.ForeignKey(
        "care.HardshipFile", models.PROTECT, null=True, blank=True, related_name="aid", verbose_name=_("困难职工档案")
    )
    kind = models.CharField(_("类别"), max_length=10, choices=AidKind)
    source = models.CharField(_("资金来源"), max_length=8, choices=Source, default=Source.RELIEF)
    event = models.ForeignKey(
        "care.LifeEvent", models.PROTECT, null=True, blank=True, related_name="aid", verbose_name=_("职工事件")
    )
    event_on = models.DateField(_("事由发生日期"))
    reason = EncryptedTextField(_("申请理由"))
    cash = MoneyField(_("补助金额（元）"), default=0)
    goods = models.CharField(_("慰问品"), max_length=100, blank=True)
    goods_worth = MoneyField(_("慰问品价值（元）"), default=0)
    child_name = EncryptedTextField(_("子女姓名"), blank=True)
    child_born = EncryptedTextField(_("子女出生日期"), blank=True)
    school = EncryptedTextField(_("就读学校"), blank=True)
    guardian = models.CharField(_("监护人"), max_length=8, choices=Guardian, blank=True)
    guardian_consented_on = models.DateField(_("监护人同意日期"), null=True, blank=True)
    asked_on = models.DateField(_("申请日期"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    authorised_on = models.DateField(_("批准日期"), null=True, editable=False)
    paid_on = models.DateField(_("发放日期"), null=True, editable=False)
    signed_on = models.DateField(_("签收日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=AidState, default=AidState.REQUESTED, editable=False)

    objects = tenant_manager(AidQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("帮扶救助")
        ordering = ["-asked_on", "-number"]
        indexes = [models.Index(fields=["union", "paid_on"])]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="aid_number_unique"),
            models.CheckConstraint(
                condition=Q(cash__gte=0, goods_worth__gte=0) & (Q(cash__gt=0) | Q(goods_worth__gt=0)),
                name="aid_gives_something",
            ),
            models.CheckConstraint(
                condition=Q(state__in=GIVEN_AID, paid_on__isnull=False) | (~Q(state__in=GIVEN_AID) & Q(paid_on=None)),
                name="aid_paid_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def total(self) -> Any:
        """Cash and goods together, in yuan."""
        return self.cash + self.goods_worth

    @property
    def handled_by(self) -> set[UUID]:
        """Who asked for it, and so cannot also grant it."""
        return {self.asked_by_id}
