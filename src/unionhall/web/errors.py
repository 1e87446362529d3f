"""What is shown when a page does not exist, may not be opened, or broke."""
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request could not be read."""
    return render(request, "web/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the page exists, and this person may not do this."""
    return render(request, "web/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none this person may know of; both read alike."""
    return render(request, "web/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing was saved."""
    return render(request, "web/500.html", status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form whose security token is missing or stale."""
    return render(request, "web/stale.html", status=403)
