"""A session of the demo sits: reports are heard, the draft is voted on, everything is resolved."""

from collections.abc import Mapping

from unionhall.ballots import services as ballots
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import Poll
from unionhall.congress import selectors, services
from unionhall.congress.models import AgendaItem, Session
from unionhall.congress.rules.powers import Power
from unionhall.demo.world import World


def sit(world: World, session: Session, draft: str) -> None:
    """Open, hear, vote, resolve, close; the minutes are what the records say."""
    chair = world.users["chair"]
    services.open_session(session, by=chair)
    for item in session.items.exclude(power=Power.APPROVE):
        services.call(item, by=chair)
        services.hear(item, by=chair)
        resolve(world, item)
    item = session.items.get(power=Power.APPROVE)
    services.call(item, by=chair)
    poll = services.open_vote(item, by=chair, way=Way.PAPER, tellers=tellers_of(world))
    papers = {"issued": poll.present, "collected": poll.present - 1, "valid": poll.present - 1}
    count(world, poll, {"yes": poll.present - 9, "no": 5, "abstain": 3}, papers)
    services.conclude(item, by=chair)
    resolve(world, item)
    services.write_minutes(session, by=chair, minutes=selectors.minutes_drafted(session))
    services.close(session, by=chair)


def resolve(world: World, item: AgendaItem) -> None:
    """In the words the records suggest."""
    services.resolve(item, by=world.users["chair"], **selectors.resolution_drafted(item))


def tellers_of(world: World) -> list:
    """The two who count."""
    return [world.users["teller"], world.users["delegation_head"]]


def count(world: World, poll: Poll, votes: Mapping[str, int], papers: Mapping[str, int] | None = None) -> None:
    """Both tellers count alike, and the result is declared."""
    options = {option.stance: option.pk for option in poll.questions.get().options.all()}
    tallies = {options[stance]: number for stance, number in votes.items()}
    for teller in tellers_of(world):
        ballots.count(poll, by=teller, tallies=tallies, **(papers or {}))
    ballots.close(poll, by=world.users["chair"])
    ballots.declare(poll, by=world.users["chair"])
