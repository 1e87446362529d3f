"""What requests can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.funds.flow.request import State
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.purpose import Purpose


class RequestFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=pgettext_lazy("funds", "事由"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("状态"))
    purpose = django_filters.ChoiceFilter(choices=Purpose.choices, label=_("用途"))
    rung = django_filters.ChoiceFilter(choices=Rung.choices, label=_("审批权限"))
    account = django_filters.CharFilter("account", "startswith", label=_("预算科目"))
    approved_on = django_filters.DateFromToRangeFilter(label=_("批准日期"))
    asked_on = django_filters.DateFromToRangeFilter(label=_("申请日期"))
