"""Who elects, who is elected, and with whom they sit."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.congress import permissions
from unionhall.congress.kinds import Came, Left
from unionhall.congress.models.term import Term
from unionhall.kernel.spans import runs_on
from unionhall.people.choices import PostClass


class OfTermQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the terms one may see."""
        return self.filter(term__in=Term.objects.visible_to(user))


class ConstituencyQuerySet(OfTermQuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the terms one may see, and those of the branches one chairs."""
        led = Q(unit__in=units_where(user, Role.BRANCH_CHAIR))
        return self.filter(Q(term__in=Term.objects.visible_to(user)) | led)


class Constituency(TenantModel):
    """Those who elect some of the delegates of a term, and how the election went (CON-13).

    `unit` is the branch whose chair enters whom they elected.
    """

    term = models.ForeignKey(Term, models.CASCADE, related_name="constituencies", verbose_name=_("届"))
    name = models.CharField(_("选区"), max_length=60)
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("分工会")
    )
    staff_count = models.PositiveIntegerField(_("选区职工"))
    seats = models.PositiveIntegerField(_("代表名额"))
    turnout = models.PositiveIntegerField(_("参加选举"), null=True, editable=False)
    elected_on = models.DateField(_("选举日期"), null=True, editable=False)

    objects = tenant_manager(ConstituencyQuerySet)

    class Meta:
        verbose_name = _("选区")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["union", "term", "name"], name="congress_constituency_unique"),
            models.CheckConstraint(
                name="congress_turnout_within", condition=Q(turnout=None) | Q(turnout__lte=F("staff_count"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Delegation(TenantModel):
    """Delegates who discuss together; its head is one of them."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="delegations", verbose_name=_("届"))
    name = models.CharField(_("代表团"), max_length=60)

    objects = tenant_manager(OfTermQuerySet)

    class Meta:
        verbose_name = _("代表团")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["union", "term", "name"], name="congress_delegation_unique")]

    def __str__(self) -> str:
        return self.name


class DelegateQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office; delegates know one another; everybody themselves."""
        if permissions.sees_persons(user):
            return self
        own = self.model.objects.filter(person__user=user.pk)
        return self.filter(Q(pk__in=own.values("pk")) | Q(term__in=own.serving().values("term")))

    def serving(self) -> Self:
        """Those who hold their seat."""
        return self.filter(ended_on=None)

    def on(self, day: Any) -> Self:
        """Those who held their seat on a day."""
        return self.filter(runs_on(day, first="began_on", last="ended_on"))


class Delegate(TenantModel):
    """One person's seat in one term. Post class, front line and rank are those of the day of the election."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="delegates", verbose_name=_("届"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="delegate_seats", verbose_name=_("姓名"))
    constituency = models.ForeignKey(
        Constituency, models.PROTECT, null=True, blank=True, related_name="delegates", verbose_name=_("选区")
    )
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="delegates", verbose_name=_("代表团")
    )
    category = models.CharField(_("类别"), max_length=10, choices=PostClass, blank=True)
    is_front_line = models.BooleanField(_("一线"), default=False)
    is_manager = models.BooleanField(_("中层以上"), default=False)
    is_head = models.BooleanField(_("团长"), default=False, editable=False)
    how = models.CharField(_("产生方式"), max_length=12, choices=Came, default=Came.ELECTED)
    votes = models.PositiveIntegerField(_("得票"), null=True, blank=True)
    began_on = models.DateField(_("当选日期"))
    ended_on = models.DateField(_("终止日期"), null=True, blank=True, editable=False)
    ended_by = models.CharField(_("终止原因"), max_length=10, choices=Left, blank=True, editable=False)

    objects = tenant_manager(DelegateQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("代表")
        ordering = ["delegation__name", "-is_head", "person__staff_no"]
        indexes = [models.Index(fields=["union", "person"], name="congress_delegate_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "term", "person"], condition=Q(ended_on=None), name="congress_delegate_once"
            ),
            models.UniqueConstraint(
                fields=["union", "delegation"], condition=Q(is_head=True), name="congress_one_head"
            ),
            models.CheckConstraint(
                name="congress_head_serves", condition=Q(is_head=False) | Q(ended_on=None, delegation__isnull=False)
            ),
            models.CheckConstraint(
                name="congress_delegate_ended",
                condition=Q(ended_on=None, ended_by="") | Q(ended_on__gte=F("began_on")) & ~Q(ended_by=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
