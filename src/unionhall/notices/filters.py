"""How the office narrows the log of e-mails."""

import django_filters
from django.utils.translation import gettext_lazy as _

from unionhall.notices.flow import State


class DeliveryFilters(django_filters.FilterSet):
    """By state."""

    state = django_filters.ChoiceFilter(choices=State.choices, label=_("状态"))
