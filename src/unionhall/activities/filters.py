"""What the list of activities can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from unionhall.activities.flow import State
from unionhall.activities.kinds import Audience, Kind, Level, Occasion, Theme


class ActivityFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("状态"))
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=_("类别"))
    occasion = django_filters.ChoiceFilter(choices=Occasion.choices, label=_("节日"))
    theme = django_filters.ChoiceFilter(choices=Theme.choices, label=_("主题"))
    audience = django_filters.ChoiceFilter(choices=Audience.choices, label=_("面向"))
    held_from = django_filters.DateFromToRangeFilter(label=_("举办日期"))


class ExternalFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("event", "icontains", label=_("名称"))
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=_("类别"))
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("级别"))
