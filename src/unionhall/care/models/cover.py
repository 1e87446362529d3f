"""Mutual-aid cover of members, and what was asked of it."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.aid import ClaimState, CoverState
from unionhall.care.kinds.aid import Plan
from unionhall.care.kinds.hardship import Kin
from unionhall.care.models.aid import OwnQuerySet
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.money import MoneyField


class CoverBatchQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CoverBatchQuerySet":
        """The office, and who keeps the money: no person stands in it."""
        return self if permissions.reads_invoices(user) else self.none()


class CoverBatch(TenantModel):
    """One enrolment of many into a mutual-aid plan, whose premium the union pays to the organisation in one sum."""

    number = models.CharField(_("编号"), max_length=24)
    plan = models.CharField(_("险种"), max_length=10, choices=Plan)
    began_on = models.DateField(_("生效日期"))
    ends_on = models.DateField(_("到期日期"))
    premium = MoneyField(_("每人保费（元）"))
    people = models.PositiveIntegerField(_("参保人数"))
    insurer = models.CharField(_("互助保障组织"), max_length=80)

    objects = tenant_manager(CoverBatchQuerySet)

    class Meta:
        verbose_name = _("参保批次")
        ordering = ["-began_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="cover_batch_number_unique"),
            models.CheckConstraint(condition=Q(premium__gt=0, people__gt=0), name="cover_batch_costs_something"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def total(self) -> Any:
        """What it costs, in yuan."""
        return self.premium * self.people


class CoverQuerySet(OwnQuerySet):
    def standing(self) -> "CoverQuerySet":
        """Those not cancelled."""
        return self.filter(state=CoverState.COVERED)


class Cover(TenantModel):
    """A member's mutual-aid cover for a time (互助保障), and who pays its premium; one entered wrongly is cancelled."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="covers", verbose_name=_("参保人"))
    plan = models.CharField(_("险种"), max_length=10, choices=Plan)
    began_on = models.DateField(_("生效日期"))
    ends_on = models.DateField(_("到期日期"))
    premium = MoneyField(_("保费（元）"), default=0)
    is_paid_by_union = models.BooleanField(_("由工会缴费"), default=True)
    batch = models.ForeignKey(
        CoverBatch, models.PROTECT, null=True, related_name="covers", verbose_name=_("参保批次"), editable=False
    )
    state = models.CharField(_("状态"), max_length=10, choices=CoverState, default=CoverState.COVERED, editable=False)

    objects = tenant_manager(CoverQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("互助保障")
        ordering = ["-ends_on", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "person", "plan", "began_on"],
                condition=Q(state=CoverState.COVERED),
                name="cover_once",
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("began_on")), name="cover_days_in_order"),
            models.CheckConstraint(condition=Q(premium__gte=0), name="cover_premium_not_negative"),
        ]

    def __str__(self) -> str:
        return str(self.get_plan_display())


class CoverClaimQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CoverClaimQuerySet":
        """Those of the covers one may see."""
        return self.filter(cover__in=Cover.objects.visible_to(user).values("pk"))


class CoverClaim(TenantModel):
    """What a member asks of a cover; the mutual-aid organisation pays it to the member, not the union's book."""

    number = models.CharField(_("编号"), max_length=24)
    cover = models.ForeignKey(Cover, models.PROTECT, related_name="claims", verbose_name=_("互助保障"))
    happened_on = models.DateField(_("发生日期"))
    for_whom = models.CharField(_("关系"), max_length=8, choices=Kin, default=Kin.SELF)
    text = EncryptedTextField(_("情况说明"))
    asked = MoneyField(_("申请金额（元）"))
    filed_on = models.DateField(_("受理日期"))
    paid = MoneyField(_("给付金额（元）"), null=True, editable=False)
    paid_on = models.DateField(_("给付日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=8, choices=ClaimState, default=ClaimState.FILED, editable=False)

    objects = tenant_manager(CoverClaimQuerySet)
    concerns_person = concerns("cover.person_id")

    class Meta:
        verbose_name = _("互助保障给付")
        ordering = ["-filed_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="cover_claim_number_unique"),
            models.UniqueConstraint(fields=["union", "cover", "happened_on"], name="cover_claim_event_once"),
            models.CheckConstraint(condition=Q(asked__gt=0), name="cover_claim_asks_something"),
            models.CheckConstraint(
                condition=Q(paid=None) | Q(paid__gt=0, paid__lte=F("asked")), name="cover_claim_paid_within_asked"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def person(self) -> Any:
        """Whose cover it is on."""
        return self.cover.person
