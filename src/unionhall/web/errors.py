"""What is shown when a page does not exist, may not be opened, or broke."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _

from unionhall.files.uploads import UploadTooLarge
from unionhall.web.frame import BareFrame


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request could not be read; 413 with the reason when an upload was too large to be."""
    if isinstance(exception, UploadTooLarge):
        return render(request, "pages/refusal.html", {"reason": str(exception), "back": request.path}, status=413)
    return render(request, "web/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the page exists, and this person may not do this."""
    return render(request, "web/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none this person may know of; both read alike."""
    return render(request, "web/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing was saved. The database may be what broke, so nothing is asked of it."""
    page = get_template("web/500.html").render({"frame": BareFrame(_("职工之家")), "messages": []})
    return HttpResponse(page, status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form whose security token is missing or stale."""
    return render(request, "web/stale.html", status=403)
