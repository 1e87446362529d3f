"""Every state × verb × role of events, tasks, visits, promises and issues, against the table as one would tell it."""

import pytest

from tests.kit import flows
from tests.kit.world import Persona, furnish
from unionhall.accounts.tenancy import in_union
from unionhall.care.flow.issues import ISSUE_FLOW
from unionhall.care.flow.visits import EVENT_FLOW, PROMISE_FLOW, TASK_FLOW, VISIT_FLOW
from unionhall.care.models import Issue, LifeEvent, Promise, Visit, VisitTask

OFFICE = {Persona.CLERK, Persona.CHAIR}
LEADERS = {Persona.GROUP_LEADER, Persona.BRANCH_CHAIR}
DESK = OFFICE | LEADERS
ACTORS = (*DESK, Persona.MEMBER, Persona.OTHER_BRANCH, Persona.AUDITOR, Persona.ADMINISTRATOR, Persona.UPPER_VIEWER)
ALL = ("recorded", "signed", "archived")
# Flow, model, and for each verb the states it starts from and who takes it; the furnished visit brought cash not signed
# for, the furnished issue has fewer people than pieces.
TABLES = [
    (
        EVENT_FLOW,
        LifeEvent,
        {"confirm": (("told",), DESK), "dismiss": (("told", "confirmed"), DESK)},
    ),
    (
        TASK_FLOW,
        VisitTask,
        {
            "contact": (("open",), DESK),
            "fulfil": (("open", "contacted"), DESK),
            "waive": (("open", "contacted"), DESK),
            "reopen": (("done",), OFFICE),
            "assign": (("open", "contacted"), OFFICE),
        },
    ),
    (
        VISIT_FLOW,
        Visit,
        {
            "sign": (("recorded",), DESK),
            "archive": (("signed",), OFFICE),
            "add_paper": (ALL, DESK),
            "countersign": (ALL, DESK),
            "ask": (ALL, OFFICE | {Persona.BRANCH_CHAIR}),
            "promise": (ALL, DESK),
            "void": (("recorded", "signed", "archived"), OFFICE),
        },
    ),
    (PROMISE_FLOW, Promise, {"keep": (("open",), DESK), "drop": (("open",), DESK)}),
    (
        ISSUE_FLOW,
        Issue,
        {
            "amend": (("draft",), OFFICE),
            "add_package": (("draft",), OFFICE),
            "change_package": (("draft",), OFFICE),
            "drop_package": (("draft",), OFFICE),
            "draw_up": (("draft",), OFFICE),
            "open": (("draft",), OFFICE),
            "restock": (("open",), OFFICE),
            "ask": (("open", "closed"), OFFICE),
            "hand_out": (("open",), DESK),
            "sign_sheet": (("open", "closed"), OFFICE),
            "close": (("open",), OFFICE),
            "archive": (("closed",), OFFICE),
            "cancel": (("draft",), OFFICE),
        },
    ),
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0].name)
def test_every_state_verb_and_role_of(world, table):
    furnish(world)
    flow, model, rows = table
    with in_union(world.home.union):
        record = model.objects.get(pk=world.ours[model._meta.label])

        def make(state):
            model.objects.filter(pk=record.pk).update(state=state)
            return model.objects.get(pk=record.pk)

        tried = flows.matrix(flow, make, {persona: world.user(persona) for persona in ACTORS})
    assert flow.steps.keys() == rows.keys()
    assert flows.done(tried) == {
        (state, verb, persona) for verb, (states, who) in rows.items() for state in states for persona in who
    }
