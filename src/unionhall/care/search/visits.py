"""Visits are found by number and name, issues by title; events, and whatever was said, are in no index."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.care.models import Issue, Visit
from unionhall.care.permissions import may_list
from unionhall.search import registry


def _visit(visit: Any, user: Any) -> str:
    return reverse("care.visits.detail", args=[visit.pk]) if may_list(user) else reverse("my.care")


def _issue(issue: Any, user: Any) -> str:
    return reverse("care.issues.detail", args=[issue.pk]) if may_list(user) else reverse("my.care.benefits")


registry.index(
    Visit,
    kind=_("走访"),
    title=lambda visit: f"{visit.number} {visit.person.name}",
    names=lambda visit: [visit.person.name],
    keywords=lambda visit: [visit.number],
    related=("person",),
    url=_visit,
)
registry.index(
    Issue,
    kind=_("福利发放"),
    title=str,
    keywords=lambda issue: [issue.number],
    about=lambda issue: issue.get_state_display(),
    url=_issue,
)
