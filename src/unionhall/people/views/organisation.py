"""The office's pages of units and departments, and of the union's own papers."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Related
from unionhall.people import tables
from unionhall.people.filters import DepartmentFilters, UnitFilters
from unionhall.people.forms import organisation as forms
from unionhall.people.models import Department, Person, Profile, Unit
from unionhall.people.permissions import stands
from unionhall.people.selectors import organisation as rows
from unionhall.people.services import profile, trees


def _person_url(person: Person) -> str:
    return reverse("people.detail", args=[person.pk])


def people_of_unit(unit: Unit, user: Any) -> QuerySet[Person]:
    """Who belongs to a unit or to its groups, as far as the reader may see."""
    return Person.objects.visible_to(user).filter(Q(unit=unit) | Q(unit__parent=unit), left_on=None)


def people_of_department(department: Department, user: Any) -> QuerySet[Person]:
    """Who works in a department, as far as the reader may see."""
    return Person.objects.visible_to(user).filter(department=department, left_on=None)


unit_pages = Pages(
    name="people.units",
    path="office/units",
    model=Unit,
    rows=rows.units,
    may_list=in_office,
    title=_("工会组织"),
    about=_("分工会、工会小组和服务站点。导入花名册时会列出还没有的分工会，确认后新建。"),
    table=tables.UNITS,
    filters=UnitFilters,
    verbs={
        "create": Verb(
            forms.NewUnitForm,
            trees.create_unit,
            label=_("新建组织"),
            who=in_office,
            creates=True,
            about=_("建立工会组织须报上一级工会批准（工会法第十二条）。"),
        ),
        "edit": Verb(forms.UnitForm, trees.edit_node, label=_("修改"), who=in_office & stands),
        "close": Verb(
            forms.CloseForm,
            trees.close_node,
            label=_("撤销"),
            who=in_office & stands,
            danger=True,
            about=_("工会组织不得随意撤销、合并（工会法第十三条）。"),
        ),
    },
    panels=[
        Facts("kind", "parent", "code", "document", "began_on", "place", "ended_on"),
        Related(
            "children", _("下级组织"), tables.SUBUNITS, link=lambda unit: reverse("people.units.detail", args=[unit.pk])
        ),
        Related(
            "bodies", _("机构"), tables.BODIES_SHORT, link=lambda body: reverse("people.bodies.detail", args=[body.pk])
        ),
        Related(people_of_unit, _("人员"), tables.PEOPLE, link=_person_url),
        History(),
    ],
)
department_pages = Pages(
    name="people.departments",
    path="office/departments",
    model=Department,
    rows=rows.departments,
    may_list=in_office,
    title=_("科室"),
    about=_("医院的院区和科室。导入花名册时会列出还没有的科室，确认后新建。"),
    table=tables.DEPARTMENTS,
    filters=DepartmentFilters,
    verbs={
        "create": Verb(
            forms.NewDepartmentForm, trees.create_department, label=_("新建科室"), who=in_office, creates=True
        ),
        "edit": Verb(forms.DepartmentForm, trees.edit_node, label=_("修改"), who=in_office & stands),
        "close": Verb(forms.CloseForm, trees.close_node, label=_("撤销"), who=in_office & stands, danger=True),
    },
    panels=[
        Facts("kind", "parent", "unit", "began_on", "ended_on"),
        Related(people_of_department, _("人员"), tables.PEOPLE, link=_person_url),
        History(),
    ],
)
profile_pages = Pages(
    name="people.profile",
    path="office/union",
    model=Profile,
    rows=rows.profiles,
    may_list=in_office,
    title=_("工会概况"),
    about=_("登记工会的法人资格、同级党组织、上级工会等情况，述职报告会用到。"),
    table=tables.PROFILES,
    verbs={
        "describe": Verb(
            forms.ProfileForm,
            profile.describe,
            label=_("登记工会概况"),
            who=in_office,
            creates=True,
            about=_("基层工会具备法人条件的，依法取得社团法人资格（工会法第十五条）。"),
        )
    },
    panels=[
        Facts(
            "credit_code",
            "certificate_no",
            "certified_on",
            "certificate_ends_on",
            "legal_representative",
            "level",
            "campuses",
            "party_committee",
            "administration",
            "upper_union",
            "founded_on",
            "founding_document",
            "pilots",
            "address",
            "phone",
            "account_name",
            "bank",
            "account_no",
        ),
        History(),
    ],
)
