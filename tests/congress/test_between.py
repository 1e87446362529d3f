"""Motions and joint meetings: what they may do, and what the congress alone may (CON-16, CON-21)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.congress.conftest import DAY
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.congress import services
from unionhall.congress.flow import JointState, MotionState
from unionhall.congress.kinds import Capacity, CommitteeKind, Gathering, Mover, Outcome
from unionhall.congress.models import AgendaItem, JointMatter, JointMeeting, Motion
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices.models import Notice

HELD = date(2023, 2, 10)
WORDS = {"title": "绩效分配办法", "reason": "须修订。", "text": "第一条"}


@pytest.fixture
def motion(session, clerk) -> Motion:
    return services.hand_in(session, by=clerk, mover=Mover.EMPLOYER, power=Power.APPROVE, **WORDS)


def test_a_motion_taken_up_becomes_an_item_with_its_papers(motion, session, clerk):
    services.take_up(motion, by=clerk)
    item = Motion.objects.get().item
    assert (item.title, item.power, item.session) == ("绩效分配办法", Power.APPROVE, session)
    assert set(item.papers.values_list("kind", "text")) == {
        (PaperKind.DRAFT, "第一条"),
        (PaperKind.EXPLANATION, "须修订。"),
    }
    assert (Motion.objects.get().state, motion.number) == (MotionState.ON_AGENDA, "职代案3-1-01")


def test_a_motion_whose_papers_come_too_late_is_not_taken_up(motion, clerk):
    items, events = AgendaItem.objects.count(), Event.objects.count()
    with clock.pinned(DAY - timedelta(days=6)), pytest.raises(Blocked, match=r"2023年3月10日.*第三十条，CON-16"):
        services.take_up(motion, by=clerk)
    assert (AgendaItem.objects.count(), Event.objects.count()) == (items, events)


def test_the_head_moves_for_the_delegation_and_is_told(session, clerk, world):
    one, two = session.term.delegations.all()
    head, member = world.user(Persona.DELEGATE), world.user(Persona.MEMBER)
    moved = services.hand_in(session, by=head, mover=Mover.DELEGATION, delegation=one, power=Power.DELIBERATE, **WORDS)
    for by, delegation, mover in (
        (head, two, Mover.DELEGATION),
        (member, two, Mover.DELEGATION),
        (head, None, Mover.EMPLOYER),
    ):
        with pytest.raises(NotAllowed):
            services.hand_in(session, by=by, mover=mover, delegation=delegation, power=Power.DELIBERATE, **WORDS)
    assert Notice.objects.filter(user=clerk, key="congress.motion_in").count() == 1
    services.decline(moved, by=clerk, reply="属于日常管理。")
    assert Notice.objects.filter(user=head, key="congress.motion_answered").count() == 1
    with pytest.raises(WrongState):
        services.withdraw_motion(moved, by=head, reason="不提了")


def test_no_motion_is_handed_in_to_a_session_that_sits(sitting, clerk):
    with pytest.raises(WrongState):
        services.hand_in(sitting, by=clerk, mover=Mover.EMPLOYER, power=Power.APPROVE, **WORDS)


@pytest.fixture
def meeting(session, clerk, term) -> JointMeeting:
    """Called for the tenth of February: the head of a delegation, the head of a committee, the chair."""
    services.name_member(term, by=clerk, kind=CommitteeKind.WELFARE, person=term.delegates.last().person, is_head=True)
    return services.call_joint(
        by=clerk, term=term, kind=Gathering.JOINT, held_on=HELD, venue="会议室", cause="夏季作息须及早确定。"
    )


def settled(meeting, clerk, power, outcome):
    matter = services.add_matter(meeting, by=clerk, title="事项", power=power)
    services.settle(meeting, by=clerk, matter=matter, outcome=outcome, conclusion="同意。")
    return matter


def test_a_joint_meeting_is_called_held_and_the_next_session_hears_of_it(meeting, session, clerk, world):
    assert set(meeting.participants.values_list("capacity", flat=True)) == {
        Capacity.DELEGATION_HEAD, Capacity.COMMITTEE_HEAD, Capacity.UNION_COMMITTEE,
    }  # fmt: skip
    assert Notice.objects.filter(user=world.user(Persona.DELEGATE), key="congress.joint_called").count() == 1
    with pytest.raises(Blocked, match="2023年2月10日"):
        services.note_presence(meeting, by=clerk, participants=list(meeting.participants.all()))
    with clock.pinned(HELD):
        services.note_presence(meeting, by=clerk, participants=list(meeting.participants.all())[:2])
        settled(meeting, clerk, Power.DELIBERATE, Outcome.AGREED)
        settled(meeting, clerk, Power.APPROVE, Outcome.REFERRED)
        services.close_joint(meeting, by=clerk, minutes="会议议定如下。")
        services.report_joint(meeting, by=clerk, session=session)
    told = session.items.last()
    assert (told.power, JointMeeting.objects.get().state) == (Power.DELIBERATE, JointState.REPORTED)
    assert "提请大会审议" in told.papers.get().text


@pytest.mark.parametrize("power", [Power.APPROVE, Power.ELECT, Power.APPRAISE])
def test_a_joint_meeting_passes_nothing_the_congress_votes_on(meeting, clerk, power):
    with clock.pinned(HELD):
        matter = services.add_matter(meeting, by=clerk, title="补充医疗办法", power=power)
        events = Event.objects.count()
        with pytest.raises(Blocked, match=r"联席会议不能代替（职代会条例第二十五条、.*CON-21"):
            services.settle(meeting, by=clerk, matter=matter, outcome=Outcome.AGREED, conclusion="同意。")
    assert (JointMatter.objects.get().outcome, Event.objects.count()) == ("", events)
    with pytest.raises(IntegrityError), transaction.atomic():  # the table refuses what got past the verb
        JointMatter.objects.update(outcome=Outcome.AGREED)


def test_a_joint_meeting_ends_with_everything_settled(meeting, clerk):
    with clock.pinned(HELD):
        services.note_presence(meeting, by=clerk, participants=list(meeting.participants.all()))
        services.add_matter(meeting, by=clerk, title="作息时间", power=Power.DELIBERATE)
        with pytest.raises(Blocked, match="作息时间"):
            services.close_joint(meeting, by=clerk, minutes="纪要")
