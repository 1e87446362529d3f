"""What was searched for: all kinds on one page, one kind in full, or a few lines under the box while one types."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import in_office, is_signed_in
from unionhall.pages.guards import needs
from unionhall.search import query, registry, selectors

EACH, EACH_SUGGESTED, ON_A_PAGE = 10, 3, 50


@require_safe
@needs(is_signed_in)
def results(request: HttpRequest) -> HttpResponse:
    """Hits of `?q=` by kind; with `&kind=` all of one; for htmx the suggestions under the box."""
    text = request.GET.get("q", "").strip()[: query.LONGEST]
    if request.GET.get("kind"):
        return _kind(request, text, request.GET["kind"])
    each = EACH_SUGGESTED if request.htmx else EACH
    context = {
        "q": text,
        "groups": list(selectors.results(request.user, text, each=each)),
        "too_short": bool(text) and not query.terms(text),
        "frame_template": _frame(request),
    }
    return render(request, "search/suggestions.html" if request.htmx else "search/results.html", context)


def _kind(request: HttpRequest, text: str, key: str) -> HttpResponse:
    entry = registry.get(key)
    if entry is None:
        raise Http404
    rows = selectors.rows(request.user, text, entry)
    page = Paginator(rows if rows.ordered else rows.order_by("pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "q": text,
        "entry": entry,
        "page": page,
        "frame_template": _frame(request),
        "hits": [selectors.hit(entry, record, request.user) for record in page],
    }
    return render(request, "search/kind.html", context)


def _frame(request: HttpRequest) -> str:
    return "pages/office.html" if in_office(request.user) else "pages/my.html"
