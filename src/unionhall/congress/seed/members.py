"""The members' congress beside the first session: a roll, a check-in, votes and resolutions of its own (ORG-15)."""

from datetime import timedelta

from unionhall.ballots.kinds import Way
from unionhall.congress import selectors, services
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Session
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.congress.seed import sitting
from unionhall.congress.services.delegates import Seat
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.models import Person

SEATS = 88  # of two thousand members
REPORTS = ("工会工作报告", "工会经费收支报告", "经费审查工作报告")
SPEAKERS = ("工会主席", "工会主席", "经费审查委员会")


def prepare(world: World, session: Session) -> Session:
    """The third term of the members' congress, its delegates, and its session on the same day."""
    clerk, began = world.users["clerk"], session.term.began_on
    with clock.pinned(clock.on(began, 10)):
        term = services.open_term(
            by=clerk,
            kind=Congress.MEMBERS,
            number=3,
            began_on=began,
            years=5,
            seats=SEATS,
            document="示医党〔2021〕31号",
        )
        places = {one: services.add_delegation(term, by=clerk, name=one.name) for one in session.term.delegations.all()}
        members = Person.objects.members(began).values("pk")
        seats = session.term.delegates.serving().filter(person__in=members).select_related("person", "delegation")
        chosen = [seat for at, seat in enumerate(seats) if at % 5 < 3 or seat.is_head][:SEATS]
        services.enrol(
            term, by=clerk, began_on=began, seats=[Seat(seat.person, places[seat.delegation]) for seat in chosen]
        )
        beside = services.prepare(
            by=clerk, term=term, held_on=session.held_on, venue=session.venue, theme=session.theme, joint_with=session
        )
        for title, speaker in zip(REPORTS, SPEAKERS, strict=True):
            item = services.add_item(beside, by=clerk, title=title, power=Power.DELIBERATE, presenter=speaker)
            services.add_paper(
                item, by=clerk, kind=PaperKind.REPORT, title=title, text="各位代表：现报告如下，请予审议。"
            )
    with clock.pinned(session.held_on - timedelta(days=8)):
        services.convene(beside, by=clerk)
    return beside


def sit(world: World, session: Session) -> None:
    """All but a few check in once more, and vote on each report by hands (ORG-10)."""
    chair, away = world.users["chair"], 4
    playing = {user.pk for user in sitting.tellers_of(world)}
    roll = sorted(session.attendees.select_related("person"), key=lambda one: one.person.user_id in playing)
    services.check_in_many(session, by=world.users["clerk"], attendees=roll[away:])
    services.open_session(session, by=chair)
    for item in session.items.all():
        services.call(item, by=chair)
        poll = services.open_vote(item, by=chair, way=Way.HANDS, tellers=sitting.tellers_of(world))
        sitting.count(world, poll, {"yes": poll.present - 2, "no": 0, "abstain": 2})
        services.conclude(item, by=chair)
        sitting.resolve(world, item)
    services.write_minutes(session, by=chair, minutes=selectors.minutes_drafted(session))
    services.close(session, by=chair)
