"""A small congress: nine delegates of the branch in two delegations, and a session of it on a spring day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.kit.world import Persona
from unionhall.congress import services
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Session, Term
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.congress.services.delegates import Seat
from unionhall.kernel import clock
from unionhall.people.choices import Employment, Sex
from unionhall.people.flow import State
from unionhall.people.models import Membership, Person

BEGAN = date(2022, 1, 10)
DAY = date(2023, 3, 17)  # a Friday
BEFORE = date(2023, 2, 1)


@pytest.fixture
def in_spring():
    """The clock stands six weeks before the session."""
    with clock.pinned(BEFORE):
        yield


@pytest.fixture
def people(world) -> Callable[..., list[Person]]:
    """`people(5)`: five more members of the front line."""
    made = 0

    def make(count: int, **fields: Any) -> list[Person]:
        nonlocal made
        known = {
            "unit": world.home.units["branch"],
            "department": world.home.departments["ward"],
            "employment": Employment.ESTABLISHED,
            "sex": Sex.FEMALE,
            "is_front_line": True,
        } | fields
        rows = Person.objects.bulk_create(
            [Person(staff_no=f"7{n:04}", name=f"代表{n}", **known) for n in range(made, made + count)]
        )
        made += count
        Membership.objects.bulk_create(
            [Membership(person=row, state=State.APPROVED, joined_on=date(2020, 1, 1)) for row in rows]
        )
        return rows

    return make


@pytest.fixture
def term(world, clerk, people, in_spring) -> Term:
    """The third term of the staff congress; a house this small needs thirty delegates, and has them."""
    term = services.open_term(by=clerk, kind=Congress.STAFF, number=3, began_on=BEGAN, seats=36)
    one, two = (services.add_delegation(term, by=clerk, name=name) for name in ("第一代表团", "第二代表团"))
    heads = [world.home.people[Persona.DELEGATE], world.home.people[Persona.MEMBER]]
    crowd = [*heads, *people(28)]
    seats = [Seat(person, (one, two)[at % 2], is_front_line=True) for at, person in enumerate(crowd)]
    rows = services.enrol(term, by=clerk, seats=seats, began_on=BEGAN)
    services.name_head(rows[0], by=clerk)
    return term


@pytest.fixture
def session(term, clerk) -> Session:
    """In preparation, with a report to hear and a plan to approve."""
    session = services.prepare(by=clerk, term=term, held_on=DAY, venue="礼堂")
    report = services.add_item(session, by=clerk, title="院长工作报告", power=Power.DELIBERATE, presenter="院长")
    services.add_paper(report, by=clerk, kind=PaperKind.REPORT, title="院长工作报告", text="各位代表")
    services.add_item(session, by=clerk, title="绩效分配办法", power=Power.APPROVE)
    return session


@pytest.fixture
def arrive(clerk) -> Callable[[Session, int], None]:
    """`arrive(session, 20)`: twenty of its delegates come."""

    def come(session: Session, count: int) -> None:
        for attendee in session.attendees.delegates().filter(came_at=None)[:count]:
            services.check_in(attendee, by=clerk)

    return come


@pytest.fixture
def sitting(session, clerk, arrive):
    """The same session on its day, opened with twenty of thirty there."""
    services.convene(session, by=clerk)
    with clock.pinned(clock.on(DAY, 9)):
        arrive(session, 20)
        services.open_session(session, by=clerk)
        yield session
