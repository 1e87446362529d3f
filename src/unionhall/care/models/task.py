"""The union's own five visits, and what they make due."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care.flow.visits import PENDING, TaskState
from unionhall.care.kinds.words import Level, Occasion
from unionhall.care.models.event import ByPersonQuerySet, LifeEvent
from unionhall.people.permissions import LEADERS, is_of_the_union


class VisitSetQuerySet(models.QuerySet):
    def in_force(self, day: date) -> "VisitSet | None":
        """The set in force on a day; None before the first."""
        return self.filter(valid_from__lte=day).order_by("-valid_from").first()

    def visible_to(self, user: Any) -> Self:
        """When the union comes is no secret among its own."""
        return self if in_office(user) or is_of_the_union(user) else self.none()


class VisitSet(TenantModel):
    """One version of the occasions on which the union calls (五必访), from a day until the next. Never rewritten."""

    version = models.PositiveIntegerField(_("版本"))
    name = models.CharField(_("名称"), max_length=60)
    valid_from = models.DateField(_("自"))
    source = models.CharField(_("依据"), max_length=120)
    reason = models.CharField(_("说明"), max_length=200, blank=True)

    objects = tenant_manager(VisitSetQuerySet)

    class Meta:
        verbose_name = _("必访事项")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["union", "version"], name="visit_set_version_unique"),
            models.UniqueConstraint(fields=["union", "valid_from"], name="visit_set_one_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.version}）"


class VisitRule(TenantModel):
    """One occasion of a set, and whose visit it is."""

    set = models.ForeignKey(VisitSet, models.PROTECT, related_name="rules", verbose_name=_("必访事项"))
    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    level = models.CharField(_("走访层级"), max_length=6, choices=Level, default=Level.BRANCH)

    class Meta:
        verbose_name = _("必访事由")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["union", "set", "occasion"], name="visit_rule_unique")]

    def __str__(self) -> str:
        return str(self.get_occasion_display())


class VisitTaskQuerySet(ByPersonQuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office, those of the own unit for who leads it, but the visit to come to oneself."""
        if in_office(user):
            return self
        led = self.filter(unit__in=units_where(user, *LEADERS))
        return led.exclude(person__user=user.pk, state__in=PENDING)

    def pending(self) -> Self:
        """Those nobody has done."""
        return self.filter(state__in=PENDING)

    def by_next_day(self) -> Self:
        """With `next_day`, by which something is to be done: contact, then the visit; what is done comes last."""
        days = When(state=TaskState.OPEN, then="contact_by"), When(state=TaskState.CONTACTED, then="visit_by")
        return self.annotate(next_day=Case(*days, output_field=models.DateField())).order_by(
            F("next_day").asc(nulls_last=True), "-visit_by", "id"
        )

    def due(self) -> Self:
        """Those that count: not waived."""
        return self.exclude(state=TaskState.WAIVED)


class VisitTask(TenantModel):
    """A visit that the five visits make due: contact by one day, visit by another, both inclusive.

    `event` is empty for what the roster itself says (birthday, retirement). `unit` is the branch or group that goes.
    """

    event = models.ForeignKey(LifeEvent, models.PROTECT, null=True, related_name="tasks", verbose_name=_("职工事件"))
    set = models.ForeignKey(VisitSet, models.PROTECT, related_name="+", verbose_name=_("必访事项"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="visit_tasks", verbose_name=_("姓名"))
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("分会"))
    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    level = models.CharField(_("走访层级"), max_length=6, choices=Level)
    happened_on = models.DateField(_("发生日期"))
    contact_by = models.DateField(_("联系期限"))
    visit_by = models.DateField(_("走访期限"))
    contacted_on = models.DateField(_("联系日期"), null=True)
    visited_on = models.DateField(_("走访日期"), null=True)
    reminded_on = models.DateField(_("提醒日期"), null=True, editable=False)
    escalated_on = models.DateField(_("上报日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=9, choices=TaskState, default=TaskState.OPEN)

    objects = tenant_manager(VisitTaskQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("走访任务")
        ordering = ["visit_by", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "person", "occasion", "happened_on"], condition=Q(event=None), name="visit_task_once"
            ),
            models.UniqueConstraint(fields=["union", "event"], name="visit_task_one_an_event"),
        ]
        indexes = [models.Index(fields=["union", "state", "visit_by"])]

    def __str__(self) -> str:
        return f"{self.person}"

    @property
    def next_step_by(self) -> date | None:
        """By when the next thing is to be done: contact, then the visit; None for what is over."""
        return {TaskState.OPEN: self.contact_by, TaskState.CONTACTED: self.visit_by}.get(TaskState(self.state))
