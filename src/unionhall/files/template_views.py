"""The office's page of printed forms: take a template, put one's own in its place, go back to the product's."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unionhall.accounts.roles import in_office
from unionhall.files import services, word
from unionhall.files.forms import UploadForm
from unionhall.files.models import FormTemplate
from unionhall.files.views import FORM_METHODS, sent, sent_in
from unionhall.files.word import Form
from unionhall.flows import Blocked
from unionhall.pages.guards import needs


@require_safe
@needs(in_office)
def index(request: HttpRequest) -> HttpResponse:
    """Every printed form, with whose template is in use."""
    newest = {}
    for row in FormTemplate.objects.select_related("by"):
        newest.setdefault(row.key, row)
    forms = [
        {"form": form, "own": own if (own := newest.get(form.key)) and own.sha256 else None} for form in word.forms()
    ]
    return render(request, "files/templates.html", {"forms": forms})


@require_safe
@needs(in_office)
def template(request: HttpRequest, key: str) -> HttpResponse:
    """The template in use, to be changed in Word or WPS."""
    form = _form(key)
    return sent(word.template_of(form), f"{form.label}.docx", word.MEDIA_TYPE)


@require_http_methods(FORM_METHODS)
@needs(in_office)
def replace(request: HttpRequest, key: str) -> HttpResponse:
    """Send one's own template; 422 with what it names wrongly."""
    form, upload = _form(key), UploadForm(*sent_in(request), accept=".docx")
    if upload.is_valid():
        try:
            services.replace_template(form, upload.cleaned_data["file"], by=request.user)
        except Blocked as refusal:
            upload.add_error("file", str(refusal))
        else:
            messages.success(request, _("已换用您的表样。"))
            return redirect("files.templates")
    return render(request, "files/replace.html", {"wanted": form, "form": upload}, status=422 if upload.errors else 200)


@require_POST
@needs(in_office)
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Back to the product's template."""
    services.restore_template(_form(key), by=request.user)
    messages.success(request, _("已恢复系统自带的表样。"))
    return redirect("files.templates")


def _form(key: str) -> Form:
    form = word.get(key)
    if form is None:
        raise Http404
    return form
