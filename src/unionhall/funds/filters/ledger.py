"""What the lists of the book can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.funds.flow.audit import AuditState, FindingState
from unionhall.funds.flow.book import FundState, PeriodState, VoucherState
from unionhall.funds.kinds.audit import AuditKind
from unionhall.funds.kinds.ledger import AccountKind, FundKind, Level, VoucherKind


class VoucherFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("text", "icontains", label=_("摘要"))
    kind = django_filters.ChoiceFilter(choices=VoucherKind.choices, label=_("凭证类别"))
    state = django_filters.ChoiceFilter(choices=VoucherState.choices, label=_("状态"))
    on = django_filters.DateFromToRangeFilter(label=_("日期"))


class EntryFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("voucher__text", "icontains", label=_("摘要"))
    account = django_filters.CharFilter("account__code", "startswith", label=_("科目编码"))
    kind = django_filters.ChoiceFilter("account__kind", choices=AccountKind.choices, label=_("要素"))
    source = django_filters.ChoiceFilter("fund__kind", choices=FundKind.choices, label=_("资金来源"))
    fund = django_filters.CharFilter("fund__number", label=_("专项资金编号"))
    on = django_filters.DateFromToRangeFilter("voucher__on", label=_("日期"))
    moving = django_filters.BooleanFilter(method="only_moving", label=_("不含期初和年终结转"))

    def only_moving(self, rows: QuerySet, name: str, value: bool) -> QuerySet:
        """What really came in and went out."""
        return rows.moving() if value else rows


class AccountFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("name", "icontains", label=_("科目名称"))
    kind = django_filters.ChoiceFilter(choices=AccountKind.choices, label=_("要素"))
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("适用级别"))


class FundFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    kind = django_filters.ChoiceFilter(choices=FundKind.choices, label=_("资金来源"))
    state = django_filters.ChoiceFilter(choices=FundState.choices, label=_("状态"))


class PeriodFilters(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=PeriodState.choices, label=_("状态"))


class AuditFilters(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=AuditKind.choices, label=_("类别"))
    state = django_filters.ChoiceFilter(choices=AuditState.choices, label=_("状态"))


class FindingFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("问题"))
    state = django_filters.ChoiceFilter(choices=FindingState.choices, label=_("状态"))
    due_on = django_filters.DateFromToRangeFilter(label=_("整改期限"))
