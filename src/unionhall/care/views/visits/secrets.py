"""What was said in confidence, shown when somebody who may asks, and never without a trace (PRI-04)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from unionhall.audit import services as audit
from unionhall.care.models import LifeEvent, Visit
from unionhall.care.permissions import has_page
from unionhall.care.selectors import visits as rows
from unionhall.pages.guards import needs


@require_POST
@needs(has_page)
def of_event(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was said of an event."""
    event = get_object_or_404(rows.events(request.user), pk=pk)
    _log(request, event, gettext_lazy("职工事件的情况说明"))
    return _shown(request, event, [(_("情况说明"), event.words), (_("地点"), event.place)])


@require_POST
@needs(has_page)
def of_visit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was heard, asked and promised on a visit."""
    visit = get_object_or_404(rows.visits(request.user), pk=pk)
    _log(request, visit, gettext_lazy("走访记录"))
    promised = [(_("承诺事项"), f"{promise.text} {promise.outcome}".strip()) for promise in visit.promises.all()]
    return _shown(request, visit, [(_("了解情况"), visit.learned), (_("诉求"), visit.asked), *promised])


def _log(request: HttpRequest, record: LifeEvent | Visit, what: Any) -> None:
    if record.person.user_id != request.user.pk:
        audit.read(record, by=request.user, what=what)


def _shown(request: HttpRequest, record: Any, lines: list[tuple[str, str]]) -> HttpResponse:
    return render(request, "care/visits/secrets.html", {"record": record, "lines": lines})
