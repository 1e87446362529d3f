"""Recuperation: who was recommended for what merit, who was chosen, who went."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.health import BatchState
from unionhall.people.permissions import is_of_the_union, sees_no_person


class BatchQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "BatchQuerySet":
        """The office all; colleagues those that are chosen, announced or over."""
        if permissions.runs_rest(user):
            return self
        hidden = (BatchState.DRAFT, BatchState.CANCELLED)
        return self.exclude(state__in=hidden) if is_of_the_union(user) else self.none()


class RestBatch(TenantModel):
    """One journey to recuperate, with its places and by what people are chosen."""

    title = models.CharField(_("名称"), max_length=60)
    place = models.CharField(_("地点"), max_length=60)
    begins_on = models.DateField(_("出发日期"))
    ends_on = models.DateField(_("返回日期"))
    places = models.PositiveSmallIntegerField(_("名额"))
    criteria = models.CharField(_("条件"), max_length=200)
    state = models.CharField(_("状态"), max_length=10, choices=BatchState, default=BatchState.DRAFT, editable=False)

    objects = tenant_manager(BatchQuerySet)

    class Meta:
        verbose_name = _("疗休养")
        ordering = ["-begins_on"]
        constraints = [
            models.UniqueConstraint(fields=["union", "title"], name="rest_title_unique"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("begins_on")), name="rest_days_in_order"),
            models.CheckConstraint(condition=Q(places__gt=0), name="rest_has_places"),
        ]

    def __str__(self) -> str:
        return self.title


class CandidateQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CandidateQuerySet":
        """The office, a branch chair for the branch, and each person their own."""
        if permissions.runs_rest(user):
            return self
        if sees_no_person(user):
            return self.none()
        return self.filter(Q(person__user=user.pk) | Q(person__unit__in=units_where(user, Role.BRANCH_CHAIR)))

    def went(self) -> "CandidateQuerySet":
        """Who was chosen for a batch that was held."""
        return self.filter(is_chosen=True, batch__state=BatchState.DONE)


class Candidate(TenantModel):
    """Somebody recommended for a batch."""

    batch = models.ForeignKey(RestBatch, models.CASCADE, related_name="candidates", verbose_name=_("批次"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("人选"))
    merit = models.CharField(_("推荐理由"), max_length=100)
    is_chosen = models.BooleanField(_("选定"), default=False, editable=False)

    objects = tenant_manager(CandidateQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("疗休养人选")
        ordering = ["batch", "person"]
        constraints = [models.UniqueConstraint(fields=["union", "batch", "person"], name="candidate_once")]

    def __str__(self) -> str:
        return str(self.person)
