"""The record page: header, panels, the steps one may take with the reason where one may not, the road so far."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages


@dataclass(frozen=True)
class Offered:
    """A step as a button: `why` is the reason it is greyed, or empty."""

    label: Any
    url: str
    danger: bool
    why: str


@require_safe
def record(request: HttpRequest, pages: "Pages", pk: Any) -> HttpResponse:
    """The record, if it is among the rows of this user."""
    obj = pages.record(request.user, pk)
    parts = [(part, part.html(request, pages, obj)) for part in pages.panels if part.shown_to(request.user, obj)]
    return render(
        request,
        "pages/record.html",
        header(pages, obj)
        | {
            "panels": [html for part, html in parts if not part.aside],
            "asides": [html for part, html in parts if part.aside],
            "without": [part.title for part, html in parts if part.title and not html],
            "steps": offered(pages, obj, request.user),
        },
    )


def header(pages: "Pages", obj: models.Model) -> dict[str, Any]:
    """What stands above every page of one record."""
    state = pages.flow.state_of(obj) if pages.flow else None
    return {
        "pages": pages,
        "obj": obj,
        "heading": pages.heading(obj),
        "number": _number(obj),
        "state": state,
        "turn": (pages.turn(obj) if pages.turn else "") or "",
        "list_url": pages.url("list"),
        "record_url": pages.url("detail", obj),
    }


def _number(obj: models.Model) -> Any:
    """The record's number; where that is a bare count, the code it makes (3-2), if it has one."""
    number = getattr(obj, "number", "")
    return getattr(obj, "code", number) if isinstance(number, int) else number


def offered(pages: "Pages", obj: models.Model, user: Any) -> list[Offered]:
    """The verbs this person may take on the record in its present state, in the order declared."""
    open_now = {step.verb for step in pages.flow.open_steps(obj, by=user)} if pages.flow else set()
    steps = pages.flow.steps if pages.flow else {}
    buttons = []
    for name, verb in pages.verbs.items():
        if verb.creates or verb.together or (name not in open_now if name in steps else not pages.may(name, user, obj)):
            continue
        why = pages.flow.why_not(obj, name, by=user) if pages.flow and name in steps else None
        why = why or (verb.why(obj, user) if verb.why else None)
        buttons.append(Offered(pages.label_of(name), pages.url(name, obj), verb.danger, str(why or "")))
    return buttons
