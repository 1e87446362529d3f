"""One verb for several rows of a list: done for each that admits it, with the reason for each that does not; or once
for all of them together."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.flows import NotAllowed, Refusal
from unionhall.pages.listing import PAGE_SIZE
from unionhall.pages.once import act_once, new_key, where_it_led
from unionhall.pages.refusals import status_of
from unionhall.pages.values import NOTHING
from unionhall.pages.views.step import check, form_of, led_to

MOST_TOLD = 5

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest, pages: "Pages", verb: str) -> HttpResponse:
    """Ask once on GET (`?pk=…&pk=…`), act on each on POST, then report."""
    if done := where_it_led(request):
        return redirect(done)
    if pages.verbs[verb].together and not pages.may(verb, request.user):
        raise NotAllowed(_("您不能办理“%(step)s”这一步。") % {"step": pages.label_of(verb)})
    chosen = _chosen(pages, request)
    context = {
        "pages": pages,
        "verb": pages.verbs[verb],
        "label": pages.label_of(verb),
        "about": "" if callable(pages.verbs[verb].about) else pages.verbs[verb].about,
        "chosen": chosen,
        "told": [(obj, _told(pages, obj)) for obj in chosen],
        "back": pages.url("list"),
        "once": new_key(),
        "form": form_of(pages, verb, request, None),
        "reason": "",
    }
    if request.method != "POST" or not chosen or not context["form"].is_valid():
        return render(request, "pages/many.html", context, status=422 if request.method == "POST" else 200)
    if pages.verbs[verb].together:
        return _together(request, pages, verb, context)
    finished, refused = act_on_each(pages, verb, chosen, request.user, context["form"])
    return render(request, "pages/many_done.html", context | {"done": finished, "refused": refused})


def _together(request: HttpRequest, pages: "Pages", verb: str, context: dict[str, Any]) -> HttpResponse:
    """One act on all of them, which leads to what it made; a refusal leaves every row as it was."""
    try:
        act, fields = pages.verbs[verb].service, context["form"].cleaned_data
        address = act_once(
            request, lambda: led_to(pages, None, act(context["chosen"], by=request.user, **fields), request)
        )
    except Refusal as refusal:
        context |= {"reason": str(refusal), "once": request.POST.get("once") or context["once"]}
        return render(request, "pages/many.html", context, status=status_of(refusal))
    messages.success(request, pages.verbs[verb].done or _("已办理：%(step)s。") % {"step": pages.label_of(verb)})
    return redirect(address)


def _chosen(pages: "Pages", request: HttpRequest) -> list[models.Model]:
    """The rows picked, of those this user has; at most one page of them."""
    picked = (request.POST if request.method == "POST" else request.GET).getlist("pk")[:PAGE_SIZE]
    keys = [key for key in picked if _is_key(pages.model, key)]
    if len(keys) != len(picked):
        raise Http404
    return list(pages.rows(request.user).filter(pk__in=keys))


def _told(pages: "Pages", obj: models.Model) -> str:
    """What the list says of a row beside its name, so that nobody acts on bare numbers."""
    name = str(obj)
    texts = (column.text(obj) for column in pages.table.shown(pages.model))
    return " · ".join([text for text in texts if text != NOTHING and text not in name][:MOST_TOLD])


def _is_key(model: type[models.Model], key: str) -> bool:
    try:
        model._meta.pk.to_python(key)
    except forms.ValidationError:
        return False
    return True


@transaction.atomic
def act_on_each(
    pages: "Pages", verb: str, chosen: list[models.Model], user: Any, form: forms.Form
) -> tuple[list[models.Model], list[tuple[models.Model, str]]]:
    """Take the verb on each record in one transaction; returns those done and those refused with the reason.

    A refused record is left as it was; the others are done.
    """
    done, refused = [], []
    for obj in chosen:
        try:
            with transaction.atomic():
                check(pages, verb, obj, user)
                pages.verbs[verb].service(obj, by=user, **form.cleaned_data)
            done.append(obj)
        except Refusal as refusal:
            refused.append((obj, str(refusal)))
    return done, refused
