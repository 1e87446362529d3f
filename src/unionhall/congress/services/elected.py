"""Those an item's election elected come to what they were elected to."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.ballots.models import ResultLine
from unionhall.congress.flow import ITEM_FLOW
from unionhall.congress.models import AgendaItem, CommitteeMember, Delegate
from unionhall.congress.selectors import lines_elected
from unionhall.congress.services.committees import name_member
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.people.choices import How
from unionhall.people.flow import PostState
from unionhall.people.models import Person, Post, Seat
from unionhall.people.services import bodies


@transaction.atomic
def seat_elected(item: AgendaItem, *, by: User, seat: Seat) -> list[Post]:
    """Fill a seat of a body with the declared result, from the day it was declared; who holds the seat already stays.

    Committees wait for the upper union's word as ever (ORG-30). All or nothing: Blocked for who was written in and is
    known by name alone, when nobody is left to be seated, and for what `people` refuses (no place, incompatible posts).
    """
    ITEM_FLOW.fire(item, "seat_elected", by=by, note=str(seat))
    held = seat.posts.filter(state__in=(PostState.HELD, PostState.PENDING), ended_on=None)
    there = set(held.values_list("person__name", "person"))
    term = seat.body.terms.current(clock.today()).last()
    return [
        bodies.appoint(seat, by=by, person=person, began_on=day, how=How.ELECTION, term=term)
        for person, day in _left(item, there)
    ]


@transaction.atomic
def name_elected(item: AgendaItem, *, by: User, kind: str) -> list[CommitteeMember]:
    """Put those elected on a special committee of the congress's term; refusals as in `seat_elected`."""
    ITEM_FLOW.fire(item, "name_elected", by=by)
    term = item.session.term
    members = CommitteeMember.objects.filter(committee__term=term, committee__kind=kind)
    there = set(members.values_list("person__name", "person"))
    return [name_member(term, by=by, kind=kind, person=person) for person, _day in _left(item, there)]


def _left(item: AgendaItem, there: set[tuple[str, UUID]]) -> list[tuple[Person, date]]:
    """Who was elected and is not there yet, with the day of the result; `there` holds names and keys of who is."""
    names, keys = {name for name, _key in there}, {key for _name, key in there}
    lines = list(lines_elected(item))
    persons = Delegate.objects.select_related("person").in_bulk([line.option.candidate for line in lines])
    found = [(line, persons.get(line.option.candidate)) for line in lines]
    unknown = [line.option.label for line, one in found if one is None and line.option.label not in names]
    if unknown:
        raise Blocked(
            _("%(names)s是另选的人，系统只记有姓名。请先在任职或专门委员会里单独登记，再办理其他当选人。")
            % {"names": "、".join(unknown)}
        )
    left = [(one.person, _declared_on(line)) for line, one in found if one and one.person_id not in keys]
    if not left:
        raise Blocked(_("当选人都已登记。"))
    return left


def _declared_on(line: ResultLine) -> date:
    return clock.day_of(line.result.declared_at)
