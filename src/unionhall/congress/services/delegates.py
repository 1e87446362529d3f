"""Delegates: elected, placed in a delegation, recalled, released."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.congress.kinds import Came, Congress, Left
from unionhall.congress.models import Constituency, Delegate, Delegation, Term
from unionhall.congress.permissions import enters_election
from unionhall.congress.rules import elections
from unionhall.congress.services import checks
from unionhall.flows import Blocked, NotAllowed, WrongState, only_once
from unionhall.people.models import Person


@dataclass(frozen=True)
class Seat:
    """One line of a delegate roll: who sits for whom, with whom, and as what."""

    person: Person
    delegation: Delegation | None = None
    constituency: Constituency | None = None
    category: str = ""
    is_front_line: bool | None = None
    is_manager: bool = False


@transaction.atomic
def elect(
    constituency: Constituency,
    *,
    by: User,
    person: Person,
    votes: int,
    turnout: int,
    elected_on: date,
    delegation: Delegation | None = None,
    is_manager: bool = False,
) -> Delegate:
    """Note that a constituency elected somebody; one chosen after the first election comes by by-election.

    By the office or the chair of the branch that elects. Raises Blocked when the election is void (CON-13), the
    constituency has all its delegates, or the person may not be one; WrongState when the term is over.
    """
    term = constituency.term
    _check_who_enters(constituency, by)
    checks.runs(term)
    checks.free_of(elections.election_problem(staff=constituency.staff_count, came=turnout, votes=votes))
    if constituency.delegates.serving().count() >= constituency.seats:
        raise Blocked(
            _("选区“%(name)s”的%(seats)s个名额已满，有缺额时才能补选（职代会条例第十九条，CON-13）。")
            % {"name": constituency.name, "seats": constituency.seats}
        )
    first = constituency.elected_on in (None, elected_on)
    seat = Seat(person, delegation, constituency, is_manager=is_manager)
    delegate = _seated(term, seat, elected_on, how=Came.ELECTED if first else Came.BY_ELECTION, votes=votes)
    if first:
        Constituency.objects.filter(pk=constituency.pk).update(turnout=turnout, elected_on=elected_on)
        constituency.turnout, constituency.elected_on = turnout, elected_on
    _insert([delegate])
    after = {"constituency": constituency.name, "votes": votes, "turnout": turnout, "how": delegate.how}
    audit.record("congress.elect", delegate, by=by, after=after)
    return delegate


@transaction.atomic
def enrol(term: Term, *, by: User, seats: Sequence[Seat], began_on: date) -> list[Delegate]:
    """Enter delegates from a roll drawn up elsewhere, all or none, with one event; raises Blocked naming who may not be one."""
    _check_term(term, by)
    room = term.seats - term.delegates.serving().count()
    if len(seats) > room:
        raise Blocked(_("代表名额还剩%(room)s个，名册有%(count)s人。") % {"room": room, "count": len(seats)})
    rows = [_seated(term, seat, began_on, how=Came.ELECTED, votes=None) for seat in seats]
    _insert(rows)
    audit.record("congress.enrol", term, by=by, after={"delegates": len(rows), "began_on": began_on})
    return rows


@transaction.atomic
def place(delegate: Delegate, *, by: User, delegation: Delegation) -> None:
    """Put a delegate into a delegation; whoever headed another one heads it no longer."""
    _check_serves(delegate, by)
    checks.of_term(delegation, delegate.term)
    before = audit.snapshot(delegate, ["delegation", "is_head"])
    delegate.delegation, delegate.is_head = delegation, False
    delegate.save(update_fields=["delegation", "is_head"])
    after = audit.snapshot(delegate, before)
    audit.record("congress.place", delegate, by=by, before=before, after=after)


@transaction.atomic
def name_head(delegate: Delegate, *, by: User) -> None:
    """Let a delegate head their delegation, in the place of who did."""
    _check_serves(delegate, by)
    if delegate.delegation is None:
        raise Blocked(_("这位代表还没有编入代表团。"))
    Delegate.objects.filter(delegation=delegate.delegation, is_head=True).update(is_head=False)
    delegate.is_head = True
    delegate.save(update_fields=["is_head"])
    after = {"delegation": delegate.delegation.name}
    audit.record("congress.name_head", delegate, by=by, after=after)


def recall(delegate: Delegate, *, by: User, votes: int, ended_on: date, reason: str) -> None:
    """Take the seat away: half of all staff of the constituency have agreed (CON-13); raises Blocked otherwise."""
    _check_serves(delegate, by)
    if delegate.constituency is None:
        raise Blocked(_("这位代表没有登记选区，撤换须由原选区职工表决（职代会条例第十九条，CON-13）。"))
    checks.free_of(elections.recall_problem(staff=delegate.constituency.staff_count, votes=votes))
    _end(delegate, by, ended_on, Left.RECALLED, reason, votes=votes)


def release(delegate: Delegate, *, by: User, ended_by: str, ended_on: date, reason: str) -> None:
    """End the seat of somebody who left or resigned; the constituency elects another (CON-13)."""
    _check_serves(delegate, by)
    if ended_by == Left.RECALLED:
        raise Blocked(_("撤换代表须由原选区职工表决，请用“撤换”办理（职代会条例第十九条，CON-13）。"))
    _end(delegate, by, ended_on, ended_by, reason)


@transaction.atomic
def _end(delegate: Delegate, by: User, on: date, why: str, reason: str, **more: Any) -> None:
    reason = checks.given(reason, _("请写明理由。"))
    if on < delegate.began_on:
        raise Blocked(_("终止日期早于当选日期。"))
    fields = {"ended_on": on, "ended_by": why, "is_head": False}
    before = audit.snapshot(delegate, fields)
    if not Delegate.objects.serving().filter(pk=delegate.pk).update(**fields):
        raise WrongState(_("这位代表的资格已经终止。"))
    for name, field in fields.items():
        setattr(delegate, name, field)
    after = audit.snapshot(delegate, fields) | more
    audit.record(
        f"congress.{'recall' if why == Left.RECALLED else 'release'}",
        delegate,
        by=by,
        before=before,
        after=after,
        reason=reason,
    )


def _check_who_enters(constituency: Constituency, by: User) -> None:
    if not enters_election(by, constituency):
        raise NotAllowed(_("选举结果由工会办公室或选区所在分工会的主席登记。"))


def _check_term(term: Term, by: User) -> None:
    checks.by_office(by)
    checks.runs(term)


def _check_serves(delegate: Delegate, by: User) -> None:
    _check_term(delegate.term, by)
    if delegate.ended_on:
        raise WrongState(_("%(name)s的代表资格已经终止。") % {"name": delegate})


def _seated(term: Term, seat: Seat, on: date, **how: Any) -> Delegate:
    """The row of one seat, with post class and front line as the roster has them unless the seat says otherwise."""
    checks.of_term(seat.delegation, term)
    checks.of_term(seat.constituency, term)
    person = seat.person
    if on < term.began_on:
        raise Blocked(_("当选日期早于本届起始日期。"))
    if problem := why_no_delegate(term, person, on):
        raise Blocked(problem)
    return Delegate(
        term=term,
        person=person,
        constituency=seat.constituency,
        delegation=seat.delegation,
        category=seat.category or person.post_class,
        is_front_line=person.is_front_line if seat.is_front_line is None else seat.is_front_line,
        is_manager=seat.is_manager,
        began_on=on,
        **how,
    )


def why_no_delegate(term: Term, person: Person, on: date) -> str | None:
    """Why somebody cannot be a delegate, or None: not of the staff, or no full member (ORG-26)."""
    if person.left_on and person.left_on <= on:
        return _("%(name)s已经离院，不能当选代表。") % {"name": person.name}
    if term.kind == Congress.MEMBERS and not Person.objects.members(on).filter(pk=person.pk).exists():
        return _("%(name)s当日不是会员（或只保留会籍），没有被选举权（选举条例第四条，ORG-26）。") % {
            "name": person.name
        }
    return None


def _insert(rows: list[Delegate]) -> None:
    with only_once(_("名单里有人已经是本届代表。")):
        Delegate.objects.bulk_create(rows)
