"""Items, teams, and those who enter them."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities import permissions
from unionhall.activities.flow import HAS_PLACE, LIVE, EntryState
from unionhall.activities.kinds import Better
from unionhall.activities.models.activity import Activity
from unionhall.audit.concerning import concerns
from unionhall.kernel import clock


def persons_seen_by(user: Any, person: str = "person", activity: str = "activity") -> Q:
    """Rows about a person at an activity that a user may read: own, of the own branch, of an activity one runs."""
    if permissions.sees_persons(user):
        return Q()
    units = units_where(user, Role.BRANCH_CHAIR, Role.GROUP_LEADER)
    return (
        Q(**{f"{person}__user": user})
        | Q(**{f"{activity}__organisers__person__user": user})
        | Q(**{f"{person}__unit__in": units})
        | Q(**{f"{activity}__unit__in": units})
    )


class ItemQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ItemQuerySet":
        """The items of the activities one may see."""
        return self.filter(activity__in=Activity.objects.visible_to(user))

    def declared(self) -> "ItemQuerySet":
        """Those that were set up as items: what “9 个项目” counts."""
        return self.filter(is_whole=False)

    def without_people(self) -> "ItemQuerySet":
        """Those in which nobody took part."""
        return self.exclude(pk__in=Entry.objects.took_part().values("item"))


class Item(TenantModel):
    """Something one can enter (项目); an activity that has none is entered through one row that stands for the whole.

    `taken` counts people, in a team item teams, and is only changed by a guarded UPDATE (see services.places).
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="items", verbose_name=_("活动"))
    name = models.CharField(_("项目"), max_length=40)
    is_whole = models.BooleanField(default=False, editable=False)
    group = models.CharField(_("组别"), max_length=30, blank=True)
    is_team = models.BooleanField(_("团体项目"), default=False)
    team_least = models.PositiveSmallIntegerField(_("每队至少"), default=1)
    team_most = models.PositiveSmallIntegerField(_("每队至多"), default=1)
    capacity = models.PositiveIntegerField(_("名额"), null=True, blank=True)
    taken = models.PositiveIntegerField(_("已占名额"), default=0, editable=False)
    better = models.CharField(_("名次"), max_length=6, choices=Better, default=Better.HIGHER)
    mark_unit = models.CharField(_("成绩单位"), max_length=10, blank=True)
    rules = models.TextField(_("竞赛规则"), blank=True)

    objects = tenant_manager(ItemQuerySet)

    class Meta:
        verbose_name = _("项目")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "activity", "name", "group"], name="item_name_unique"),
            models.UniqueConstraint(fields=["union", "activity"], condition=Q(is_whole=True), name="item_whole_once"),
            models.CheckConstraint(condition=Q(capacity=None) | Q(taken__lte=F("capacity")), name="item_not_oversold"),
            models.CheckConstraint(
                condition=Q(team_least__gte=1, team_most__gte=F("team_least")), name="item_team_size"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.group}）" if self.group else self.name

    @property
    def places_left(self) -> int | None:
        """How many places are free; None where there is no limit."""
        return None if self.capacity is None else self.capacity - self.taken


class TeamQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "TeamQuerySet":
        """The teams of the activities one may see."""
        return self.filter(item__activity__in=Activity.objects.visible_to(user))


class Team(TenantModel):
    """A team in one item, entered by its captain."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="teams", verbose_name=_("项目"))
    name = models.CharField(_("队名"), max_length=40)
    captain = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("领队"))
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("分会"))
    state = models.CharField(_("状态"), max_length=10, choices=EntryState, default=EntryState.SIGNED_UP)
    signed_up_at = models.DateTimeField(_("报名时间"), default=clock.now)

    objects = tenant_manager(TeamQuerySet)

    class Meta:
        verbose_name = _("队伍")
        ordering = ["signed_up_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "item", "name"], name="team_name_unique", condition=~Q(state=EntryState.WITHDRAWN)
            )
        ]

    def __str__(self) -> str:
        return self.name


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "EntryQuerySet":
        """One's own, those of one's branch, those of an activity one runs; all for the office."""
        seen = persons_seen_by(user, activity="item__activity")
        return self.filter(pk__in=self.model.objects.filter(seen).values("pk")) if seen else self

    def live(self) -> "EntryQuerySet":
        """Signed up, waiting or come: not withdrawn."""
        return self.filter(state__in=LIVE)

    def signed_up(self) -> "EntryQuerySet":
        """Those who have, or had, a place."""
        return self.filter(state__in=HAS_PLACE)

    def waiting(self) -> "EntryQuerySet":
        """The waiting list, first come first."""
        return self.filter(state=EntryState.WAITING).order_by("signed_up_at", "id")

    def took_part(self) -> "EntryQuerySet":
        """Those who came: each is one person-time (人次, ACT-02)."""
        return self.filter(state=EntryState.CAME)


class Entry(TenantModel):
    """One person in one item: one person-time (人次) once they came. A second sign-up after leaving reuses the row."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="entries", verbose_name=_("项目"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="activity_entries", verbose_name=_("姓名"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="entries", verbose_name=_("队伍"))
    state = models.CharField(_("状态"), max_length=10, choices=EntryState, default=EntryState.SIGNED_UP)
    signed_up_at = models.DateTimeField(_("报名时间"), default=clock.now)
    tap = models.CharField(max_length=40, blank=True, editable=False)  # names the form sent: sent twice it is one act

    objects = tenant_manager(EntryQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("报名")
        ordering = ["signed_up_at", "id"]
        # By item and not by state alone: most entries are of one state, which an index on it would make a planner walk.
        indexes = [models.Index(fields=["union", "item", "state"])]
        constraints = [models.UniqueConstraint(fields=["union", "item", "person"], name="entry_unique")]

    def __str__(self) -> str:
        return f"{self.person} {self.item}"
