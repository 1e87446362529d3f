"""The kit's battery on the declarations of congresses."""

from datetime import timedelta

import pytest

from tests.congress.conftest import BEGAN, DAY
from tests.kit import battery
from tests.kit.world import Persona
from unionhall.congress import services
from unionhall.congress.flow import ItemState
from unionhall.congress.models import AgendaItem, Term
from unionhall.congress.rules.powers import Power
from unionhall.congress.views.office import (
    delegate_pages,
    item_pages,
    resolution_pages,
    session_pages,
    term_pages,
)


@pytest.fixture
def base(world, clerk):
    """What every declaration here is tried with."""
    return {"allowed": clerk, "stranger": world.user(Persona.MEMBER), "forbidden": world.user(Persona.AUDITOR)}


@pytest.fixture
def sessions(session, term, clerk, base):
    def more(count):
        for number in range(count):
            other = services.prepare(by=clerk, term=term, held_on=DAY + timedelta(days=number), venue="礼堂")
            services.add_item(other, by=clerk, title="工作报告", power=Power.SUPERVISE)
            services.convene(other, by=clerk)

    good = {
        "tick": {"step": str(session.steps.get(key="request").pk), "done_on": "2023-02-01"},
        "prepare": {"term": str(term.pk), "held_on": "2023-06-01", "venue": "礼堂", "cause": "by_union"},
        "amend": {"held_on": "2023-03-20", "venue": "报告厅", "cause": "regular", "reason": "改期"},
        "add_item": {"title": "财务工作报告", "power": "deliberate"},
        "invite": {"role": "guest", "name": "来宾", "organisation": "上级工会"},
        "seat_presidium": {"delegates": [str(one.pk) for one in term.delegates.all()[:5]]},
        "convene": {},
    }
    bad = {
        "prepare": {"term": "x", "held_on": "明天", "venue": "", "cause": "galaxy"},
        "amend": {"held_on": "", "reason": ""},
        "add_item": {"title": "", "power": "rule"},
        "invite": {"role": "delegate", "people": "nobody"},
        "tick": {"step": "x", "done_on": "2999-01-01"},
        "seat_presidium": {"delegates": ["x"]},
        "cancel": {"reason": ""},
    }
    return battery.World(session_pages, session, more=more, good=good, bad=bad, **base)


def test_pages_of_sessions(sessions):
    battery.check_all(sessions)


@pytest.fixture
def terms(term, clerk, base, people):
    area = services.add_constituency(term, by=clerk, name="内科选区", staff_count=90, seats=2)

    def more(count):
        for number in range(count):
            began = BEGAN + timedelta(days=number + 1)
            services.open_term(by=clerk, kind="staff", number=4 + number, began_on=began, seats=30)

    good = {
        "open_term": {"kind": "members", "number": 1, "began_on": "2022-03-01", "years": 5, "seats": 60},
        "add_constituency": {"name": "外科选区", "staff_count": 120, "seats": 3},
        "add_delegation": {"name": "第三代表团"},
        "elect": {"constituency": str(area.pk), "person": people(1)[0].staff_no, "turnout": 60, "votes": 45,
                  "elected_on": "2022-12-01"},
        "name_member": {"kind": "welfare", "person": term.delegates.first().person.staff_no, "is_head": "on"},
    }  # fmt: skip
    bad = {
        "open_term": {"kind": "galaxy", "number": 0, "began_on": "", "seats": -1},
        "add_constituency": {"name": "", "staff_count": 0},
        "add_delegation": {"name": ""},
        "elect": {"constituency": "x", "person": "nobody", "turnout": -1},
        "name_member": {"kind": "", "person": "nobody"},
    }
    return battery.World(term_pages, Term.objects.get(), more=more, good=good, bad=bad, **base)


def test_pages_of_terms(terms):
    battery.check_all(terms)


@pytest.fixture
def delegates(term, clerk, base, people):
    def more(count):
        services.enrol(term, by=clerk, seats=[services.delegates.Seat(one) for one in people(count)], began_on=BEGAN)

    seat = term.delegates.filter(is_head=False, delegation__name="第一代表团").first()
    good = {
        "name_head": {},
        "place": {"delegation": str(term.delegations.get(name="第二代表团").pk)},
        "release": {"ended_by": "moved", "ended_on": "2023-01-31", "reason": "调离"},
    }
    bad = {
        "place": {"delegation": "x"},
        "recall": {"votes": -1, "ended_on": "明天", "reason": ""},
        "release": {"ended_by": "recalled", "reason": ""},
    }
    return battery.World(delegate_pages, seat, more=more, good=good, bad=bad, **base | {"forbidden": None})


def test_pages_of_delegates(delegates):
    battery.check_all(delegates)


@pytest.fixture
def items(sitting, clerk, base):
    def more(count):
        session = services.prepare(by=clerk, term=sitting.term, held_on=DAY + timedelta(days=9), venue="礼堂")
        for number in range(count):
            services.add_item(session, by=clerk, title=f"报告{number}", power=Power.SUPERVISE)

    good = {
        "add_paper": {"kind": "other", "title": "参阅材料", "given_on": "2023-03-01"},
        "note": {"delegation": str(sitting.term.delegations.first().pk), "text": "同意"},
        "call": {},
        "hear": {},
        "resolve": {"title": "关于报告的决议", "text": "同意报告。"},
    }
    bad = {"add_paper": {"kind": "", "title": ""}, "note": {"delegation": "x", "text": ""}, "withdraw": {"reason": ""}}
    record = sitting.items.get(title="院长工作报告")
    return battery.World(item_pages, record, more=more, good=good, bad=bad, **base)


def test_pages_of_items(items):
    battery.check_all(items)


@pytest.fixture
def resolutions(sitting, clerk, base):
    def more(count):
        for number in range(count):
            item = AgendaItem.objects.create(
                session=sitting, position=number + 9, title=f"报告{number}", power=Power.SUPERVISE,
                state=ItemState.HEARD, entitled=30, present=20,
            )  # fmt: skip
            services.resolve(item, by=clerk, title=f"关于报告{number}的决议", text="同意。")

    item = sitting.items.get(title="院长工作报告")
    services.call(item, by=clerk)
    services.hear(item, by=clerk)
    made = services.resolve(item, by=clerk, title="关于报告的决议", text="同意报告。")
    return battery.World(resolution_pages, made, more=more, good={"publish": {}}, **base)


def test_pages_of_resolutions(resolutions):
    battery.check_all(resolutions)
