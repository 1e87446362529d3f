"""The closed file of an activity, on the page and in Word, and its lists in Word."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from unionhall.activities import printing
from unionhall.activities.models import Activity
from unionhall.activities.permissions import may_list, runs
from unionhall.files.views import filled
from unionhall.pages.guards import needs


def _run_by(request: HttpRequest, pk: UUID) -> Activity:
    """The activity for who runs it; whoever else may see it has no papers of it."""
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    if not runs(request.user, activity):
        raise Http404
    return activity


@require_safe
@needs(may_list)
def file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything the activity produced, on one printable page."""
    activity = _run_by(request, pk)
    return render(request, "activities/file.html", {"activity": activity, "file": printing.whole_file(activity)})


@require_POST
@needs(may_list)
def word_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same in Word."""
    activity = _run_by(request, pk)
    return _document(request, activity, "file", activity.items.count())


@require_POST
@needs(may_list)
def word_list(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """One list in Word: entries, sign-in sheet, results or prize sign-off."""
    activity = _run_by(request, pk)
    if which not in printing.ROWS:
        raise Http404
    return _document(request, activity, which, len(printing.ROWS[which](activity)))


def _document(request: HttpRequest, activity: Activity, which: str, rows: int) -> HttpResponse:
    """The form as a download; recorded before it leaves."""
    return filled(request, f"activities.{which}", activity, rows=rows)
