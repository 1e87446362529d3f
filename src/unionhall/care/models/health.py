"""Rounds of health checks: who may come, when, who came. No result is ever kept here."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.health import CheckState, RoundState
from unionhall.care.kinds.health import Whom
from unionhall.people.permissions import is_of_the_union, sees_no_person


class RoundQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "RoundQuerySet":
        """The office all; colleagues those that are open or over."""
        if permissions.runs_health(user):
            return self
        return self.exclude(state=RoundState.DRAFT) if is_of_the_union(user) else self.none()


class CheckRound(TenantModel):
    """One round of health checks of the year."""

    title = models.CharField(_("名称"), max_length=60)
    whom = models.CharField(pgettext_lazy("care", "对象"), max_length=8, choices=Whom, default=Whom.STAFF)
    place = models.CharField(_("体检地点"), max_length=60)
    listed_on = models.DateField(_("名单基准日"), help_text=_("这一天在册的人列入名单。"))
    begins_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"))
    state = models.CharField(_("状态"), max_length=10, choices=RoundState, default=RoundState.DRAFT, editable=False)

    objects = tenant_manager(RoundQuerySet)

    class Meta:
        verbose_name = _("职工体检")
        ordering = ["-begins_on"]
        constraints = [
            models.UniqueConstraint(fields=["union", "title"], name="check_round_title_unique"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("begins_on")), name="check_round_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.title


class CheckDayQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CheckDayQuerySet":
        """Those of the rounds one may see."""
        return self.filter(round__in=CheckRound.objects.visible_to(user).values("pk"))

    def free(self, today: date) -> "CheckDayQuerySet":
        """Those to come of open rounds that are not full."""
        return self.filter(day__gte=today, taken__lt=F("quota"), round__state=RoundState.OPEN)


class CheckDay(TenantModel):
    """A day of a round and how many can come on it; `taken` never passes `quota`, in the database."""

    round = models.ForeignKey(CheckRound, models.CASCADE, related_name="days", verbose_name=_("轮次"))
    day = models.DateField(_("日期"))
    quota = models.PositiveIntegerField(_("名额"))
    taken = models.PositiveIntegerField(_("已约"), default=0, editable=False)

    objects = tenant_manager(CheckDayQuerySet)

    class Meta:
        verbose_name = _("体检日")
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["union", "round", "day"], name="check_day_once"),
            models.CheckConstraint(condition=Q(taken__lte=F("quota")), name="check_day_not_overfull"),
        ]

    def __str__(self) -> str:
        return str(self.day)

    @property
    def left(self) -> int:
        """How many can still book it."""
        return self.quota - self.taken


class CheckQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CheckQuerySet":
        """The office, a branch chair for the branch, and each person their own."""
        if permissions.runs_health(user):
            return self
        if sees_no_person(user):
            return self.none()
        return self.filter(Q(person__user=user.pk) | Q(person__unit__in=units_where(user, Role.BRANCH_CHAIR)))

    def examined(self) -> "CheckQuerySet":
        """Who came."""
        return self.filter(state=CheckState.EXAMINED)


class Check(TenantModel):
    """One person in one round: entitled, booked, examined or declined. What was found is not the union's business."""

    round = models.ForeignKey(CheckRound, models.CASCADE, related_name="checks", verbose_name=_("轮次"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="checks", verbose_name=_("职工"))
    day = models.ForeignKey(
        CheckDay, models.PROTECT, null=True, related_name="checks", verbose_name=_("预约日期"), editable=False
    )
    came_on = models.DateField(_("到检日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=8, choices=CheckState, default=CheckState.ELIGIBLE, editable=False)

    objects = tenant_manager(CheckQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("体检名单")
        ordering = ["round", "person"]
        constraints = [
            models.UniqueConstraint(fields=["union", "round", "person"], name="check_once_a_round"),
            models.CheckConstraint(
                condition=Q(state=CheckState.EXAMINED, came_on__isnull=False)
                | (~Q(state=CheckState.EXAMINED) & Q(came_on=None)),
                name="check_examined_has_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
