"""The list page: pills, table or cards, pager. One address serves the page and, for htmx, its changing part."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from unionhall.pages.listing import Listing
from unionhall.pages.models import SavedView

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages


@require_safe
def listing(request: HttpRequest, pages: "Pages") -> HttpResponse:
    """The list as the address says it; 422 when a filter value makes no sense."""
    wants_part = request.htmx and not request.htmx.history_restore_request
    template = "pages/parts/list.html" if wants_part else "pages/list.html"
    shown = Listing(pages, request)
    response = render(request, template, context(pages, shown, request), status=200 if shown.is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


def context(pages: "Pages", shown: Listing, request: HttpRequest) -> dict[str, Any]:
    """What the templates of the list need."""
    user = request.user
    return {
        "pages": pages,
        "list": shown,
        "list_url": pages.url("list"),
        "export_url": pages.url("export") + shown.address(),
        "views_url": pages.url("views"),
        "views": SavedView.objects.filter(user=user, page=pages.name),
        "starts": [
            *({"label": pages.label_of(name), "url": pages.url(name), "acts": True} for name in pages.starts(user)),
            *({"label": door.label, "url": door.url, "acts": False} for door in pages.doors if door.who(user)),
        ],
        "many": [
            {"label": pages.label_of(name), "url": pages.url(f"{name}.many")}
            for name, verb in pages.verbs.items()
            if verb.many or (verb.together and pages.may(name, user))
        ],
    }
