"""What the lists of proposals can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.congress.models import Session
from unionhall.kernel import clock
from unionhall.people.models import Department
from unionhall.proposals.flow import AssignmentState, State
from unionhall.proposals.kinds import Category, Outcome, Part, ReplyClass
from unionhall.proposals.models import Assignment, Proposal


def sessions_with_calls(request: Any) -> QuerySet[Session]:
    """Sessions for which proposals were called."""
    return Session.objects.filter(call__isnull=False).select_related("term")


def departments_that_answer(request: Any) -> QuerySet[Department]:
    """Departments that were given something."""
    return Department.objects.filter(pk__in=Assignment.objects.values("department")).order_by("name")


class PublicFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("案由"))
    session = django_filters.ModelChoiceFilter(
        field_name="call__session", queryset=sessions_with_calls, label=_("会议")
    )
    category = django_filters.ChoiceFilter(choices=Category.choices, label=_("类别"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("状态"))
    is_excellent = django_filters.BooleanFilter(label=_("优秀提案"))


class ProposalFilters(PublicFilters):
    outcome = django_filters.ChoiceFilter(choices=Outcome.choices, label=_("审查结论"))
    department = django_filters.ModelChoiceFilter(queryset=departments_that_answer, label=_("主办部门"))
    reply_class = django_filters.ChoiceFilter(choices=ReplyClass.choices, label=_("答复类别"))
    mover = django_filters.CharFilter("mover__person__name", "icontains", label=_("提案人"))
    due_on = django_filters.DateFromToRangeFilter(label=_("答复期限"))
    overdue = django_filters.BooleanFilter(method="filter_overdue", label=_("已逾期"))

    def filter_overdue(self, rows: Any, name: str, value: bool) -> Any:
        """Cases whose last day is over without a reply, or all others."""
        late = Proposal.objects.overdue(clock.today()).values("pk")
        return rows.filter(pk__in=late) if value else rows.exclude(pk__in=late)


class ShareFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("proposal__title", "icontains", label=_("案由"))
    part = django_filters.ChoiceFilter(choices=Part.choices, label=_("分工"))
    state = django_filters.ChoiceFilter(choices=AssignmentState.choices, label=_("状态"))
    due_on = django_filters.DateFromToRangeFilter(label=_("期限"))
