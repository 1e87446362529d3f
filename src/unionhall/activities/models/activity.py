"""The activity itself, the series it belongs to, who runs it and with whom."""

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities import permissions
from unionhall.activities.flow import State
from unionhall.activities.kinds import Audience, Kind, Level, Occasion, Sector, Theme
from unionhall.activities.rules import edition
from unionhall.kernel.money import MoneyField
from unionhall.people.models import Unit
from unionhall.people.permissions import sees_no_person
from unionhall.people.selectors import person_of


def line_of(unit: Unit | None) -> list[UUID]:
    """A unit and all above it, by id: the circles whose activities somebody in the unit is invited to."""
    line = []
    while unit is not None:
        line.append(unit.pk)
        unit = unit.parent
    return line


class Series(TenantModel):
    """An activity that comes back, such as 职工运动会; its editions are counted."""

    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(_("类别"), max_length=16, choices=Kind)

    class Meta:
        verbose_name = _("系列活动")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["union", "name"], name="series_name_unique")]

    def __str__(self) -> str:
        return self.name


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ActivityQuerySet":
        """All for the office and the committees; for others what is published for their branch, and what they run."""
        if permissions.sees_all(user):
            return self
        person = person_of(user)
        if person is None or sees_no_person(user):
            return self.none()
        public = ~Q(state=State.DRAFT) & (~Q(audience=Audience.BRANCH) | Q(unit__in=line_of(person.unit)))
        led = Q(unit__in=units_where(user, Role.BRANCH_CHAIR, Role.GROUP_LEADER))
        organised = Q(pk__in=Organiser.objects.filter(person=person).values("activity"))
        return self.filter(public | led | organised)

    def took_place(self) -> "ActivityQuerySet":
        """Those that were held, whether archived yet or not."""
        return self.filter(state__in=[State.HELD, State.ARCHIVED])

    def to_come(self, today: Any) -> "ActivityQuerySet":
        """Those announced whose last day is not over."""
        return self.filter(state__in=[State.OPEN, State.CLOSED], held_to__gte=today)


class Activity(TenantModel):
    """One activity of the union, from the plan to the closed file."""

    number = models.CharField(_("编号"), max_length=24)
    title = models.CharField(_("活动名称"), max_length=80)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("系列活动")
    )
    edition = models.PositiveSmallIntegerField(pgettext_lazy("activities", "届次"), null=True, blank=True)
    kind = models.CharField(_("类别"), max_length=16, choices=Kind)
    occasion = models.CharField(_("节日"), max_length=16, choices=Occasion, blank=True)
    theme = models.CharField(_("主题"), max_length=16, choices=Theme, blank=True)
    level = models.CharField(_("级别"), max_length=10, choices=Level, default=Level.UNION)
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("举办分会")
    )
    audience = models.CharField(_("面向"), max_length=8, choices=Audience, default=Audience.ALL)
    venue = models.CharField(_("地点"), max_length=80)
    held_from = models.DateField(_("举办日期"))
    held_to = models.DateField(_("结束日期"))
    signup_opens_at = models.DateTimeField(_("报名开始"), null=True, blank=True)
    signup_closes_at = models.DateTimeField(_("报名截止"), null=True, blank=True)
    items_each = models.PositiveSmallIntegerField(_("每人限报项目"), null=True, blank=True)
    plan = models.TextField(_("活动方案"), blank=True)
    notice = models.TextField(_("活动通知"), blank=True)
    budget = MoneyField(_("预算（元）"), default=0)
    cost = MoneyField(_("决算（元）"), null=True, blank=True)
    in_working_time = models.BooleanField(_("占用工作时间"), default=False)
    employer_consent = models.TextField(_("单位同意情况"), blank=True)
    is_outing = models.BooleanField(_("外出活动"), default=False)
    safety_plan = models.TextField(_("安全预案"), blank=True)
    summary = models.TextField(_("活动小结"), blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.DRAFT, editable=False)

    objects = tenant_manager(ActivityQuerySet)

    class Meta:
        verbose_name = _("活动")
        ordering = ["-held_from", "-number"]
        indexes = [models.Index(fields=["union", "held_from"]), models.Index(fields=["union", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="activity_number_unique"),
            models.UniqueConstraint(fields=["union", "series", "edition"], name="activity_edition_unique"),
            models.CheckConstraint(condition=Q(held_to__gte=F("held_from")), name="activity_days_in_order"),
            models.CheckConstraint(
                condition=Q(signup_opens_at=None)
                | Q(signup_closes_at=None)
                | Q(signup_closes_at__gte=F("signup_opens_at")),
                name="activity_window_in_order",
            ),
            models.CheckConstraint(condition=Q(budget__gte=0), name="activity_budget_not_negative"),
            models.CheckConstraint(
                condition=~Q(audience=Audience.BRANCH) | Q(unit__isnull=False), name="activity_of_a_branch_has_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{edition(self.edition)}{self.title}"

    @property
    def edition_words(self) -> str:
        """`第五届`, or nothing."""
        return edition(self.edition)


class Organiser(TenantModel):
    """Somebody who runs one activity on the day: check-in, results, prizes."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="organisers")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("组织者"))

    class Meta:
        verbose_name = _("组织者")
        constraints = [models.UniqueConstraint(fields=["union", "activity", "person"], name="organiser_unique")]

    def __str__(self) -> str:
        return str(self.person)


class PartnerQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PartnerQuerySet":
        """The partners of the activities one may see."""
        return self.filter(activity__in=Activity.objects.visible_to(user))


class Partner(TenantModel):
    """A body an activity is held with: a department of the hospital, a firm, a school."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="partners")
    name = models.CharField(_("合作单位"), max_length=80)
    sector = models.CharField(_("性质"), max_length=12, choices=Sector)
    part = models.CharField(_("承担工作"), max_length=60, blank=True)

    objects = tenant_manager(PartnerQuerySet)

    class Meta:
        verbose_name = _("合作单位")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["union", "activity", "name"], name="partner_unique")]

    def __str__(self) -> str:
        return self.name


class Quota(TenantModel):
    """How many places of an item one branch has; `taken` is only changed by a guarded UPDATE (see services.places)."""

    item = models.ForeignKey("activities.Item", models.CASCADE, related_name="quotas")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+", verbose_name=_("分会"))
    capacity = models.PositiveIntegerField(_("名额"))
    taken = models.PositiveIntegerField(_("已占"), default=0, editable=False)

    class Meta:
        verbose_name = _("分会名额")
        constraints = [
            models.UniqueConstraint(fields=["union", "item", "unit"], name="quota_unique"),
            models.CheckConstraint(condition=Q(taken__lte=F("capacity")), name="quota_not_exceeded"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.taken}/{self.capacity}"
