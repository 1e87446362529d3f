"""Typing the marks of one item."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.accounts.roles import is_signed_in
from unionhall.activities import services
from unionhall.activities.flow import FLOW, HAS_PLACE
from unionhall.activities.models import Entry, Item, Team
from unionhall.activities.permissions import may_list, runs
from unionhall.pages.guards import needs


class MarksForm(forms.Form):
    """One field for each entry or team of an item, named by its id, and a box for a broken record."""

    def __init__(self, data: Any = None, *, item: Item) -> None:
        super().__init__(data)
        self.sides = sides_of(item)
        for side, known in self.sides:
            mark = forms.DecimalField(
                required=False,
                min_value=0,
                max_digits=10,
                decimal_places=3,
                label=str(side.name if item.is_team else side.person.name),
            )
            mark.initial, mark.widget.attrs["inputmode"] = known and known.mark, "decimal"
            self.fields[f"mark_{side.pk}"] = mark
            self.fields[f"record_{side.pk}"] = forms.BooleanField(
                required=False, label=_("破纪录"), initial=bool(known and known.broke_record)
            )

    @property
    def rows(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        """Who, the mark, the record."""
        return [(side, self[f"mark_{side.pk}"], self[f"record_{side.pk}"]) for side, _known in self.sides]

    @property
    def marks(self) -> dict[UUID, Decimal | None]:
        """The marks given, and None where one that was there is taken away."""
        given = {side.pk: (self.cleaned_data[f"mark_{side.pk}"], known) for side, known in self.sides}
        return {pk: mark for pk, (mark, known) in given.items() if mark is not None or known}

    @property
    def records(self) -> set[UUID]:
        """Who broke a record."""
        return {side.pk for side, _known in self.sides if self.cleaned_data[f"record_{side.pk}"]}


def sides_of(item: Item) -> list[tuple[Any, Any]]:
    """Every team or entry that has a place in the item, with the result known so far."""
    if item.is_team:
        found = Team.objects.filter(item=item, state__in=HAS_PLACE).select_related("result", "unit")
    else:
        found = Entry.objects.filter(item=item, state__in=HAS_PLACE).select_related("result", "person__department")
    return [(side, getattr(side, "result", None)) for side in found]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The marks of one item; who runs the activity has this page, nobody else."""
    item = get_object_or_404(Item.objects.visible_to(request.user).select_related("activity"), pk=pk)
    if not runs(request.user, item.activity):
        raise Http404
    FLOW.check(item.activity, "record_results", by=request.user)
    form = MarksForm(request.POST if request.method == "POST" else None, item=item)
    back = reverse("activities.detail" if may_list(request.user) else "my.activities.show", args=[item.activity_id])
    if request.method == "POST" and form.is_valid():
        count = services.record_results(item, by=request.user, marks=form.marks, records=form.records)
        messages.success(
            request, _("“%(item)s”的%(count)s个成绩已保存，名次已排好。") % {"item": item.name, "count": count}
        )
        return redirect(back)
    context = {"item": item, "activity": item.activity, "form": form, "back": back}
    return render(request, "activities/marks.html", context, status=422 if form.errors else 200)
