"""The page of one verb: the few fields it asks for, the rule shown before, the reason beside the field after."""

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.flows import NotAllowed, Refusal
from unionhall.pages.forms import StepForm
from unionhall.pages.once import act_once, new_key, where_it_led
from unionhall.pages.refusals import status_of
from unionhall.pages.views.record import header

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages, Verb


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pages: "Pages", verb: str, pk: Any = None) -> HttpResponse:
    """Ask on GET, act on POST: 422 for bad input, 403 and 409 for a refusal, else on to the record."""
    obj = pages.record(request.user, pk) if pk else None
    if done := where_it_led(request):
        return redirect(done)
    try:
        check(pages, verb, obj, request.user)
    except Refusal as refusal:
        typed = request.method == "POST" and not isinstance(refusal, NotAllowed)
        return _page(request, pages, verb, obj, form_of(pages, verb, request, obj) if typed else None, refusal)
    if request.method != "POST":
        return _page(request, pages, verb, obj, form_of(pages, verb, request, obj))
    return _take(request, pages, verb, obj)


def check(pages: "Pages", verb: str, obj: models.Model | None, user: Any) -> None:
    """Raise the refusal that stands in the way of a verb before anything is asked."""
    if not pages.may(verb, user, obj):
        raise NotAllowed(_("您不能办理“%(step)s”这一步。") % {"step": pages.label_of(verb)})
    if pages.flow and verb in pages.flow.steps:
        pages.flow.check(obj, verb, by=user)


def form_of(pages: "Pages", verb: str, request: HttpRequest, obj: models.Model | None) -> forms.Form:
    """The verb's form: bound on POST, else started from the address (`?unit=…`), so that a link can know the answer."""
    form_class = pages.verbs[verb].form or StepForm
    if request.method == "POST":
        return form_class(request.POST, request.FILES, user=request.user, obj=obj)
    known = {name: value for name, value in request.GET.items() if name in form_class.base_fields}
    return form_class(user=request.user, obj=obj, **({"initial": known} if known else {}))


def _take(request: HttpRequest, pages: "Pages", verb: str, obj: models.Model | None) -> HttpResponse:
    form = form_of(pages, verb, request, obj)
    if not form.is_valid():
        return _page(request, pages, verb, obj, form)
    try:
        preview = _preview(request, pages.verbs[verb], obj, form)
        if preview and request.POST.get("seen") != digest(preview):
            return _page(request, pages, verb, obj, form, preview=preview)
        address = act_once(request, lambda: _act(request, pages, verb, obj, form))
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, pages, verb, obj, form)
    except Refusal as refusal:
        return _page(request, pages, verb, obj, form, refusal)
    messages.success(request, pages.verbs[verb].done or _("已办理：%(step)s。") % {"step": pages.label_of(verb)})
    return redirect(address)


def _preview(request: HttpRequest, declared: "Verb", obj: models.Model | None, form: forms.Form) -> str:
    """What the verb would make of the form, where it says so beforehand; raises what the service would."""
    if declared.preview is None:
        return ""
    target = () if obj is None else (obj,)
    return declared.preview(*target, by=request.user, **form.cleaned_data)


def digest(preview: str) -> str:
    """What a form carries back of the preview that was looked at: another one is shown again."""
    return sha256(preview.encode()).hexdigest()


def _act(request: HttpRequest, pages: "Pages", verb: str, obj: models.Model | None, form: forms.Form) -> str:
    """Call the service; returns where to go: the record it returned, or the same one, or else the list."""
    target = () if obj is None else (obj,)
    return led_to(pages, obj, pages.verbs[verb].service(*target, by=request.user, **form.cleaned_data), request)


def led_to(pages: "Pages", obj: models.Model | None, result: Any, request: HttpRequest) -> str:
    """Where a verb leads that returned `result`: to that record if it has a page this user has, else back."""
    goal = result if isinstance(result, pages.model) or hasattr(result, "get_absolute_url") else obj
    if isinstance(goal, pages.model) and pages.rows(request.user).filter(pk=goal.pk).exists():
        return pages.url("detail", goal)
    if hasattr(goal, "get_absolute_url"):
        return goal.get_absolute_url()
    return pages.url("list")


def _page(
    request: HttpRequest,
    pages: "Pages",
    verb: str,
    obj: models.Model | None,
    form: forms.Form | None,
    refusal: Refusal | None = None,
    preview: str = "",
) -> HttpResponse:
    """The form page, below what would come of it where that was asked for; without a form only the reason why not."""
    declared = pages.verbs[verb]
    about = declared.about(obj) if callable(declared.about) else declared.about
    context = {
        "pages": pages,
        "verb": declared,
        "label": pages.label_of(verb),
        "about": about,
        "form": form,
        "preview": preview,
        "seen": preview and digest(preview),
        "reason": str(refusal or ""),
        "once": request.POST.get("once") or new_key(),
        "back": pages.url("detail", obj) if obj else pages.url("list"),
        "obj": obj,
    }
    if obj is not None:
        context |= header(pages, obj)
    bad = form is not None and bool(form.errors)
    return render(request, "pages/step.html", context, status=status_of(refusal) if refusal else 422 if bad else 200)
