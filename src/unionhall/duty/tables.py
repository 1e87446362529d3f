"""The columns of the list of reports."""

import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.duty import outlines
from unionhall.duty.flow import State
from unionhall.duty.models import Kind
from unionhall.pages.tables import Column, Table

REPORTS = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("kind"),
    Column("first", phone=False),
    Column("last", phone=False),
    Column("author.name", _("述职人")),
    Column("state"),
    Column("signed_at", phone=False),
    Column("outline", hidden=True),
    Column("audience", hidden=True),
    Column("drafted_at", hidden=True),
)


class ReportFilters(django_filters.FilterSet):
    """Search in number and title, and the usual choices."""

    q = django_filters.CharFilter(label=_("编号、标题"), method="search")
    state = django_filters.ChoiceFilter(label=_("状态"), choices=State)
    kind = django_filters.ChoiceFilter(label=_("种类"), choices=Kind)
    outline = django_filters.ChoiceFilter(label=_("体例"), choices=outlines.CHOICES)

    def search(self, rows: models.QuerySet, name: str, value: str) -> models.QuerySet:
        """Number or title holds the words."""
        return rows.filter(models.Q(number__icontains=value) | models.Q(title__icontains=value))
