"""The page battery over every declaration of people, and the matrices of its three flows."""

from datetime import date
from itertools import count

import pytest

from tests.kit import battery, flows
from tests.kit.world import Persona
from unionhall.accounts.roles import Role
from unionhall.people.choices import BodyKind, Employment, How, UnitKind
from unionhall.people.flow import CORRECTION_FLOW, FLOW, POST_FLOW, PostState, State
from unionhall.people.models import (
    Body,
    Correction,
    Department,
    Membership,
    Person,
    Post,
    Profile,
    Seat,
    Term,
    Unit,
)
from unionhall.people.views import bodies, corrections, memberships, mine, organisation, roster

DAY = date(2023, 6, 1)
GOOD_DAY = "2023-06-01"
_numbers = count(1)


def person(home, **fields):
    number = next(_numbers)
    return Person.objects.create(
        **{
            "staff_no": f"N{number}",
            "name": f"某{number}",
            "employment": Employment.CONTRACT,
            "joined_on": date(2015, 1, 1),
            "department": home.departments["ward"],
            "unit": home.units["branch"],
        }
        | fields
    )


def spell(home, state=State.APPROVED, who=None):
    return Membership.objects.create(
        person=who or person(home), state=state, card_no=f"B{next(_numbers)}", joined_on=date(2015, 2, 1)
    )


def body(home, kind=BodyKind.OFFICE):
    made = Body.objects.create(kind=kind, name=f"机构{next(_numbers)}", unit=home.units["root"])
    Seat.objects.create(body=made, title="干事", role=Role.CLERK, places=3)
    return made


def term(home):
    return Term.objects.create(body=body(home), number=1, began_on=DAY, years=5, ends_on=date(2028, 5, 31))


def post(home, state=PostState.HELD):
    return Post.objects.create(
        seat=body(home).seats.get(), person=person(home), how=How.ELECTION, began_on=DAY, state=state
    )


def correction(home, who=None):
    return Correction.objects.create(
        person=who or home.people[Persona.MEMBER], field="name", should_be=f"张{next(_numbers)}"
    )


def staff(home, **fields):
    return {
        "staff_no": f"T{next(_numbers)}",
        "name": "新人",
        "sex": "female",
        "employment": "contract",
        "department": home.departments["ward"].pk,
    } | fields


def described(home):
    """For each declaration: its record, how to make another, and good and bad input by verb."""
    ward, other, branch = home.departments["ward"], home.departments["other"], home.units["branch"]
    yield (
        roster.roster_pages,
        person,
        {
            "take_on": staff(home),
            "edit": {"name": "改名", "sex": "male", "employment": "contract", "reason": "核对"},
            "secrets": {"phone": "13900000000", "reason": "核对"},
            "open_account": {},
            "add_relation": {"kind": "spouse", "name": "家人"},
            "move": {"department": other.pk, "moved_on": GOOD_DAY},
            "leave": {"left_on": GOOD_DAY, "reason": "调离"},
        },
        {
            "take_on": staff(home, name=""),
            "edit": {"name": ""},
            "secrets": {"reason": "无"},
            "move": {"department": ward.pk},
        },
    )
    yield (
        memberships.membership_pages,
        spell,
        {
            "apply_for": {"person": person(home).staff_no, "application": "口头提出"},
            "transfer_in": {"person": person(home).staff_no, "joined_on": GOOD_DAY, "came_from": "邻院工会"},
            "set_dues": {"dues_base": "3456.78", "dues_from": "2023-06-01"},
            "retain": {"reason": "away", "retained_on": GOOD_DAY},
            "reinstate": {"joined_on": "2023-09-01", "note": "回岗"},
        },
        {"apply_for": {"person": "查无此人"}, "transfer_in": {}, "expel": {"ended_on": "2099-01-01"}},
    )
    yield (
        organisation.unit_pages,
        lambda home: Unit.objects.create(kind=UnitKind.GROUP, name=f"组{next(_numbers)}", parent=branch),
        {
            "create": {"kind": "station", "name": "门诊站"},
            "edit": {"name": "改名组", "parent": branch.pk},
            "close": {"ended_on": GOOD_DAY, "reason": "撤并"},
        },
        {"create": {"kind": "union", "name": "又一个"}, "edit": {"name": ""}},
    )
    yield (
        organisation.department_pages,
        lambda home: Department.objects.create(name=f"科{next(_numbers)}"),
        {
            "create": {"kind": "department", "name": "新科室"},
            "edit": {"name": "改名科"},
            "close": {"ended_on": GOOD_DAY, "reason": "撤并"},
        },
        {"create": {"name": ""}},
    )
    yield (
        organisation.profile_pages,
        lambda home: Profile.objects.first() or Profile.objects.create(upper_union="市工会"),
        {"describe": {"upper_union": "市总工会"}},
        {"describe": {"founded_on": "不详"}},
    )
    yield (
        bodies.body_pages,
        body,
        {
            "create": {"kind": "women", "name": "女工委"},
            "seat": {"title": "秘书", "role": "", "places": 1},
            "term": {"number": 1, "began_on": GOOD_DAY, "years": 5},
        },
        {"seat": {"title": "秘书", "places": 0}, "term": {"number": 1, "began_on": GOOD_DAY, "years": 4}},
    )
    yield (bodies.term_pages, term, {"extend": {"ends_on": "2028-11-30", "extension": "批1号"}}, {"extend": {}})
    yield (
        bodies.post_pages,
        post,
        {
            "appoint": {
                "seat": body(home).seats.get().pk,
                "person": person(home).staff_no,
                "how": "appointment",
                "began_on": GOOD_DAY,
            },
            "end": {"ended_on": "2024-01-01", "note": "调离"},
        },
        {"appoint": {"person": "查无此人"}, "end": {}},
    )
    yield (corrections.correction_pages, correction, {"settle": {"reply": ""}}, {"decline": {"reply": ""}})


NAMES = [
    "people",
    "people.memberships",
    "people.units",
    "people.departments",
    "people.profile",
    "people.bodies",
    "people.terms",
    "people.posts",
    "people.corrections",
]


@pytest.fixture
def home(world):
    """Our union without the outsider, who is on the roster's list only when asked for."""
    outsider = world.home.people[Persona.UPPER_VIEWER]
    outsider.posts.all().delete()
    outsider.delete()
    return world.home


@pytest.mark.parametrize("name", NAMES)
def test_the_office_s_pages(home, name):
    pages, make, good, bad = next(one for one in described(home) if one[0].name == name)
    battery.check_all(
        battery.World(
            pages=pages,
            record=make(home),
            more=lambda number: [make(home) for _turn in range(number)],
            allowed=home.users[Persona.CLERK],
            stranger=home.users[Persona.MEMBER],
            good=good,
            bad=bad,
        )
    )


def test_the_member_s_own_card(home):
    member = home.people[Persona.MEMBER]
    battery.check_all(
        battery.World(
            pages=mine.me_pages,
            record=member,
            more=lambda number: None,
            allowed=member.user,
            stranger=home.users[Persona.ADMINISTRATOR],
            good={"contact": {"phone": "13900000000"}, "correct": {"field": "name", "should_be": "张叁"}},
            bad={"contact": {"phone": "无"}, "correct": {"field": "name"}},
        )
    )


def test_the_member_s_own_corrections(home):
    battery.check_all(
        battery.World(
            pages=mine.my_correction_pages,
            record=correction(home),
            allowed=home.users[Persona.MEMBER],
            more=lambda number: [correction(home) for _turn in range(number)],
            stranger=home.users[Persona.ADMINISTRATOR],
            good={"take_back": {}},
        )
    )


def actors(home):
    return {
        name.value: home.users[name]
        for name in (
            Persona.MEMBER,
            Persona.OTHER_BRANCH,
            Persona.GROUP_LEADER,
            Persona.BRANCH_CHAIR,
            Persona.CLERK,
            Persona.CHAIR,
            Persona.AUDITOR,
            Persona.ADMINISTRATOR,
        )
    }


def by_office(*cells):
    return {(state, verb, who) for state, verb in cells for who in ("clerk", "chair")}


def test_the_matrix_of_a_membership(home):
    expected = by_office(
        ("applied", "review"),
        ("applied", "decline"),
        ("reviewed", "approve"),
        ("reviewed", "decline"),
        ("approved", "retain"),
        ("approved", "auto_withdraw"),
        *((state, verb) for state in ("approved", "retained") for verb in ("transfer_out", "withdraw", "expel", "die")),
        *((state, "reinstate") for state in ("retained", "transferred_out", "withdrawn", "auto_withdrawn", "expelled")),
    )
    expected |= {
        ("applied", "review", "branch-chair"),
        ("applied", "decline", "branch-chair"),
        ("reviewed", "decline", "branch-chair"),
    }
    assert flows.done(flows.matrix(FLOW, lambda state: spell(home, state), actors(home))) == expected


def test_the_matrix_of_a_post(home):
    expected = by_office(("pending", "confirm"), ("pending", "refuse"), ("held", "end"))
    assert flows.done(flows.matrix(POST_FLOW, lambda state: post(home, state), actors(home))) == expected


def test_the_matrix_of_a_correction(home):
    def make(state):
        asked = correction(home)
        Correction.objects.filter(pk=asked.pk).update(state=state)
        asked.refresh_from_db()
        return asked

    expected = by_office(("asked", "settle"), ("asked", "decline")) | {("asked", "take_back", "member")}
    assert flows.done(flows.matrix(CORRECTION_FLOW, make, actors(home))) == expected
