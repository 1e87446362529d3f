"""The home pages: /my for everyone, /office for the office, and the door that leads to one's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import in_office, is_signed_in
from unionhall.kernel import clock
from unionhall.pages import nav
from unionhall.pages.desk import how_many
from unionhall.pages.guards import needs

OFFERS_ON_HOME = 8
NEWS_ON_HOME = 6


@require_safe
@needs(is_signed_in)
def home(request: HttpRequest) -> HttpResponse:
    """Those with an office post to the desk, others to the phone."""
    return redirect(nav.home_of(request.user))


@require_safe
@needs(is_signed_in)
def my(request: HttpRequest) -> HttpResponse:
    """What waits for me, what I can start, what happened in my matters."""
    waiting = nav.waiting_for(request.user)
    return render(
        request,
        "web/my.html",
        {
            "waiting": waiting,
            "count": how_many(waiting),
            "missing": [item for item in nav.missing_for(request.user) if item.url],
            "today": clock.today(),
            "offers": nav.offers(request.user)[:OFFERS_ON_HOME],
            "news": nav.news_for(request.user)[:NEWS_ON_HOME],
        },
    )


@require_safe
@needs(is_signed_in)
def matters(request: HttpRequest) -> HttpResponse:
    """Everything I can start, and all that happened in my matters."""
    return render(
        request,
        "web/matters.html",
        {"offers": nav.offers(request.user), "news": nav.news_for(request.user), "today": clock.today()},
    )


@require_safe
@needs(in_office)
def office(request: HttpRequest) -> HttpResponse:
    """What waits for the office, soonest first, what is overdue apart from what is due today, and the rooms;
    in a new union first of all what has to be set up."""
    waiting, today = nav.waiting_for(request.user), clock.today()
    overdue = [item for item in waiting if item.due_on and item.due_on < today]
    due = [item for item in waiting if item.due_on == today]
    later = [item for item in waiting if item not in (*overdue, *due)]
    return render(
        request,
        "web/office.html",
        {
            "missing": nav.missing_for(request.user),
            "overdue": overdue,
            "due": due,
            "later": later,
            "counts": {"overdue": how_many(overdue), "due": how_many(due), "later": how_many(later)},
            "today": today,
            "news": nav.news_for(request.user)[:NEWS_ON_HOME],
        },
    )
