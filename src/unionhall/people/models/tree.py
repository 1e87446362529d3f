"""The two dated trees: the union's own units, and the employer's departments."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.people.choices import DepartmentKind, UnitKind
from unionhall.people.permissions import is_of_the_union


class TreeQuerySet(models.QuerySet):
    def standing(self, day: date) -> Self:
        """What existed on a day."""
        return self.filter(Q(began_on=None) | Q(began_on__lte=day), Q(ended_on=None) | Q(ended_on__gt=day))

    def visible_to(self, user: Any) -> Self:
        """How the union is built is no secret among its own."""
        return self if in_office(user) or is_of_the_union(user) else self.none()


class Unit(TenantModel):
    """One node of the union's tree: the union itself, a branch, a group, or a service station (ORG-44, ORG-45)."""

    kind = models.CharField(_("层级"), max_length=8, choices=UnitKind)
    name = models.CharField(_("名称"), max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级")
    )
    code = models.CharField(_("简称"), max_length=20, blank=True)
    document = models.CharField(_("成立批文号"), max_length=80, blank=True)
    began_on = models.DateField(_("成立日期"), null=True, blank=True)
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=80, blank=True)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)

    objects = tenant_manager(TreeQuerySet)

    class Meta:
        verbose_name = _("工会组织")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "parent", "name"], condition=Q(ended_on=None), name="unit_name_unique"
            ),
            models.UniqueConstraint(fields=["union"], condition=Q(kind=UnitKind.UNION), name="unit_one_root"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def branch(self) -> "Unit | None":
        """The branch this unit is or belongs to; None for the union itself."""
        node: Unit | None = self
        while node is not None and node.kind != UnitKind.BRANCH:
            node = node.parent
        return node


class Department(TenantModel):
    """One node of the employer's tree. `unit` is where its people belong in the union unless they say otherwise."""

    kind = models.CharField(_("类别"), max_length=10, choices=DepartmentKind, default=DepartmentKind.DEPARTMENT)
    name = models.CharField(_("名称"), max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="departments", verbose_name=_("对应工会组织")
    )
    began_on = models.DateField(_("设立日期"), null=True, blank=True)
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)

    objects = tenant_manager(TreeQuerySet)

    class Meta:
        verbose_name = _("科室")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["union", "name"], condition=Q(ended_on=None), name="department_name_unique")
        ]

    def __str__(self) -> str:
        return self.name
