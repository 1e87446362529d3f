"""Votes of a session, through the engine of votes: the roll is the delegates', the numbers are those of the opening."""

from importlib import import_module

import pytest

from tests.congress.conftest import BEFORE, DAY
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.ballots import services as ballots
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import Option, Poll
from unionhall.congress import kinds, selectors, services
from unionhall.congress.flow import ItemState
from unionhall.congress.models import AgendaItem, Delegate, Term
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, How
from unionhall.people.flow import PostState
from unionhall.people.models import Person
from unionhall.people.services import bodies


@pytest.fixture
def plan(sitting, clerk):
    """The plan to approve, called."""
    item = sitting.items.get(title="绩效分配办法")
    for kind in (PaperKind.DRAFT, PaperKind.EXPLANATION):
        services.add_paper(item, by=clerk, kind=kind, title="办法", given_on=BEFORE)
    services.call(item, by=clerk)
    return item


@pytest.fixture
def tellers(world):
    return [world.user(Persona.DELEGATE), world.user(Persona.MEMBER)]


def counted(poll, tellers, yes, no):
    """Both tellers count the same papers."""
    options = {option.stance: option.pk for option in poll.questions.get().options.all()}
    votes = {options["yes"]: yes, options["no"]: no, options["abstain"]: 0}
    for teller in tellers:
        ballots.count(poll, by=teller, tallies=votes, issued=yes + no, collected=yes + no, valid=yes + no)


@pytest.mark.parametrize(("yes", "state"), [(16, ItemState.ADOPTED), (15, ItemState.REJECTED)])
def test_half_of_all_delegates_is_not_enough(plan, clerk, tellers, yes, state):
    poll = services.open_vote(plan, by=clerk, way=Way.PAPER, tellers=tellers)
    assert (poll.entitled, poll.present) == (30, 20)
    with pytest.raises(Blocked, match="还没有表决结果"):
        services.conclude(plan, by=clerk)
    counted(poll, tellers, yes, 20 - yes)
    ballots.close(poll, by=clerk)
    ballots.declare(poll, by=clerk)
    services.conclude(plan, by=clerk)
    assert AgendaItem.objects.get(pk=plan.pk).state == state


@pytest.mark.parametrize("way", [Way.HANDS, Way.NAMED])
def test_what_must_be_approved_is_voted_on_in_secret(plan, clerk, tellers, way):
    with pytest.raises(Blocked, match="CON-18"):
        services.open_vote(plan, by=clerk, way=way, tellers=tellers)
    assert not Poll.objects.exists()


def test_a_vote_below_quorum_is_not_opened_and_leaves_nothing(plan, clerk, tellers):
    services.check_out(plan.session.attendees.delegates().here().first(), by=clerk)
    with pytest.raises(Blocked, match=r"到会代表19人.*CON-14"):
        services.open_vote(plan, by=clerk, way=Way.PAPER, tellers=tellers)
    assert not Poll.objects.exists()


def test_an_item_has_one_vote_at_a_time(plan, clerk, tellers):
    services.open_vote(plan, by=clerk, way=Way.PAPER, tellers=tellers)
    with pytest.raises(Blocked, match="正在进行"):
        services.open_vote(plan, by=clerk, way=Way.PAPER, tellers=tellers)
    with pytest.raises(Blocked, match="正在进行"):
        services.withdraw(plan, by=clerk, reason="撤回")


def test_observers_do_not_vote_though_they_came(sitting, clerk, world):
    report, guest = sitting.items.get(title="院长工作报告"), world.home.people[Persona.OTHER_BRANCH]
    services.invite(sitting, by=clerk, role=kinds.Role.OBSERVER, people=[guest])
    services.check_in(sitting.attendees.get(person=guest), by=clerk)
    services.check_in(sitting.attendees.get(person=world.home.people[Persona.MEMBER]), by=clerk)
    services.call(report, by=clerk)
    poll = services.open_vote(report, by=clerk, way=Way.NAMED)
    choice = {poll.questions.get().pk: [poll.questions.get().options.get(stance="yes").pk]}
    ballots.cast(poll, by=world.user(Persona.MEMBER), choices=choice)
    with pytest.raises(NotAllowed, match="CON-08"):
        ballots.cast(poll, by=guest.user, choices=choice)
    with pytest.raises(Blocked, match="表决还没有结果"):
        services.hear(report, by=clerk)


def test_the_hall_sees_a_result_and_never_a_running_count(plan, clerk, tellers):
    poll = services.open_vote(plan, by=clerk, way=Way.PAPER, tellers=tellers)
    assert selectors.showing(plan.session).vote == "open"
    counted(poll, tellers, 16, 4)
    ballots.close(poll, by=clerk)
    waiting = selectors.showing(plan.session)
    assert (waiting.vote, waiting.lines) == ("closed", ())
    ballots.declare(poll, by=clerk)
    shown = selectors.showing(plan.session)
    assert (shown.lines, shown.carried) == ((("赞成", 16, False), ("反对", 4, False), ("弃权", 0, False)), True)


def test_a_hall_that_did_not_wait_would_show_the_first_tellers_count(plan, clerk, tellers, monkeypatch):
    """The twin: with what is counted shown before it is declared, the running count of a secret vote is on the wall."""

    def hasty(poll):
        first = poll.latest_counts()[0].tallies.select_related("option").order_by("option__position")
        return {"vote": poll.state, "lines": tuple((one.option.label, one.votes, False) for one in first)}

    counted(services.open_vote(plan, by=clerk, way=Way.PAPER, tellers=tellers), tellers, 16, 4)
    assert selectors.showing(plan.session).lines == ()
    monkeypatch.setattr(import_module("unionhall.congress.selectors.showing"), "_vote", hasty)
    assert selectors.showing(plan.session).lines == (("赞成", 16, False), ("反对", 4, False), ("弃权", 0, False))


@pytest.fixture
def elected(session, clerk, arrive, tellers):
    """An item whose election gave three of four candidates a seat, after one with as many candidates as seats was refused."""
    item = services.add_item(session, by=clerk, title="选举生活福利委员会", power=Power.ELECT)
    for kind in (PaperKind.METHOD, PaperKind.CANDIDATES):
        services.add_paper(item, by=clerk, kind=kind, title="办法")
    services.convene(session, by=clerk)
    four = list(Delegate.objects.exclude(person__user__in=tellers)[:4])
    with clock.pinned(DAY):
        arrive(session, 30)
        services.open_session(session, by=clerk)
        services.call(item, by=clerk)
        with pytest.raises(Blocked, match="ORG-17"):
            services.open_vote(item, by=clerk, way=Way.PAPER, tellers=tellers, seats=4, candidates=four)
        poll = services.open_vote(item, by=clerk, way=Way.PAPER, tellers=tellers, seats=3, candidates=four)
        options = list(poll.questions.get().options.all())
        votes = dict(zip([option.pk for option in options], (28, 25, 20, 10), strict=True))
        for teller in tellers:
            ballots.count(poll, by=teller, tallies=votes, issued=30, collected=30, valid=30)
        ballots.close(poll, by=clerk)
        ballots.declare(poll, by=clerk)
        services.conclude(item, by=clerk)
    item.refresh_from_db()
    return item


def test_an_election_is_of_delegates_by_paper_and_with_more_candidates_than_seats(elected):
    assert elected.state == ItemState.ELECTED
    assert len(selectors.elected(elected)) == 3


def test_those_elected_come_to_the_special_committee_once(elected, clerk):
    named = services.name_elected(elected, by=clerk, kind=kinds.CommitteeKind.WELFARE)
    assert [one.person.name for one in named] == selectors.elected(elected)
    with pytest.raises(Blocked, match="当选人都已登记"):
        services.name_elected(elected, by=clerk, kind=kinds.CommitteeKind.WELFARE)
    with pytest.raises(NotAllowed):
        services.seat_elected(elected, by=clerk, seat=None)


@pytest.fixture
def of_members(elected):
    """The same election, held by the members' congress."""
    Term.objects.filter(pk=elected.session.term_id).update(kind=kinds.Congress.MEMBERS)
    return AgendaItem.objects.get(pk=elected.pk)


def test_those_elected_by_the_members_wait_in_their_seats_for_the_upper_union(of_members, clerk):
    committee = bodies.create_body(by=clerk, kind=BodyKind.COMMITTEE, name="工会委员会")
    seat = bodies.set_seat(committee, by=clerk, title="委员", role="", places=3)
    [early] = Person.objects.filter(name=selectors.elected(of_members)[0])
    bodies.appoint(seat, by=clerk, person=early, began_on=DAY, how=How.ELECTION)
    posts = services.seat_elected(of_members, by=clerk, seat=seat)
    assert [post.person.name for post in posts] == selectors.elected(of_members)[1:]
    assert {(post.state, post.how, post.began_on) for post in posts} == {(PostState.PENDING, How.ELECTION, DAY)}


def test_all_who_were_elected_come_to_a_seat_or_none(of_members, clerk):
    committee = bodies.create_body(by=clerk, kind=BodyKind.COMMITTEE, name="工会委员会")
    seat = bodies.set_seat(committee, by=clerk, title="委员", role="", places=2)
    before = Event.objects.count()
    with pytest.raises(Blocked, match="名额已满"):
        services.seat_elected(of_members, by=clerk, seat=seat)
    Option.objects.filter(candidate__isnull=False).update(candidate=None)  # as of who was written in
    with pytest.raises(Blocked, match="另选"):
        services.seat_elected(of_members, by=clerk, seat=seat)
    assert (seat.posts.count(), Event.objects.count()) == (0, before)


def test_nothing_is_voted_on_that_was_not_called(sitting, clerk, tellers):
    with pytest.raises(WrongState):
        services.open_vote(sitting.items.get(title="绩效分配办法"), by=clerk, way=Way.PAPER, tellers=tellers)
