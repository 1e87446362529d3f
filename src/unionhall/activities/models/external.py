"""Going out: teams and people sent to what others hold, how they were chosen, whom they stood for, what they won."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities import permissions
from unionhall.activities.kinds import Kind, Level
from unionhall.activities.rules import edition


class ExternalTeamQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ExternalTeamQuerySet":
        """The office and the committees see all, others those they were part of."""
        if permissions.sees_all(user):
            return self
        return self.filter(pk__in=ExternalMember.objects.filter(person__user_id=user.pk).values("team"))


class ExternalTeam(TenantModel):
    """Our people at an event that somebody else holds."""

    number = models.CharField(_("编号"), max_length=24)
    event = models.CharField(_("活动名称"), max_length=80)
    edition = models.PositiveSmallIntegerField(pgettext_lazy("activities", "届次"), null=True, blank=True)
    kind = models.CharField(_("类别"), max_length=16, choices=Kind)
    organiser = models.CharField(_("主办单位"), max_length=80)
    level = models.CharField(_("级别"), max_length=10, choices=Level)
    represents = models.CharField(pgettext_lazy("activities", "代表"), max_length=80)
    selection = models.CharField(_("选拔方式"), max_length=120, blank=True)
    held_on = models.DateField(_("日期"))
    venue = models.CharField(_("地点"), max_length=80, blank=True)
    outcome = models.CharField(_("成绩"), max_length=200, blank=True)

    objects = tenant_manager(ExternalTeamQuerySet)

    class Meta:
        verbose_name = _("外出参加活动")
        ordering = ["-held_on", "-number"]
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="external_number_unique")]

    def __str__(self) -> str:
        return f"{edition(self.edition)}{self.event}"


class ExternalMemberQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ExternalMemberQuerySet":
        """The office sees all, the women's committee the private lists too, others only themselves."""
        if permissions.sees_persons(user) or permissions.in_women_committee(user):
            return self
        return self.filter(person__user_id=user.pk)


class ExternalMember(TenantModel):
    """One of our people in an external team."""

    team = models.ForeignKey(ExternalTeam, models.PROTECT, related_name="members", verbose_name=_("活动"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))

    objects = tenant_manager(ExternalMemberQuerySet)

    class Meta:
        verbose_name = _("外出参加人员")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["union", "team", "person"], name="external_member_unique")]

    def __str__(self) -> str:
        return str(self.person)


class PlacingQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PlacingQuerySet":
        """The placings of the teams one may see."""
        return self.filter(team__in=ExternalTeam.objects.visible_to(user))


class Placing(TenantModel):
    """A place an external team won in one of the event's items."""

    team = models.ForeignKey(ExternalTeam, models.CASCADE, related_name="placings", verbose_name=_("活动"))
    item = models.CharField(_("项目"), max_length=40)
    rank = models.PositiveSmallIntegerField(_("名次"))

    objects = tenant_manager(PlacingQuerySet)

    class Meta:
        verbose_name = _("外出比赛名次")
        ordering = ["rank", "item"]
        constraints = [
            models.UniqueConstraint(fields=["union", "team", "item"], name="placing_unique"),
            models.CheckConstraint(condition=models.Q(rank__gte=1), name="placing_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.rank}"
