"""One verb for several rows of a list: done for each that admits it, with the reason for each that does not."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from unionhall.flows import Refusal
from unionhall.pages.listing import PAGE_SIZE
from unionhall.pages.once import new_key
from unionhall.pages.views.step import check, form_of

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest, pages: "Pages", verb: str) -> HttpResponse:
    """Ask once on GET (`?pk=…&pk=…`), act on each on POST, then report."""
    chosen = _chosen(pages, request)
    context = {
        "pages": pages,
        "verb": pages.verbs[verb],
        "label": pages.label_of(verb),
        "about": "" if callable(pages.verbs[verb].about) else pages.verbs[verb].about,
        "chosen": chosen,
        "back": pages.url("list"),
        "once": new_key(),
        "form": form_of(pages, verb, request, None),
        "reason": "",
    }
    if request.method != "POST" or not chosen or not context["form"].is_valid():
        return render(request, "pages/many.html", context, status=422 if request.method == "POST" else 200)
    done, refused = act_on_each(pages, verb, chosen, request.user, context["form"])
    return render(request, "pages/many_done.html", context | {"done": done, "refused": refused})


def _chosen(pages: "Pages", request: HttpRequest) -> list[models.Model]:
    """The rows picked, of those this user has; at most one page of them."""
    picked = (request.POST if request.method == "POST" else request.GET).getlist("pk")[:PAGE_SIZE]
    keys = [key for key in picked if _is_key(pages.model, key)]
    if len(keys) != len(picked):
        raise Http404
    return list(pages.rows(request.user).filter(pk__in=keys))


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
