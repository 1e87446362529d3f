"""What the lists of congresses can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from unionhall.congress.flow import ItemState, MotionState, State
from unionhall.congress.kinds import Congress, Mover
from unionhall.congress.rules.powers import Power
from unionhall.people.choices import PostClass, Sex


class SessionFilters(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter("term__kind", choices=Congress.choices, label=_("会议"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("状态"))
    held_on = django_filters.DateFromToRangeFilter(label=_("开会日期"))


class DelegateFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("person__name", "icontains", label=_("姓名"))
    kind = django_filters.ChoiceFilter("term__kind", choices=Congress.choices, label=_("会议"))
    delegation = django_filters.CharFilter("delegation__name", "icontains", label=_("代表团"))
    category = django_filters.ChoiceFilter(choices=PostClass.choices, label=_("类别"))
    sex = django_filters.ChoiceFilter("person__sex", choices=Sex.choices, label=_("性别"))
    is_front_line = django_filters.BooleanFilter(label=_("一线"))
    is_manager = django_filters.BooleanFilter(label=_("中层以上"))


class ItemFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("议题"))
    power = django_filters.ChoiceFilter(choices=Power.choices, label=_("职权类型"))
    state = django_filters.ChoiceFilter(choices=ItemState.choices, label=_("状态"))


class MotionFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("案由"))
    mover = django_filters.ChoiceFilter(choices=Mover.choices, label=_("提出方"))
    state = django_filters.ChoiceFilter(choices=MotionState.choices, label=_("状态"))


class ResolutionFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("决议"))
    adopted_on = django_filters.DateFromToRangeFilter(label=_("通过日期"))
