"""What stands on the pages of a term, a session and an item."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from unionhall.ballots import selectors as ballots
from unionhall.ballots.permissions import may_list as ballots_list
from unionhall.congress import printing, selectors
from unionhall.congress.flow import FLOW
from unionhall.congress.flow.items import papers_problem
from unionhall.congress.models import (
    AgendaItem,
    Attendee,
    ChecklistStep,
    CommitteeMember,
    Constituency,
    Delegate,
    Delegation,
    DiscussionNote,
    Motion,
    PresidiumMember,
    Resolution,
    Session,
    Term,
)
from unionhall.congress.permissions import manages, may_list
from unionhall.kernel import clock

DONE_BY = {"hand_in": "add_item", "notice": "convene", "publish": "publish", "report_up": "file"}  # step: verb


def composition(request: HttpRequest, term: Term) -> dict[str, Any]:
    """The quota and the checks, each with its arithmetic."""
    serving = term.delegates.serving().count()
    return {
        "checks": term.checks(),
        "serving": serving,
        "least": term.least_seats,
        "usual": term.usual_seats,
        "why_incomplete": term.why_incomplete(),
    }


def constituencies(term: Term, user: Any) -> QuerySet[Constituency]:
    """Where it is elected, and how many were."""
    return selectors.constituencies(user).filter(term=term)


def delegations(term: Term, user: Any) -> QuerySet[Delegation]:
    """The delegations with their heads and sizes."""
    heads = Delegate.objects.serving().filter(delegation=OuterRef("pk"), is_head=True).values("person__name")[:1]
    serving = Count("delegates", filter=Q(delegates__ended_on=None))
    return term.delegations.annotate(head=Subquery(heads), delegate_count=serving)


def delegates(term: Term, user: Any) -> QuerySet[Delegate]:
    """The delegates who serve, as far as the reader may see them."""
    return selectors.delegates(user).serving().filter(term=term)


def committee_members(term: Term, user: Any) -> QuerySet[CommitteeMember]:
    """Who sits on the special committees."""
    return CommitteeMember.objects.filter(committee__term=term)


def roll(request: HttpRequest, session: Session) -> dict[str, Any]:
    """The live numbers, whether they are a quorum, and who came by role; `planned` while the roll is not drawn up."""
    now = selectors.showing(session)
    is_planned = session.is_ahead and not now.entitled
    return {
        "now": selectors.planned(session, now) if is_planned else now,
        "is_planned": is_planned,
        "problem": session.quorum_problem() if session.attendees.delegates().exists() else "",
        "beside": session.beside,
        "at_the_desk": not FLOW.why_not(session, "check_in", by=request.user),
    }


def agenda(session: Session, user: Any) -> QuerySet[AgendaItem]:
    """The items in their order."""
    return session.items.all()


def attendees(session: Session, user: Any) -> QuerySet[Attendee]:
    """Everybody called or invited, as far as the reader may see persons."""
    return Attendee.objects.visible_to(user).filter(session=session)


def presidium(session: Session, user: Any) -> QuerySet[PresidiumMember]:
    """Who presides."""
    return session.presidium.all()


def resolutions(session: Session, user: Any) -> QuerySet[Resolution]:
    """What was resolved."""
    return selectors.resolutions(user).filter(session=session)


def notes(session: Session, user: Any) -> QuerySet[DiscussionNote]:
    """What the delegations said, in one table."""
    return DiscussionNote.objects.visible_to(user).filter(item__session=session)


def steps(request: HttpRequest, session: Session) -> dict[str, Any]:
    """What has to be done around a session, what of it is late, and for who may where each is done and noted as done."""
    verbs = {step.verb for step in FLOW.open_steps(session, by=request.user)}
    todo = [(step, _way(session, step, verbs) if step.done_on is None else "") for step in session.steps.all()]
    return {"steps": todo, "today": clock.today(), "may_tick": "tick" in verbs}


def _way(session: Session, step: ChecklistStep, verbs: set[str]) -> str:
    """Where what a step asks for is done: at the first item short of papers, among the forms, or by a verb of the session."""
    if "tick" not in verbs:
        return ""
    if step.key == "request":
        return "#papers"
    if step.key == "papers_out":
        short = next((item for item in selectors.on_agenda(session) if papers_problem(item)), None)
        return reverse("congress.items.detail", args=[short.pk]) if short else ""
    verb = DONE_BY.get(step.key)
    return reverse(f"congress.sessions.{verb}", args=[session.pk]) if verb in verbs else ""


def motions(session: Session, user: Any) -> QuerySet[Motion]:
    """What was handed in for it."""
    return selectors.motions(user).filter(session=session)


def papers(request: HttpRequest, session: Session) -> dict[str, Any]:
    """The printed forms a session can fill by now."""
    return {"forms": [(name, form.label) for name, form in printing.offered(session).items()]}


def standing(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """Where the item stands in its session: the quorum now, what comes before and after, what was resolved."""
    beside = item.session.items.exclude(pk=item.pk)
    return {
        "session": item.session,
        "now": selectors.showing(item.session),
        "previous": beside.filter(position__lt=item.position).last(),
        "next": beside.filter(position__gt=item.position).first(),
        "resolution": getattr(item, "resolution", None),
    }


def vote(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """The vote on an item and, once declared, what it came to."""
    poll, result = item.latest_poll(), item.verdict()
    return {
        "poll": poll,
        "result": result,
        "parts": ballots.sheet(result) if result else [],
        "may_open": ballots_list(request.user),
        "may_print": manages(request.user),
    }


def item_papers(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """What delegates have before them, with why it is not enough."""
    return {"papers": item.papers.all(), "problem": papers_problem(item) if item.session.is_ahead else ""}


def motion(request: HttpRequest, motion: Motion) -> dict[str, Any]:
    """Reason and text of a motion, with the item it became."""
    return {"item": motion.item, "may_print": manages(request.user), "may_open": may_list(request.user)}


def elected_here(constituency: Constituency, user: Any) -> QuerySet[Delegate]:
    """Whom a constituency elected, those too whose seats have ended."""
    return constituency.delegates.select_related("person__department").order_by("ended_on", "person__staff_no")


def item_notes(item: AgendaItem, user: Any) -> QuerySet[DiscussionNote]:
    """What the delegations said of one item."""
    return DiscussionNote.objects.visible_to(user).filter(item=item)


def sealed(request: HttpRequest, resolution: Resolution) -> dict[str, Any]:
    """The words as adopted, whether they still are, and what came in their place."""
    return {"newer": Resolution.objects.filter(replaces=resolution).first(), "may_print": manages(request.user)}
