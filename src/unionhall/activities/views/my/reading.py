"""What there is to join, what one has joined, the ticket, the results."""

from typing import Any
from uuid import UUID

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.activities import codes, rules, selectors
from unionhall.activities.flow import LIVE, State
from unionhall.activities.models import Activity, Attendance, Entry, Team
from unionhall.activities.permissions import may_take_part, runs
from unionhall.activities.services import checks
from unionhall.flows import Refusal
from unionhall.kernel import clock
from unionhall.pages.guards import needs
from unionhall.pages.once import new_key
from unionhall.people.models import Person
from unionhall.people.selectors import person_of

SHOWN = 50


@require_safe
@needs(may_take_part)
def listing(request: HttpRequest) -> HttpResponse:
    """What one may join, soonest first, then what was held lately."""
    person = person_of(request.user)
    mine = set(selectors.mine(person).values_list("item__activity", flat=True)) if person else set()
    coming = list(selectors.open_to(request.user)[:SHOWN])
    lately = Activity.objects.visible_to(request.user).took_place().order_by("-held_from")[:10]
    return render(request, "activities/my/list.html", {"coming": coming, "lately": lately, "mine": mine})


@require_safe
@needs(is_signed_in)
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One activity: what it is, its items, and for each what one may do."""
    activity = get_object_or_404(Activity.objects.visible_to(request.user).select_related("unit"), pk=pk)
    person = person_of(request.user)
    context = {
        "activity": activity,
        "items": _items(activity, person),
        "why_not": _why_not(activity, person, request.user),
        "once": new_key(),
        "runs": runs(request.user, activity),
        "ticket": _ticket(activity, person),
        "partners": activity.partners.all(),
        "has_results": activity.items.filter(results__isnull=False).exists(),
    }
    return render(request, "activities/my/show.html", context)


def _items(activity: Activity, person: Person | None) -> list[tuple[Any, Entry | None]]:
    """Each item with one's own entry in it, if any."""
    own = Entry.objects.filter(item__activity=activity, person=person, state__in=LIVE).select_related("team__captain")
    by_item = {entry.item_id: entry for entry in own}
    return [(item, by_item.get(item.pk)) for item in activity.items.all()]


def _why_not(activity: Activity, person: Person | None, user: Any) -> str:
    """Why one cannot sign up, said before one tries."""
    if activity.state not in (State.OPEN, State.CLOSED) or activity.held_to < clock.today():
        return ""
    try:
        checks.takes_entries(activity)
    except Refusal as refusal:
        return str(refusal)
    return (checks.invited(activity, person) if person and may_take_part(user) else None) or ""


def _ticket(activity: Activity, person: Person | None) -> Attendance | None:
    return Attendance.objects.filter(activity=activity, person=person).first() if person else None


@require_safe
@needs(is_signed_in)
def ticket(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The QR picture and the short code to show at the door; only one's own."""
    mine = (
        Attendance.objects.filter(activity=pk, person__user=request.user).select_related("activity", "person").first()
    )
    if mine is None:
        raise Http404
    door = request.build_absolute_uri(reverse("activities.check_in", args=[pk]))
    picture = segno.make(f"{door}?code={codes.signed(mine.pk)}", error="m").svg_inline(border=2, omitsize=True)
    return render(request, "activities/my/ticket.html", {"ticket": mine, "picture": mark_safe(picture)})


@require_safe
@needs(is_signed_in)
def entries(request: HttpRequest) -> HttpResponse:
    """One's own entries, teams one leads, and prizes to sign for."""
    person = person_of(request.user)
    if person is None:
        raise Http404
    return render(
        request,
        "activities/my/entries.html",
        {
            "entries": selectors.mine(person)[: SHOWN * 2],
            "today": clock.today(),
            "teams": Team.objects.filter(captain=person, state__in=LIVE).select_related("item__activity"),
            "prizes": selectors.prizes_of(person),
        },
    )


@require_safe
@needs(is_signed_in)
def results(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The announced results, item by item, and the branches by points."""
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    return render(
        request,
        "activities/my/results.html",
        {
            "activity": activity,
            "results": selectors.results_of(activity),
            "standings": selectors.standings(activity),
            "edition": rules.edition(activity.edition),
        },
    )
