"""What the lists of people may be narrowed by."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.kernel.text import squeezed
from unionhall.people.choices import BodyKind, Employment, Entry, PostClass, Sex, UnitKind
from unionhall.people.flow import CorrectionState, PostState, State
from unionhall.people.models import Department, Person, Unit

_YES_NO = [("true", _("是")), ("false", _("否"))]
STANDING = [("here", _("在册")), ("left", _("已离院")), ("all", _("全部"))]
MEMBERSHIP = [
    *((state.value, state.label) for state in (State.APPROVED, State.RETAINED, State.APPLIED, State.REVIEWED)),
    ("none", _("非会员")),
]


def units(request: Any) -> QuerySet[Unit]:
    """Branches and groups that stand."""
    return Unit.objects.filter(ended_on=None, kind__in=(UnitKind.BRANCH, UnitKind.GROUP)).select_related("parent")


def departments(request: Any) -> QuerySet[Department]:
    """Departments that stand."""
    return Department.objects.filter(ended_on=None)


class PersonFilter(django_filters.CharFilter):
    """Rows about one person each, by a part of the name or of the staff number; `via` leads from the row to the person."""

    def __init__(self, via: str = "person", **kwargs: Any) -> None:
        super().__init__(via, label=_("姓名或工号"), **kwargs)

    def filter(self, rows: QuerySet, text: str) -> QuerySet:
        word, via = squeezed(text or ""), self.field_name
        return rows.filter(Q(**{f"{via}__name__contains": word}) | Q(**{f"{via}__staff_no__contains": word}))


class RosterFilters(django_filters.FilterSet):
    """Who is shown: unless asked otherwise, staff who have not left; outsiders only when asked for."""

    q = django_filters.CharFilter(method="find", label=_("姓名或工号"))
    unit = django_filters.ModelChoiceFilter(queryset=units, method="in_unit", label=_("分工会、小组"))
    department = django_filters.ModelChoiceFilter(queryset=departments, label=_("科室"))
    post_class = django_filters.ChoiceFilter(choices=PostClass.choices, label=_("岗位类别"))
    employment = django_filters.ChoiceFilter(choices=Employment.choices, label=_("用工性质"))
    sex = django_filters.ChoiceFilter(choices=Sex.choices, label=_("性别"))
    is_front_line = django_filters.ChoiceFilter(choices=_YES_NO, method="on_front_line", label=_("一线"))
    membership = django_filters.ChoiceFilter(choices=MEMBERSHIP, method="of_membership", label=_("会籍"))
    standing = django_filters.ChoiceFilter(choices=STANDING, method="of_standing", label=_("在册情况"))
    joined_on = django_filters.DateFromToRangeFilter(label=_("来院日期"))

    def filter_queryset(self, queryset: QuerySet[Person]) -> QuerySet[Person]:
        shown, asked = super().filter_queryset(queryset), self.form.cleaned_data
        if not asked.get("employment"):
            shown = shown.exclude(employment=Employment.EXTERNAL)
        return shown if asked.get("standing") else shown.filter(left_on=None)

    def find(self, rows: QuerySet[Person], name: str, text: str) -> QuerySet[Person]:
        word = squeezed(text)
        return rows.filter(Q(name__contains=word) | Q(staff_no__contains=word))

    def in_unit(self, rows: QuerySet[Person], name: str, unit: Unit) -> QuerySet[Person]:
        return rows.filter(Q(unit=unit) | Q(unit__parent=unit))

    def on_front_line(self, rows: QuerySet[Person], name: str, said: str) -> QuerySet[Person]:
        return rows.filter(is_front_line=said == "true")

    def of_membership(self, rows: QuerySet[Person], name: str, state: str) -> QuerySet[Person]:
        return rows.filter(membership_state=None if state == "none" else state)

    def of_standing(self, rows: QuerySet[Person], name: str, standing: str) -> QuerySet[Person]:
        return rows if standing == "all" else rows.filter(left_on__isnull=standing == "here")


class MembershipFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("person__name", "contains", label=_("姓名"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("会籍状态"))
    entry = django_filters.ChoiceFilter(choices=Entry.choices, label=_("入会方式"))
    joined_on = django_filters.DateFromToRangeFilter(label=_("入会日期"))
    leavers = django_filters.ChoiceFilter(choices=_YES_NO, method="of_leavers", label=_("本人已离院"))

    def of_leavers(self, rows: QuerySet, name: str, said: str) -> QuerySet:
        return rows.filter(person__left_on__isnull=said == "false", ended_on=None)


class UnitFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("name", "contains", label=_("名称"))
    kind = django_filters.ChoiceFilter(choices=UnitKind.choices, label=_("层级"))


class DepartmentFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("name", "contains", label=_("名称"))


class BodyFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("name", "contains", label=_("名称"))
    kind = django_filters.ChoiceFilter(choices=BodyKind.choices, label=_("性质"))


class TermFilters(django_filters.FilterSet):
    ends_on = django_filters.DateFromToRangeFilter(label=_("届满日期"))
    running = django_filters.ChoiceFilter(
        choices=[("true", _("本届")), ("false", _("往届"))], method="of_running", label=_("届次")
    )

    def of_running(self, rows: QuerySet, name: str, said: str) -> QuerySet:
        return rows.filter(closed_on__isnull=said == "true")


class PostFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("person__name", "contains", label=_("姓名"))
    state = django_filters.ChoiceFilter(choices=PostState.choices, label=_("状态"))
    kind = django_filters.ChoiceFilter("seat__body__kind", choices=BodyKind.choices, label=_("机构性质"))


class CorrectionFilters(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=CorrectionState.choices, label=_("状态"))
