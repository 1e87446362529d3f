"""Whose step is whose: what each person may do with a record about the member of branch A, and nobody else."""

import pytest

from tests.kit.world import Persona
from unionhall.care.flow.aid import AID, CLAIMS, COVERS
from unionhall.care.flow.drive import PAYMENTS
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.flow.visits import EVENT_FLOW, PROMISE_FLOW, TASK_FLOW, VISIT_FLOW
from unionhall.care.models import (
    Aid,
    Cover,
    CoverClaim,
    Drive,
    DrivePayment,
    HardshipFile,
    LifeEvent,
    Promise,
    Visit,
    VisitTask,
)

CARRIES_OUT = {"contact", "fulfil", "waive"}
KEEPS = {"sign", "add_paper", "countersign", "promise"}
# Flow by flow: whose steps, beside the office's, which takes all the rest. Who is not named takes none.
OTHERS = {
    EVENT_FLOW: {Persona.GROUP_LEADER: {"confirm", "dismiss"}, Persona.BRANCH_CHAIR: {"confirm", "dismiss"}},
    TASK_FLOW: {Persona.GROUP_LEADER: CARRIES_OUT, Persona.BRANCH_CHAIR: CARRIES_OUT},
    VISIT_FLOW: {Persona.GROUP_LEADER: KEEPS, Persona.BRANCH_CHAIR: KEEPS | {"ask"}},
    PROMISE_FLOW: {Persona.GROUP_LEADER: {"keep", "drop"}, Persona.BRANCH_CHAIR: {"keep", "drop"}},
    HARDSHIP: {Persona.MEMBER: {"add_kin", "change_kin", "drop_kin", "add_paper", "withdraw"}},
    AID: {Persona.MEMBER: {"sign", "withdraw"}, Persona.CASHIER: {"pay"}, Persona.ACCOUNTANT: {"take_back"}},
    COVERS: {},
    CLAIMS: {},
    PAYMENTS: {
        Persona.MEMBER: {"sign"},
        Persona.CASHIER: {"pay", "drop"},
        Persona.ACCOUNTANT: {"take_back"},
    },
}
# What not even the clerk takes: it is the chair's, the cashier's or the accountant's.
NOT_THE_CLERKS = {
    HARDSHIP: {"confirm", "agree", "keep_grade", "file", "lift", "refuse"},
    AID: {"authorise", "refuse", "pay", "take_back"},
    PAYMENTS: {"pay", "take_back"},
}


@pytest.fixture
def records(world, clerk) -> dict:
    """One record of each flow, about the member."""
    person = world.home.people[Persona.MEMBER]
    visit = Visit(person=person)
    return {
        EVENT_FLOW: LifeEvent(person=person),
        TASK_FLOW: VisitTask(person=person, unit=person.unit),
        VISIT_FLOW: visit,
        PROMISE_FLOW: Promise(visit=visit),
        HARDSHIP: HardshipFile(person=person, applied_by=clerk),
        AID: Aid(person=person, asked_by=clerk),
        COVERS: Cover(person=person),
        CLAIMS: CoverClaim(cover=Cover(person=person)),
        PAYMENTS: DrivePayment(drive=Drive(beneficiary=person)),
    }


@pytest.mark.parametrize("flow", OTHERS, ids=lambda flow: flow.name)
def test_each_step_is_theirs_alone(world, records, flow):
    def taken(persona) -> set[str]:
        user = world.user(persona)
        return {verb for verb, step in flow.steps.items() if step.who(user, records[flow])}

    everybody = [one for one in Persona if one != Persona.OTHER_UNION and world.user(one)]
    others = {one: taken(one) for one in everybody if one not in (Persona.CLERK, Persona.CHAIR)}
    assert {one: verbs for one, verbs in others.items() if verbs} == OTHERS[flow]
    assert taken(Persona.CLERK) == flow.steps.keys() - NOT_THE_CLERKS.get(flow, set())
