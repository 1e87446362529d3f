"""The checker as a page: for a report, with room for reasons, and for any text."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unionhall.duty import periods, services
from unionhall.duty.check.marks import Mark
from unionhall.duty.flow import FLOW
from unionhall.duty.forms import CheckForm
from unionhall.duty.permissions import is_author, may_list, may_write
from unionhall.duty.selectors import rows
from unionhall.duty.services.checking import prose
from unionhall.duty.services.drafting import term
from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.pages.refusals import status_of


@dataclass(frozen=True)
class Stretch:
    """A stretch of the checked text, with its mark where it is a claim."""

    text: str
    mark: Mark | None = None


@require_safe
@needs(may_list)
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every claim of a report: what the records say of it, and the author's reason where they say otherwise."""
    return _page(request, get_object_or_404(rows(request.user), pk=pk))


def _page(request: HttpRequest, report: object, refusal: Refusal | None = None) -> HttpResponse:
    checked = services.check(report) if report.is_draft else []
    context = {
        "report": report,
        "notes": report.notes.all(),
        "why_not": FLOW.why_not(report, "sign", by=request.user),
        "doubts": [one for one in checked if not one.mark.is_backed],
        "backed": [one for one in checked if one.mark.is_backed],
        "open": sum(not one.is_settled for one in checked),
        "reason": str(refusal or ""),
        "may_note": report.is_draft and (may_write | is_author)(request.user, report),
    }
    return render(request, "duty/check.html", context, status=status_of(refusal) if refusal else 200)


@require_POST
@needs(may_list)
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why one claim may stand."""
    report = get_object_or_404(rows(request.user), pk=pk)
    asked = {name: request.POST.get(name, "") for name in ("quote", "sentence", "status", "reason")}
    try:
        services.note(report, by=request.user, **asked)
    except Refusal as refusal:
        return _page(request, report, refusal)
    return redirect("duty.check", report.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(may_list)
def check_any(request: HttpRequest) -> HttpResponse:
    """Any text against the records of a period; nothing is kept."""
    form = CheckForm(request.POST or None)
    stretches, marks, reason, status = [], [], "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                stretches, marks = _checked(form.cleaned_data["text"], form.cleaned_data["period"])
                status = 200
            except Refusal as refusal:
                reason, status = str(refusal), status_of(refusal)
    context = {
        "form": form,
        "stretches": stretches,
        "marks": marks,
        "reason": reason,
        "open": sum(not mark.is_backed for mark in marks),
    }
    return render(request, "duty/check_any.html", context, status=status)


def _checked(text: str, period: str) -> tuple[list[Stretch], list[Mark]]:
    marks = services.check_text(text, periods.parse(period, term()))
    return list(_stretches(prose(text), marks)), marks


def _stretches(text: str, marks: list[Mark]) -> Iterator[Stretch]:
    """The text cut at its claims; claims never overlap but for a name inside one, which is listed and not drawn."""
    at = 0
    for mark in marks:
        if mark.claim.start < at:
            continue
        yield Stretch(text[at : mark.claim.start])
        yield Stretch(
            mark.claim.quote if mark.claim.kind == "figure" else text[mark.claim.start : mark.claim.end], mark
        )
        at = mark.claim.end
    yield Stretch(text[at:])
