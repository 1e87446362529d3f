"""What the list of polls can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from unionhall.ballots.flow import State
from unionhall.ballots.kinds import Kind, Way


class PollFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("状态"))
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=_("类别"))
    way = django_filters.ChoiceFilter(choices=Way.choices, label=_("投票方式"))
