"""What dues and contributions can be narrowed by."""

import django_filters
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.funds.models import Dues
from unionhall.people.filters import PersonFilter


def owing(rows: QuerySet, name: str, wanted: bool | None) -> QuerySet:
    """Those of which something is still due, or of which nothing is."""
    paid = "paid" if rows.model is Dues else "received"
    if wanted is None:
        return rows
    return rows.filter(**{f"{paid}__lt": F("due")}) if wanted else rows.filter(**{f"{paid}__gte": F("due")})


class DuesFilters(django_filters.FilterSet):
    q = PersonFilter()
    month = django_filters.DateFromToRangeFilter(label=_("月份"))
    owes = django_filters.BooleanFilter(method=owing, label=_("欠缴"))


class ContributionFilters(django_filters.FilterSet):
    month = django_filters.DateFromToRangeFilter(label=_("月份"))
    owes = django_filters.BooleanFilter(method=owing, label=_("欠拨"))
