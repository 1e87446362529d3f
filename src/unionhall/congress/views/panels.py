"""What stands on the pages of a term, a session and an item."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from unionhall.ballots.permissions import may_list as ballots_list
from unionhall.congress import printing, selectors
from unionhall.congress.flow import FLOW
from unionhall.congress.models import (
    AgendaItem,
    Attendee,
    CommitteeMember,
    Delegate,
    Delegation,
    DiscussionNote,
    PresidiumMember,
    Resolution,
    Session,
    Term,
)


def composition(request: HttpRequest, term: Term) -> dict[str, Any]:
    """The quota and the checks, each with its arithmetic."""
    serving = term.delegates.serving().count()
    return {
        "checks": term.checks(),
        "serving": serving,
        "least": term.least_seats,
        "why_incomplete": term.why_incomplete(),
    }


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
    """The live numbers, whether they are a quorum, and who came by role."""
    return {
        "now": selectors.showing(session),
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


def papers(request: HttpRequest, session: Session) -> dict[str, Any]:
    """The printed forms of a session."""
    return {"forms": [(name, form.label) for name, form in printing.FORMS.items()]}


def vote(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """The vote on an item and, once declared, what it came to."""
    poll = item.latest_poll()
    return {"poll": poll, "result": item.verdict(), "may_open": ballots_list(request.user)}


def item_notes(item: AgendaItem, user: Any) -> QuerySet[DiscussionNote]:
    """What the delegations said of one item."""
    return DiscussionNote.objects.visible_to(user).filter(item=item)


def sealed(request: HttpRequest, resolution: Resolution) -> dict[str, Any]:
    """The words as adopted, whether they still are, and what came in their place."""
    return {"newer": Resolution.objects.filter(replaces=resolution).first()}
