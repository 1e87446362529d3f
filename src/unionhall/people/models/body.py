"""Bodies, their terms and seats, and who holds which seat from when to when."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.kernel.spans import runs_on
from unionhall.people.choices import OUTSIDE_BODIES, BodyKind, How
from unionhall.people.flow import PostState
from unionhall.people.models.person import Person
from unionhall.people.models.tree import Department, Unit
from unionhall.people.permissions import is_of_the_union


class BodyQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Who leads the union is public among its own."""
        return self if in_office(user) or is_of_the_union(user) else self.none()


class Body(TenantModel):
    """A committee, an office, a branch's or a department's leadership: something in which people hold posts."""

    kind = models.CharField(_("性质"), max_length=10, choices=BodyKind)
    name = models.CharField(_("名称"), max_length=60)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="bodies", verbose_name=_("所属工会组织")
    )
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="bodies", verbose_name=_("所属科室")
    )
    began_on = models.DateField(_("成立日期"), null=True, blank=True)
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)

    objects = tenant_manager(BodyQuerySet)

    class Meta:
        verbose_name = _("机构")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["union", "name"], condition=Q(ended_on=None), name="body_name_unique")
        ]

    def __str__(self) -> str:
        return self.name


class Seat(TenantModel):
    """An office in a body, such as 副主席, with the number of its holders and the rights it carries."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="seats", verbose_name=_("机构"))
    title = models.CharField(_("职务名称"), max_length=40)
    role = models.CharField(_("所带权限"), max_length=16, choices=Role, blank=True)
    places = models.PositiveSmallIntegerField(_("名额"), default=1)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("职位")
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["union", "body", "title"], name="seat_title_unique")]

    def __str__(self) -> str:
        return f"{self.body}{self.title}"


class TermQuerySet(BodyQuerySet):
    def current(self, day: date) -> Self:
        """Terms running on a day, overdue ones included: a term ends when the next begins."""
        return self.filter(runs_on(day, first="began_on", last="closed_on"))

    def due(self, first: date, last: date) -> Self:
        """Terms whose last day falls in a period, both days inclusive."""
        return self.filter(ends_on__gte=first, ends_on__lte=last)


class Term(TenantModel):
    """The nth term of a body (第三届). `ends_on` is its last day; `closed_on` when the next one took over."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="terms", verbose_name=_("机构"))
    number = models.PositiveSmallIntegerField(_("届次"))
    began_on = models.DateField(_("起"))
    years = models.PositiveSmallIntegerField(_("任期（年）"), choices=[(3, _("三年")), (5, _("五年"))])
    ends_on = models.DateField(_("届满日期"))
    closed_on = models.DateField(_("换届日期"), null=True, blank=True)
    document = models.CharField(_("批复文号"), max_length=80, blank=True)
    extension = models.CharField(_("提前或延期批准文号"), max_length=80, blank=True)

    objects = tenant_manager(TermQuerySet)

    class Meta:
        verbose_name = _("届期")
        ordering = ["-began_on"]
        constraints = [
            models.UniqueConstraint(fields=["union", "body", "number"], name="term_number_unique"),
            models.CheckConstraint(name="term_three_or_five_years", condition=Q(years__in=[3, 5])),
            models.CheckConstraint(name="term_ends_after_beginning", condition=Q(ends_on__gt=F("began_on"))),
        ]

    def __str__(self) -> str:
        return _("%(body)s第%(number)s届") % {"body": self.body, "number": self.number}


class PostQuerySet(models.QuerySet):
    def held(self, day: date) -> Self:
        """Posts that were held on a day, with the rights they carry."""
        held = self.filter(state__in=(PostState.HELD, PostState.ENDED))
        return held.filter(runs_on(day, first="began_on", last="ended_on"))

    def in_union_bodies(self) -> Self:
        """Posts of the union itself: not those of hospital departments, hired services or the upper union."""
        return self.exclude(seat__body__kind__in=OUTSIDE_BODIES)

    def visible_to(self, user: Any) -> Self:
        """Who holds which post is public among the union's own; the outside sees numbers."""
        return self if in_office(user) or is_of_the_union(user) else self.none()


class Post(TenantModel):
    """A person holding a seat from a day to a day, and how they came to it."""

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="posts", verbose_name=_("职位"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="posts", verbose_name=_("任职人"))
    term = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("届期"))
    state = models.CharField(_("状态"), max_length=8, choices=PostState, default=PostState.HELD)
    how = models.CharField(_("产生方式"), max_length=12, choices=How)
    began_on = models.DateField(_("任职日期"))
    ended_on = models.DateField(_("离任日期"), null=True, blank=True)
    document = models.CharField(_("任职文号"), max_length=80, blank=True)
    is_full_time = models.BooleanField(_("专职"), default=False)

    objects = tenant_manager(PostQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("任职")
        ordering = ["seat__order", "began_on"]
        constraints = [
            models.CheckConstraint(
                name="post_ended_after_beginning", condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on"))
            ),
            models.UniqueConstraint(
                fields=["union", "seat", "person"],
                condition=Q(ended_on=None) & Q(state__in=[PostState.PENDING, PostState.HELD]),
                name="post_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.seat}"
