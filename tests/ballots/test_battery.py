"""The kit's battery on the declaration of polls, and the matrix of the flow."""

import pytest

from tests.ballots.conftest import both_count
from tests.kit import battery, flows
from tests.kit.world import Persona
from unionhall.ballots import services
from unionhall.ballots.flow import FLOW, OVER, State
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import Poll
from unionhall.ballots.views.desk import poll_pages

OWN = {"title": "会员评家", "text": "请评议", "roll": "accounts", "shows_result": "on"}
GOOD = {
    "appraise": OWN | {"appraised": "工会委员会\n工会主席", "scale": "fitness", "way": "anonymous", "asks_words": "on"},
    "ask": OWN | {"questions": "最需要的活动（至多选2项）|运动会|讲座|读书会\n您的建议"},
    "amend": {"title": "食堂办法（修改稿）", "text": "全文"},
    "open": {},
}
BAD = {
    "appraise": OWN | {"appraised": " ", "scale": "stars", "way": "hands", "title": ""},
    "ask": OWN | {"questions": "甲|只有一项"},
    "amend": {"title": ""},
    "name_tellers": {"first": "x", "second": ""},
    "withdraw": {"reason": ""},
}


@pytest.fixture
def polls(world, clerk, make_poll):
    record = make_poll(opened=False, way=Way.PAPER)

    def more(count):
        for number in range(count):
            make_poll(opened=False, way=Way.PAPER, title=f"办法{number}")

    return battery.World(poll_pages, record, clerk, world.user(Persona.MEMBER), more, good=GOOD, bad=BAD)


@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
def test_pages_of_polls(check, polls):
    check(polls)


FROM = {
    "amend": {State.PREPARED},
    "name_tellers": {State.PREPARED},
    "open": {State.PREPARED},
    "close": {State.OPEN},
    "declare": {State.CLOSED},
    "submit": {State.CLOSED},
    "annul": {State.CLOSED},
    "break_off": {State.OPEN},
    "approve": {State.PENDING},
    "refuse": {State.PENDING},
    "repeat": set(OVER),
    "withdraw": {State.PREPARED},
}
ACTORS = (Persona.CLERK, Persona.CHAIR, Persona.BRANCH_CHAIR, Persona.AUDITOR, Persona.MEMBER, Persona.ADMINISTRATOR)


@pytest.fixture
def election(make_election, tellers, clerk):
    """An election with a seat still missing, so that no guard stands in the way of a next round."""
    poll = make_election(2, "丁一", "王伟", "方丽")
    both_count(poll, tellers, (9, 9, 9), 丁一=8, 王伟=4, 方丽=3)
    services.close(poll, by=clerk)
    services.declare(poll, by=clerk)
    return poll


def in_state(poll, state):
    Poll.objects.filter(pk=poll.pk).update(state=state)
    return Poll.objects.get(pk=poll.pk)


def test_the_table_admits_exactly_the_office_and_the_tellers(election, world, tellers):
    actors = {persona: world.user(persona) for persona in ACTORS} | {"teller": tellers[0]}
    tried = flows.matrix(FLOW, lambda state: in_state(election, state), actors)
    by_office = {
        (state.value, verb, persona)
        for verb, sources in FROM.items()
        for state in sources
        for persona in (Persona.CLERK, Persona.CHAIR)
    }
    assert flows.done(tried) == by_office | {(state.value, "count", "teller") for state in (State.OPEN, State.CLOSED)}
