"""Visits: who went to whom, what was given, and who signed for it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care.flow.visits import STANDING, VisitState
from unionhall.care.kinds.proof import Proof
from unionhall.care.kinds.words import Festival, Level, Occasion, Part, Relation, Side, Source
from unionhall.care.models.event import ByPersonQuerySet, LifeEvent
from unionhall.care.models.proof import ProofRule
from unionhall.care.models.round import VisitRound
from unionhall.care.models.task import VisitTask
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.money import MoneyField
from unionhall.people.permissions import LEADERS


class VisitQuerySet(ByPersonQuerySet):
    def visible_to(self, user: Any) -> Self:
        """As for events; and one sees the visits one went on."""
        if in_office(user):
            return self
        went = Visitor.objects.filter(person__user=user.pk).values("visit")
        here = Q(person__user=user.pk) | Q(person__unit__in=units_where(user, *LEADERS))
        return self.filter(here | Q(pk__in=went))

    def standing(self) -> Self:
        """Those nobody voided."""
        return self.filter(state__in=STANDING)


class Visit(TenantModel):
    """One visit of at least two people to one person. Cash and value of goods stay apart.

    What was heard and asked is encrypted, and so is the place, which may be a ward or a home. `signed_for_by` is empty where
    the person signed, else says who did, and `signed_relation` what they are to the person.
    """

    number = models.CharField(_("编号"), max_length=24)
    task = models.ForeignKey(VisitTask, models.PROTECT, null=True, related_name="visits", verbose_name=_("走访任务"))
    event = models.ForeignKey(LifeEvent, models.PROTECT, null=True, related_name="visits", verbose_name=_("职工事件"))
    round = models.ForeignKey(VisitRound, models.PROTECT, null=True, related_name="visits", verbose_name=_("走访批次"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="visits", verbose_name=_("姓名"))
    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    festival = models.CharField(_("节日"), max_length=12, choices=Festival, blank=True)
    relation = models.CharField(_("关系人"), max_length=13, choices=Relation, default=Relation.SELF)
    level = models.CharField(_("走访层级"), max_length=6, choices=Level)
    was_retired = models.BooleanField(_("离退休"), default=False)
    visited_on = models.DateField(_("走访日期"))
    place = EncryptedTextField(_("地点"), blank=True)
    cash = MoneyField(_("慰问金"), default=0)
    goods = MoneyField(_("慰问品价值"), default=0)
    goods_text = models.CharField(_("慰问品"), max_length=80, blank=True)
    source = models.CharField(_("资金来源"), max_length=8, choices=Source, blank=True)
    clause = models.CharField(_("标准依据"), max_length=200, blank=True)
    learned = EncryptedTextField(_("了解情况"), blank=True)
    asked = EncryptedTextField(_("诉求"), blank=True)
    photo_consent = models.BooleanField(_("同意拍照留存"), default=False)
    signed_on = models.DateField(_("签收日期"), null=True)
    signed_for_by = models.CharField(_("代领人"), max_length=60, blank=True)
    signed_relation = models.CharField(_("代领人关系"), max_length=30, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("登记人")
    )
    state = models.CharField(_("状态"), max_length=8, choices=VisitState, default=VisitState.RECORDED)

    objects = tenant_manager(VisitQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("走访慰问")
        ordering = ["-visited_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="visit_number_unique"),
            models.UniqueConstraint(
                fields=["union", "task"], condition=Q(state__in=STANDING), name="visit_fulfils_a_task_once"
            ),
            models.CheckConstraint(condition=Q(cash__gte=0, goods__gte=0), name="visit_amounts_not_negative"),
            models.CheckConstraint(condition=Q(cash=0, goods=0) | ~Q(source=""), name="visit_money_has_source"),
        ]
        indexes = [models.Index(fields=["union", "visited_on"])]

    def __str__(self) -> str:
        return self.number

    @property
    def is_confidential(self) -> bool:
        """A picture taken on a visit shows somebody in need: every look at it is logged."""
        return True

    @property
    def total(self) -> Any:
        """Cash and goods together: what the cap bounds."""
        return self.cash + self.goods

    def wanted_papers(self) -> list[Proof]:
        """What has to be handed in before what it gave is paid: by its occasion, and the invoice of what was bought.

        What the upper union sends in kind was not bought (CARE-16).
        """
        known = self.event or self.task
        wanted = ProofRule.objects.wanted(self.occasion, known.happened_on if known else self.visited_on)
        return [*wanted, Proof.INVOICE] if self.goods and self.source != Source.UPPER else wanted

    def missing_papers(self) -> list[Proof]:
        """What of it is not there yet; the invoice of a whole round serves each of its visits."""
        there = set(self.papers.values_list("kind", flat=True))
        if self.round:
            there |= set(self.round.papers.values_list("kind", flat=True))
        return [kind for kind in self.wanted_papers() if kind not in there]


class OfVisitQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the visits one may see."""
        return self.filter(visit__in=Visit.objects.visible_to(user).values("pk"))


class Visitor(TenantModel):
    """Somebody who went on a visit, and for whom."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="visitors", verbose_name=_("走访"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("走访人"))
    side = models.CharField(pgettext_lazy("care", "代表"), max_length=10, choices=Side)

    objects = tenant_manager(OfVisitQuerySet)

    class Meta:
        verbose_name = _("走访人")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["union", "visit", "person"], name="visitor_unique")]

    def __str__(self) -> str:
        return str(self.person)


class Signature(TenantModel):
    """One of the three signatures under what a visit brought: by whom, as what, on which day (CARE-18)."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="signatures", verbose_name=_("走访"))
    part = models.CharField(_("签字身份"), max_length=8, choices=Part)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("签字人"))
    signed_on = models.DateField(_("签字日期"))

    objects = tenant_manager(OfVisitQuerySet)

    class Meta:
        verbose_name = _("慰问签字")
        ordering = ["signed_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "visit", "part"], name="signature_part_once"),
            models.UniqueConstraint(fields=["union", "visit", "by"], name="signature_by_one_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.by}"
