"""The inbox, and how one wants to be told."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.notices import selectors, services
from unionhall.notices.forms import PreferenceForm
from unionhall.pages.guards import needs

ON_A_PAGE = 30


@require_safe
@needs(is_signed_in)
def inbox(request: HttpRequest) -> HttpResponse:
    """One's notices, newest first; with `?unread=1` those not opened yet."""
    notices, only = selectors.inbox(request.user), bool(request.GET.get("unread"))
    page = Paginator(notices.unread() if only else notices, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "only": only, "unread": selectors.unread_count(request.user)}
    return render(request, "notices/inbox.html", context)


@require_POST
@needs(is_signed_in)
def open_notice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Count a notice as opened and go to what it tells of."""
    notice = get_object_or_404(selectors.inbox(request.user), pk=pk)
    services.mark_read(notice)
    return redirect(notice.url or "notices.inbox")


@require_POST
@needs(is_signed_in)
def open_all(request: HttpRequest) -> HttpResponse:
    """Count everything as opened."""
    services.mark_all_read(by=request.user)
    return redirect("notices.inbox")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def preferences(request: HttpRequest) -> HttpResponse:
    """Choose the channels."""
    known = selectors.preference(request.user)
    form = PreferenceForm(request.POST if request.method == "POST" else None, instance=known)
    if form.is_valid():
        services.prefer(by=request.user, **form.cleaned_data)
        messages.success(request, _("已记下您的通知方式。"))
        return redirect("notices.inbox")
    return render(request, "notices/preferences.html", {"form": form}, status=422 if form.errors else 200)
