"""A motion the office refers is a proposal in the hands of the delegation's head."""

import pytest

from tests.kit.world import Persona
from tests.proposals.conftest import OPENS, WRITING
from unionhall.congress import services as congress
from unionhall.congress.kinds import Mover
from unionhall.congress.models import Delegate
from unionhall.congress.rules.powers import Power
from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.flow import State
from unionhall.proposals.models import Call, Proposal

WORDS = {"title": "增设休息室", "reason": "没有固定的休息场所。", "text": "1、门诊楼一间。\n2、住院楼一间。"}


@pytest.fixture
def refer(house):
    """`refer(mover, delegation)`: such a motion, referred while proposals are called for."""
    clerk = house.world.user(Persona.CLERK)

    def referred(mover, delegation=None):
        with clock.pinned(WRITING):
            motion = congress.hand_in(
                house.session, by=clerk, mover=mover, delegation=delegation, power=Power.DELIBERATE, **WORDS
            )
            congress.refer(motion, by=clerk, reply="请按提案办理。")
        return motion

    return referred


@pytest.fixture
def head(house):
    return Delegate.objects.get(term=house.session.term, is_head=True)


def test_the_head_has_it_as_a_draft_and_hands_it_in_for_the_delegation(refer, head, house):
    refer(Mover.DELEGATION, head.delegation)
    proposal = Proposal.objects.get()
    assert (proposal.call, proposal.mover, proposal.for_delegation) == (house.call, head, True)
    assert (proposal.title, proposal.grounds, proposal.point_count) == (WORDS["title"], WORDS["reason"], 2)
    with clock.pinned(WRITING):
        services.submit(proposal, by=head.person.user)
    assert proposal.state == State.SUBMITTED


def test_where_nobody_could_hand_it_in_none_is_begun(refer, head):
    refer(Mover.COMMITTEE)
    Call.objects.update(opens_on=WRITING.replace(day=WRITING.day + 1))
    refer(Mover.DELEGATION, head.delegation)
    assert OPENS < WRITING and not Proposal.objects.exists()
