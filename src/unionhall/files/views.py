"""Files of records: out by a checked download, in and off by the record's own permission."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unionhall.audit import services as audit
from unionhall.files import owners, services, store, word
from unionhall.files.forms import UploadForm
from unionhall.flows import Blocked, NotAllowed

FORM_METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def download(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file, checked against its digest; never shown as a page of ours. Of a confidential record it leaves a trace."""
    attachment, record, _owner = owners.attachment(pk, request.user)
    content = store.read(attachment.sha256)
    if getattr(record, "is_confidential", False):
        audit.read(record, by=request.user, what=attachment.name)
    return sent(content, attachment.name, attachment.media_type)


def sent_in(request: HttpRequest) -> tuple[Any, Any]:
    """What a form is bound to: data and files of a POST, else nothing."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def sent(content: bytes, name: str, media_type: str) -> HttpResponse:
    """Bytes as a download that no browser opens in our name."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer


def filled(request: HttpRequest, key: str, record: Any, *, rows: int = 1, name: str = "") -> HttpResponse:
    """A printed form filled from a record, in Word, as a download; recorded before it leaves, with how many `rows` it lists.

    It is called after the record and the form, unless `name` says otherwise.
    """
    form = word.get(key)
    document = word.render(key, record)
    audit.export(key, by=request.user, rows=rows, filters={"record": str(record)})
    return sent(document, f"{name or f'{record}{form.label}'}.docx", word.MEDIA_TYPE)


@login_required
@require_http_methods(FORM_METHODS)
def attach(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Send a file to a record; 422 with the reason when it is not taken."""
    record, owner = owners.record(kind, pk, request.user)
    if not owner.may_attach(request.user, record):
        raise NotAllowed(_("您不能给这条记录添加附件。"))
    form = UploadForm(*sent_in(request))
    if form.is_valid():
        try:
            services.attach(record, form.cleaned_data["file"], by=request.user, why_not=owner.why_not)
        except Blocked as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect(_back(request))
    context = {"form": form, "record": record, "back": _back(request)}
    return render(request, "files/attach.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(FORM_METHODS)
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a file off its record, after a question."""
    attachment, record, owner = owners.attachment(pk, request.user)
    if not owner.may_attach(request.user, record):
        raise NotAllowed(_("您不能移除这个附件。"))
    if request.method == "POST":
        services.remove(attachment, record, by=request.user)
        return redirect(_back(request))
    return render(request, "files/remove.html", {"file": attachment, "record": record, "back": _back(request)})


def _back(request: HttpRequest) -> str:
    """The page one came from, if it is ours."""
    address = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        raise BadRequest
    return address
