"""A session of the staff congress that calls for proposals, and everybody a proposal meets on its way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from tests.kit.world import Persona, World
from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.congress.flow import State as SessionState
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Delegate, Delegation, Session, Term
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, How
from unionhall.people.models import Body, Department, Person, Post, Seat
from unionhall.proposals import services
from unionhall.proposals.kinds import Category, Criterion, Decider, Outcome
from unionhall.proposals.models import Assignment, Call, Decision, DeliveryMeeting, Proposal, Reply

BEGAN = date(2022, 1, 10)
OPENS, CLOSES, DAY = date(2023, 2, 6), date(2023, 2, 24), date(2023, 3, 17)
WRITING, REVIEWED, DECIDED, GIVEN = date(2023, 2, 8), date(2023, 3, 1), date(2023, 3, 17), date(2023, 3, 24)
TEXT = {
    "title": "改善夜班人员用餐",
    "grounds": "夜班人员用餐时间不固定，食堂夜间不开门。",
    "remedy": "1、食堂夜间开一个窗口。\n2、设置自助加热柜。",
}
EVERY = tuple(Criterion.values)


@dataclass
class House:
    """The people by what they do for proposals, and a session with its call."""

    world: World
    users: dict[str, User] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    seats: dict[str, Delegate] = field(default_factory=dict)
    session: Session = None
    call: Call = None

    def employ(self, key: str, role: str, kind: str, department: Department | None = None) -> None:
        """Somebody with an account in a seat of a department, the leadership or a committee."""
        user = self.users[key] = self._person(key, department).user
        body, _made = Body.objects.get_or_create(kind=kind, name=f"{kind}{department or ''}", department=department)
        seat, _made = Seat.objects.get_or_create(body=body, title=key, role=role)
        Post.objects.create(seat=seat, person=user.person, how=How.APPOINTMENT, began_on=BEGAN)

    def delegate(self, key: str, **fields: Any) -> None:
        """A delegate of the term with an account."""
        person = self._person(key, self.world.home.departments["ward"])
        self.users[key] = person.user
        self.seats[key] = Delegate.objects.create(term=self.session.term, person=person, began_on=BEGAN, **fields)

    def _person(self, key: str, department: Department | None) -> Person:
        number = f"6{len(self.users):04}"
        user = User.objects.create_user(self.world.home.union, number, key)
        return Person.objects.create(
            staff_no=number,
            name=key,
            user=user,
            unit=self.world.home.units["branch"],
            department=department or self.world.home.departments["department"],
            employment="established",
        )


@pytest.fixture
def house(world) -> House:
    """The clock stands in the call for proposals."""
    term = Term.objects.create(
        kind=Congress.STAFF,
        number=3,
        began_on=BEGAN,
        ends_on=date(2027, 1, 9),
        staff_count=60,
        women_count=30,
        seats=36,
    )
    session = Session.objects.create(
        term=term, number=2, held_on=DAY, ends_on=DAY, venue="礼堂", state=SessionState.CONVENED
    )
    house = House(world, session=session)
    delegation = Delegation.objects.create(term=term, name="第一代表团")
    house.delegate("mover", delegation=delegation)
    house.delegate("other", delegation=delegation)
    house.delegate("head", delegation=delegation, is_head=True)
    house.delegate("first")
    house.delegate("second")
    places = house.departments = {
        "lead": world.home.departments["department"],
        "support": Department.objects.create(name="总务科"),
    }
    house.employ("handler", Role.HANDLER, BodyKind.DEPARTMENT, places["lead"])
    house.employ("chief", Role.DEPARTMENT_HEAD, BodyKind.DEPARTMENT, places["lead"])
    house.employ("supporter", Role.HANDLER, BodyKind.DEPARTMENT, places["support"])
    house.employ("leader", Role.HOSPITAL_LEADER, BodyKind.LEADERSHIP)
    house.employ("committee", Role.PROPOSALS, BodyKind.PROPOSALS)
    house.users |= {"clerk": world.user(Persona.CLERK), "member": world.user(Persona.MEMBER)}
    with clock.pinned(date(2023, 2, 1)):
        house.call = services.open_call(by=house.users["committee"], session=session, opens_on=OPENS, closes_on=CLOSES)
    with clock.pinned(WRITING):
        yield house


@pytest.fixture
def users(house) -> dict[str, User]:
    return house.users


@pytest.fixture
def draft(house, users) -> Callable[..., Proposal]:
    """`draft()`: a whole text, not seconded yet; `draft("other", remedy="")` by somebody else, without a part."""

    def write(by: str = "mover", **facts: Any) -> Proposal:
        known = {"category": Category.LOGISTICS, **TEXT, **facts}
        return services.draft(by=users[by], call=house.call, **known)

    return write


@pytest.fixture
def seconded(house, users, draft) -> Callable[..., Proposal]:
    """A draft that two delegates have seconded."""

    def make(by: str = "mover", **facts: Any) -> Proposal:
        proposal = draft(by, **facts)
        seats = [house.seats["first"], house.seats["second"]]
        for one in services.ask_seconds(proposal, by=users[by], delegates=seats):
            services.second(one, by=one.delegate.person.user, version=proposal.version)
        return proposal

    return make


@pytest.fixture
def submitted(users, seconded) -> Callable[..., Proposal]:
    """A sheet handed in."""

    def make(by: str = "mover", **facts: Any) -> Proposal:
        proposal = seconded(by, **facts)
        services.submit(proposal, by=users[by])
        return proposal

    return make


@pytest.fixture
def decision(house, users) -> Callable[[], Decision]:
    """`decision()`: what the presidium decided on the day of the session."""

    def make() -> Decision:
        with clock.pinned(DECIDED):
            return services.record_decision(
                by=users["committee"], call=house.call, decider=Decider.PRESIDIUM, decided_on=DECIDED
            )

    return make


@pytest.fixture
def filed(users, submitted, decision) -> Callable[..., Proposal]:
    """A case, filed by the presidium."""

    def make(by: str = "mover", **facts: Any) -> Proposal:
        proposal = submitted(by, **facts)
        with clock.pinned(DECIDED):
            services.review(proposal, by=users["committee"], outcome=Outcome.FILE, met=EVERY)
            services.approve(proposal, by=users["committee"], decision=decision())
        return proposal

    return make


@pytest.fixture
def meeting(house, users) -> DeliveryMeeting:
    with clock.pinned(GIVEN):
        return services.record_delivery(by=users["committee"], call=house.call, held_on=GIVEN, place="会议室")


@pytest.fixture
def assigned(house, users, filed, meeting) -> Callable[..., Assignment]:
    """The lead's share of a case given to it and to one that supports."""

    def make(by: str = "mover", **how: Any) -> Assignment:
        places = house.departments
        known = {"department": places["lead"], "supporting": [places["support"]], "leader": users["leader"].person}
        case = filed(by)
        with clock.pinned(GIVEN):
            return services.assign(case, by=users["committee"], meeting=meeting, **known | how)

    return make


@pytest.fixture
def signed(users, assigned) -> Callable[..., Reply]:
    """A reply drafted and signed; `signed(reply_class="B", promised_on=…)`."""

    def make(**said: Any) -> Reply:
        share = assigned()
        with clock.pinned(date(2023, 4, 3)):
            services.accept(share, by=users["handler"])
            known = {"reply_class": "A", "text": "食堂已开夜间窗口。"}
            reply = services.write_reply(share.proposal, by=users["handler"], **known | said)
            services.sign(reply, by=users["chief"])
        return reply

    return make


@pytest.fixture
def answered(users, signed) -> Callable[..., Proposal]:
    """A case whose reply was seen and sent on 4 April."""

    def make(**said: Any) -> Proposal:
        proposal = signed(**said).proposal
        with clock.pinned(date(2023, 4, 4)):
            services.answer(proposal, by=users["leader"])
        return proposal

    return make
