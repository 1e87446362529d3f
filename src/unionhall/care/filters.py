"""What the lists of care can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.care.flow.issues import EntitlementState, IssueState
from unionhall.care.flow.standard import StandardState
from unionhall.care.flow.visits import PENDING, EventState, PromiseState, TaskState, VisitState
from unionhall.care.kinds.words import Channel, Festival, Layer, Level, Occasion, Source
from unionhall.care.models import Issue
from unionhall.kernel import clock
from unionhall.people.filters import PersonFilter


class EventFilters(django_filters.FilterSet):
    q = PersonFilter()
    state = django_filters.ChoiceFilter(choices=EventState.choices, label=_("状态"))
    kind = django_filters.ChoiceFilter(choices=Occasion.choices, label=_("事由"))
    channel = django_filters.ChoiceFilter(choices=Channel.choices, label=_("来源"))
    happened_on = django_filters.DateFromToRangeFilter(label=_("发生日期"))


class TaskFilters(django_filters.FilterSet):
    q = PersonFilter()
    state = django_filters.ChoiceFilter(choices=TaskState.choices, label=_("状态"))
    occasion = django_filters.ChoiceFilter(choices=Occasion.choices, label=_("事由"))
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("走访层级"))
    late = django_filters.BooleanFilter(method="only_late", label=_("逾期"))
    visit_by = django_filters.DateFromToRangeFilter(label=_("走访期限"))

    def only_late(self, rows: QuerySet, name: str, value: Any) -> QuerySet:
        """Those still pending after their last day, or all the others."""
        late = rows.filter(state__in=PENDING, visit_by__lt=clock.today())
        return late if value else rows.exclude(pk__in=late.values("pk"))


class VisitFilters(django_filters.FilterSet):
    q = PersonFilter()
    state = django_filters.ChoiceFilter(choices=VisitState.choices, label=_("状态"))
    occasion = django_filters.ChoiceFilter(choices=Occasion.choices, label=_("事由"))
    festival = django_filters.ChoiceFilter(choices=Festival.choices, label=_("节日"))
    source = django_filters.ChoiceFilter(choices=Source.choices, label=_("资金来源"))
    visited_on = django_filters.DateFromToRangeFilter(label=_("走访日期"))


class PromiseFilters(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=PromiseState.choices, label=_("状态"))
    due_on = django_filters.DateFromToRangeFilter(label=_("落实期限"))


class StandardFilters(django_filters.FilterSet):
    occasion = django_filters.ChoiceFilter(choices=Occasion.choices, label=_("事由"))
    layer = django_filters.ChoiceFilter(choices=Layer.choices, label=_("层级"))
    state = django_filters.ChoiceFilter(choices=StandardState.choices, label=_("状态"))


class IssueFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=IssueState.choices, label=_("状态"))
    festival = django_filters.ChoiceFilter(choices=Festival.choices, label=_("节日"))


class ShareFilters(django_filters.FilterSet):
    q = PersonFilter()
    state = django_filters.ChoiceFilter(choices=EntitlementState.choices, label=_("状态"))
    issue = django_filters.ModelChoiceFilter(queryset=lambda request: Issue.objects.all(), label=_("福利"))
