"""The demo's proposals: what the duty reports claim of them is shown from records."""

from datetime import date

import pytest

from unionhall.accounts.models import system_user
from unionhall.congress.seed import seed as seed_congress
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import clock
from unionhall.people.seed import seed as seed_people
from unionhall.proposals import figures
from unionhall.proposals.flow import State
from unionhall.proposals.models import Proposal
from unionhall.proposals.seed import seed


@pytest.fixture
def world(union):
    world = World(union, system_user())
    seed_people(world)
    seed_congress(world)
    with clock.pinned(date(2024, 3, 6)):  # whatever day the tests run, the session to come lies within the term
        seed(world)
    return world


def test_more_than_fifty_are_each_handled(world, union):
    """One world for all, since it takes seconds to build; ids are those of the list of claims."""
    half = Scope(union, date(2023, 1, 1), date(2023, 6, 30))
    assert figures.received(half).say("over:50") == "50余份"  # E-09, S-13
    assert figures.received(half).rows.values("category").distinct().count() == 10  # E-10
    assert (figures.filed_sheets(half).value, figures.cases(half).value) == (37, 31)
    assert figures.merged(half).value == 6
    assert {figures.handled_rate(half).say(), figures.reply_rate(half).say()} == {"100%"}  # E-13, S-17
    assert figures.chased(half).value == 1  # E-12, S-16
    told = [sentence.spoken for sentence in said(Topic.PROPOSALS, half)]
    assert told[0].startswith("第三届第二次职工代表大会共收到代表提案53份")
    assert "1月25日经大会主席团审定立案37份，并案后为31件" in told[1]  # E-11, S-15
    assert set(Proposal.objects.values_list("state", flat=True)) == set(State)
    assert figures.carried_over(Scope(union, date(2023, 1, 1), date(2023, 12, 31))).value > 2
