"""The rows that figures count, for a scope: those of sessions held in it, with what came of them up to its last day.

A sheet (份) is what one delegate handed in, a case (件) what was filed with everything merged into it, a point (条) one thing
asked for; none stands in for another (PRO-09). What was decided, answered or rated later is not in the reading of a past period.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from unionhall.figures.scope import Scope
from unionhall.kernel import clock
from unionhall.proposals.flow import ReplyState
from unionhall.proposals.kinds import CONTENT, Outcome, ReplyClass
from unionhall.proposals.models import CarryOver, Chase, Proposal, Rating, Reply


def _of(rows: QuerySet[Any], scope: Scope, path: str = "") -> QuerySet[Any]:
    """`rows` of the sessions held in the scope, their proposal reached by `path`, under the filters that are set."""
    held = {f"{path}call__session__held_on__range": (scope.first, scope.last)}
    return scope.narrow(
        rows.filter(**held),
        session=f"{path}call__session",
        category=f"{path}category",
        department=f"{path}department",
        reply_class=f"{path}reply_class",
    )


def _morrow(scope: Scope) -> datetime:
    """The first instant that is no longer of the scope."""
    return clock.on(scope.as_of + timedelta(days=1), 0)


def _answered(scope: Scope, case: str = "pk", **said: Any) -> Exists:
    """Whether a reply to the case was out by the last day; `case` leads from the sheet to it, `said` narrows the replies."""
    out = Reply.objects.filter(proposal=OuterRef(case), state=ReplyState.ISSUED, **said)
    return Exists(out.filter(seen_at__lt=_morrow(scope)))


def _decided(scope: Scope, *outcomes: str) -> QuerySet[Proposal]:
    decided = Proposal.objects.decided(*outcomes).filter(decision__decided_on__lte=scope.as_of)
    return _of(decided, scope)


def sheets(scope: Scope) -> QuerySet[Proposal]:
    """What was handed in in time and not taken back (份); their points are the sum of `point_count` (条)."""
    return _of(Proposal.objects.submitted(), scope)


def filed_sheets(scope: Scope) -> QuerySet[Proposal]:
    """The sheets filed, merged ones included (份)."""
    return _decided(scope, Outcome.FILE, Outcome.MERGE)


def merged(scope: Scope) -> QuerySet[Proposal]:
    """The sheets merged into another's case (份)."""
    return _decided(scope, Outcome.MERGE)


def suggestions(scope: Scope) -> QuerySet[Proposal]:
    """The sheets handed in in time that were referred as suggestions (份)."""
    return _decided(scope, Outcome.SUGGESTION)


def answered_only(scope: Scope) -> QuerySet[Proposal]:
    """The sheets that were only answered (份)."""
    return _decided(scope, Outcome.ANSWER)


def declined(scope: Scope) -> QuerySet[Proposal]:
    """The sheets not filed, with a reason (份)."""
    return _decided(scope, Outcome.DECLINE)


def handled(scope: Scope) -> QuerySet[Proposal]:
    """The sheets whose movers have an answer: the reply to their case, one in writing, or the reason of a refusal (份)."""
    answered = Q(_answered(scope)) | Q(_answered(scope, "merged_into"))
    told = Q(outcome__in=(Outcome.SUGGESTION, Outcome.ANSWER), closed_on__lte=scope.as_of) | Q(outcome=Outcome.DECLINE)
    return _decided(scope, *Outcome.values).filter(answered | told)


def cases(scope: Scope) -> QuerySet[Proposal]:
    """What was filed, after merging (件)."""
    return _decided(scope, Outcome.FILE)


def replied(scope: Scope) -> QuerySet[Proposal]:
    """The cases answered by the last day (件)."""
    return cases(scope).filter(_answered(scope))


def replied_on_time(scope: Scope) -> QuerySet[Proposal]:
    """Of these, those answered by their day (件)."""
    return replied(scope).filter(was_on_time=True)


def implemented(scope: Scope) -> QuerySet[Proposal]:
    """The cases solved or adopted by their reply, or done since as it promised (件; PRO-18)."""
    solved = Q(_answered(scope, reply_class=ReplyClass.A))
    return cases(scope).filter(solved | Q(fulfilled_on__lte=scope.as_of))


def followed(scope: Scope) -> QuerySet[Proposal]:
    """The cases whose promise is followed (件)."""
    return cases(scope).promised()


def excellent(scope: Scope) -> QuerySet[Proposal]:
    """The cases named excellent (件)."""
    return cases(scope).filter(is_excellent=True)


def carried_over(scope: Scope) -> QuerySet[CarryOver]:
    """What was carried over to a later session on a day of the scope, once each time (件)."""
    rows = CarryOver.objects.filter(carried_on__range=(scope.first, scope.last))
    names = {"session": "proposal__call__session", "department": "proposal__department"}
    return scope.narrow(rows, category="proposal__category", **names)


def chased(scope: Scope) -> QuerySet[Chase]:
    """How often departments were pressed on a day of the scope (次)."""
    rows = Chase.objects.filter(chased_on__range=(scope.first, scope.last))
    names = {"session": "proposal__call__session", "department": "proposal__department"}
    return scope.narrow(rows, category="proposal__category", **names)


def ratings(scope: Scope) -> QuerySet[Rating]:
    """What movers said of the last reply they rated (人次)."""
    return _of(Rating.objects.of_last_round().filter(rated_on__lte=scope.as_of), scope, "proposal__")


def content_with_attitude(scope: Scope) -> QuerySet[Rating]:
    """Those satisfied, or fairly, with how it was handled (人次)."""
    return ratings(scope).filter(attitude__in=CONTENT)


def content_with_result(scope: Scope) -> QuerySet[Rating]:
    """Those satisfied, or fairly, with what came of it (人次)."""
    return ratings(scope).filter(result__in=CONTENT)
