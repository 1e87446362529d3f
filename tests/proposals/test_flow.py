"""Every state × verb × role is really tried, and what can be done is exactly what the tables allow."""

from datetime import date
from typing import Any

import pytest

from tests.kit.flows import done, matrix
from tests.proposals.conftest import GIVEN
from unionhall.kernel import clock
from unionhall.proposals.flow import (
    ASSIGNMENT_FLOW,
    FLOW,
    REPLY_FLOW,
    SECOND_FLOW,
    AssignmentState,
    ReplyState,
    State,
)
from unionhall.proposals.kinds import Answer, Outcome, Part
from unionhall.proposals.models import Assignment, Proposal, Reply, Second

MANAGES, MOVES, LEADS, HEADS = {"committee", "clerk"}, {"mover"}, {"handler", "chief"}, {"chief"}
LEADER, SUPPORTS = {"leader"}, {"supporter"}
S = State
WRITING, UNDECIDED = {S.DRAFT, S.SECONDING}, {S.DRAFT, S.SECONDING, S.SUBMITTED, S.REVIEWING}
IN_HAND = {S.ACCEPTED, S.PROCESSING, S.REOPENED}
DUE = date(2023, 5, 23)

# Where the guards of a bare record let a step pass: no seconds, too late, reviewed as filed, class A, nothing rated, time over.
EXPECTED = {
    "amend": (WRITING, MOVES),
    "ask_seconds": (WRITING, MOVES),
    "submit_late": (WRITING, MOVES),
    "ask_withdrawal": (UNDECIDED, MOVES),
    "withdraw": (UNDECIDED, MOVES),
    "review": ({S.SUBMITTED, S.REVIEWING}, MANAGES),
    "approve": ({S.REVIEWING}, MANAGES),
    "file": ({S.REVIEWING}, MANAGES),
    "send_back": ({S.REVIEWING}, MANAGES),
    "respond": ({S.SUGGESTION, S.REPLIED_ONLY}, MANAGES),
    "assign": ({S.FILED, S.RETURNED}, MANAGES),
    "accept": ({S.ASSIGNED}, LEADS),
    "hand_back": ({S.ASSIGNED}, MANAGES),
    "work": (IN_HAND, LEADS),
    "write_reply": (IN_HAND, LEADS),
    "answer": ({S.PROCESSING}, LEADER),
    "rate": ({S.ANSWERED, S.RATED}, MOVES),
    "settle": ({S.ESCALATED}, MANAGES),
    "close": ({S.ANSWERED, S.RATED}, MANAGES),
    "report": ({S.TRACKING}, MANAGES | LEADS),
    "carry_over": ({S.TRACKING}, MANAGES),
    "fulfil": ({S.TRACKING}, MANAGES),
    "chase": ({S.ASSIGNED, S.TRACKING, *IN_HAND}, MANAGES),
    "commend": ({S.CLOSED, S.TRACKING, S.ARCHIVED}, MANAGES),
    "archive": ({S.CLOSED, S.REJECTED}, MANAGES),
}


@pytest.fixture
def actors(users) -> dict[str, Any]:
    names = MANAGES | MOVES | LEADS | LEADER | SUPPORTS | {"first", "member"}
    return {name: users[name] for name in sorted(names)}


@pytest.fixture
def case(house, users, draft, meeting) -> Proposal:
    """A whole text with a department, a leader and a signed reply beside it, in whatever state it is put."""
    proposal, lead = draft(), draft("other")
    facts = {
        "submitted_on": GIVEN, "outcome": Outcome.FILE, "department": house.departments["lead"], "assigned_on": GIVEN,
        "due_on": DUE, "answered_on": DUE, "reply_class": "A", "leader": users["leader"].person,
    }  # fmt: skip
    Proposal.objects.filter(pk=proposal.pk).update(number="3-2-HQ-101", **facts)
    Proposal.objects.filter(pk=lead.pk).update(number="3-2-HQ-102", state=S.FILED, **facts)
    proposal.refresh_from_db()
    Reply.objects.create(
        proposal=proposal, round=1, reply_class="A", text="已办", drafted_by=users["handler"],
        state=ReplyState.SIGNED, signed_by=users["chief"],
    )  # fmt: skip
    return proposal


def test_the_flow_of_a_proposal(case, users):
    actors = {name: users[name] for name in ("mover", "first", "committee", "handler", "leader")}

    def put(state: State) -> Proposal:
        merged = {"merged_into": Proposal.objects.get(number="3-2-HQ-102"), "outcome": Outcome.MERGE}
        alone = {"merged_into": None, "outcome": Outcome.FILE}
        Proposal.objects.filter(pk=case.pk).update(state=state, **(merged if state == S.MERGED else alone))
        case.refresh_from_db()
        return case

    with clock.pinned(date(2023, 9, 1)):
        tried = matrix(FLOW, put, actors)
    assert done(tried) == {
        (state.value, verb, name)
        for verb, (states, names) in EXPECTED.items()
        for state in states
        for name in names & actors.keys()
    }


def test_the_flow_of_a_share(house, case, meeting, actors):
    share = Assignment.objects.create(
        proposal=case, department=house.departments["support"], part=Part.SUPPORT, meeting=meeting, given_on=GIVEN,
        due_on=DUE, return_until=DUE, return_reason="不属于本部门",
    )  # fmt: skip

    def put(state: AssignmentState) -> Assignment:
        Assignment.objects.filter(pk=share.pk).update(state=state)
        share.refresh_from_db()
        return share

    A = AssignmentState
    assert done(matrix(ASSIGNMENT_FLOW, put, actors)) == {
        (A.GIVEN, "accept", "supporter"),
        (A.GIVEN, "ask_return", "supporter"),
        (A.GIVEN, "give_opinion", "supporter"),
        (A.ACCEPTED, "give_opinion", "supporter"),
        *((A.ASKED_BACK, verb, name) for verb in ("agree_return", "refuse_return") for name in MANAGES),
        *((state, "finish", "leader") for state in (A.GIVEN, A.ACCEPTED, A.ASKED_BACK)),
        *((A.DONE, "reopen", name) for name in MANAGES | MOVES),
    }


def test_the_flow_of_a_second(house, case, actors):
    case.withdrawal_reason = "已解决"
    seat = house.seats["first"]
    allowed = {
        (state.value, step.verb, name)
        for state in Answer
        for name, user in actors.items()
        for step in SECOND_FLOW.open_steps(Second(proposal=case, delegate=seat, state=state), by=user)
    }
    assert allowed == {("asked", "second", "first"), ("asked", "refuse", "first"), ("confirmed", "consent", "first")}


def test_a_reply_is_signed_by_the_head_and_let_out_by_the_leader(case, actors):
    allowed = {
        (state.value, step.verb, name)
        for state in ReplyState
        for name, user in actors.items()
        for step in REPLY_FLOW.open_steps(Reply(proposal=case, state=state), by=user)
    }
    assert allowed == {("draft", "sign", "chief"), ("signed", "send_back", "leader"), ("signed", "issue", "leader")}
