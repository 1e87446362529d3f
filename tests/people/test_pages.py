"""The office's pages and the member's own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.kit.world import Persona
from tests.kit.writes import written
from unionhall.audit.models import Event, Kind
from unionhall.kernel import clock
from unionhall.people.flow import CorrectionState, State
from unionhall.people.models import Body, Correction, Person, Seat
from unionhall.people.rules.identity import check_digit
from unionhall.rulebook.services import amend

FIRST = "90000019850302012"
ID = FIRST + check_digit(FIRST)
LISTS = [
    "people",
    "people.memberships",
    "people.units",
    "people.departments",
    "people.bodies",
    "people.terms",
    "people.posts",
    "people.corrections",
    "people.profile",
]
OFFICE_ONLY = [name for name in LISTS if name not in ("people", "people.memberships")]


@pytest.fixture
def member(world):
    person = world.home.people[Persona.MEMBER]
    person.id_number, person.phone = ID, "13812345678"
    person.save()
    return person


@pytest.fixture
def clerk(world):
    return world.client(Persona.CLERK)


def url(name, *args):
    return reverse(name, args=args)


@pytest.mark.parametrize("name", LISTS)
def test_the_office_has_every_list_and_looking_writes_nothing(clerk, name):
    with written() as tables:
        assert clerk.get(url(f"{name}.list")).status_code == 200
    assert not {table for table in tables if table.startswith(("people_", "audit_"))}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("persona", [Persona.MEMBER, Persona.AUDITOR, Persona.UPPER_VIEWER, Persona.ADMINISTRATOR])
def test_lists_do_not_exist_for_others(world, name, persona):
    assert world.client(persona).get(url(f"{name}.list")).status_code == 404


@pytest.mark.parametrize("name", OFFICE_ONLY)
def test_a_branch_chair_has_the_roster_but_not_the_offices_lists(world, name):
    chair = world.client(Persona.BRANCH_CHAIR)
    assert chair.get(url(f"{name}.list")).status_code == 404
    assert chair.get(url("people.list")).status_code == 200


def test_the_anonymous_are_sent_to_sign_in(world):
    assert world.client(Persona.ANONYMOUS).get(url("people.list")).status_code == 302


def test_a_branch_chair_finds_only_the_branch(world):
    page = world.client(Persona.BRANCH_CHAIR).get(url("people.list")).content.decode()
    assert "member·demo" in page and "other-branch·demo" not in page


@pytest.mark.parametrize("name", ["people.detail", "people.edit", "people.move", "people.leave"])
def test_somebody_else_s_branch_and_a_missing_person_answer_alike(world, name):
    chair = world.client(Persona.BRANCH_CHAIR)
    elsewhere = chair.get(url(name, world.home.people[Persona.OTHER_BRANCH].pk))
    missing = chair.get(url(name, "00000000-0000-7000-8000-000000000000"))
    assert (elsewhere.status_code, missing.status_code) == (404, 404)


def test_another_union_s_person_is_not_found_nor_listed_nor_exported(world, clerk):
    theirs = world.next_door.people[Persona.MEMBER]
    assert clerk.get(url("people.detail", theirs.pk)).status_code == 404
    assert theirs.name not in clerk.get(url("people.list")).content.decode()
    assert clerk.post(url("people.reveal", theirs.pk, "phone")).status_code == 404


def test_a_list_costs_the_same_for_one_row_and_for_three(clerk):
    with CaptureQueriesContext(connection) as one:
        clerk.get(url("people.list") + "?q=member")
    with CaptureQueriesContext(connection) as more:
        clerk.get(url("people.list") + "?q=a")
    assert len(one) == len(more)


@pytest.mark.parametrize(
    "query",
    [
        "unit={branch}",
        "department={ward}",
        "sex=female",
        "membership=approved",
        "membership=none",
        "standing=all",
        "employment=established",
        "is_front_line=true",
        "sort=-name",
        "columns=name&columns=masked_phone",
    ],
)
def test_filters_narrow_and_never_fail(world, clerk, query):
    where = query.format(branch=world.home.units["branch"].pk, ward=world.home.departments["ward"].pk)
    assert clerk.get(f"{url('people.list')}?{where}").status_code == 200


def test_outsiders_are_on_the_list_only_when_asked_for(clerk):
    assert "upper-viewer·demo" not in clerk.get(url("people.list")).content.decode()
    assert "upper-viewer·demo" in clerk.get(url("people.list") + "?employment=external").content.decode()


def test_secrets_are_masked_until_asked_for_and_the_look_is_shown_to_the_person(world, clerk, member):
    page = clerk.get(url("people.detail", member.pk)).content.decode()
    assert ID not in page and "13812345678" not in page and "9000**********" in page
    shown = clerk.post(url("people.reveal", member.pk, "id_number")).content.decode()
    assert ID in shown
    look = Event.objects.get(kind=Kind.READ)
    assert (look.by, look.concerns, look.after) == (world.user(Persona.CLERK), member.pk, {"what": "身份证号"})
    mine = world.client(Persona.MEMBER).get(url("people.me.detail", member.pk)).content.decode()
    assert "clerk·demo" in mine and "身份证号" in mine


def test_a_secret_is_not_shown_by_looking_at_an_address(clerk, member):
    assert clerk.get(url("people.reveal", member.pk, "id_number")).status_code == 405


def test_a_branch_chair_may_ask_for_the_phone_but_not_for_the_identity_number(world, member):
    chair = world.client(Persona.BRANCH_CHAIR)
    assert "13812345678" in chair.post(url("people.reveal", member.pk, "phone")).content.decode()
    assert chair.post(url("people.reveal", member.pk, "id_number")).status_code == 404


def test_an_export_holds_no_secret_and_is_recorded(clerk, member):
    answer = clerk.post(url("people.export") + "?columns=name&columns=masked_id_number&columns=masked_phone")
    assert answer.status_code == 200
    assert Event.objects.filter(kind=Kind.EXPORT).count() == 1
    assert ID.encode() not in answer.content


def test_mine_leads_to_the_own_page_and_nobody_else_has_it(world, member):
    mine = world.client(Persona.MEMBER)
    assert mine.get(url("people.mine"), follow=True).status_code == 200
    assert world.client(Persona.OTHER_BRANCH).get(url("people.me.detail", member.pk)).status_code == 404
    assert "花名册上没有您" in world.client(Persona.ADMINISTRATOR).get(url("people.mine")).content.decode()


def test_a_member_corrects_phone_and_address(world, member):
    answer = world.client(Persona.MEMBER).post(
        url("people.me.contact", member.pk), {"phone": "１３９００００１１１１", "address": "健康路9号", "once": "a"}
    )
    member.refresh_from_db()
    assert answer.status_code == 302 and (member.phone, member.address) == ("13900001111", "健康路9号")


def test_a_bad_phone_number_is_refused_beside_the_field(world, member):
    answer = world.client(Persona.MEMBER).post(url("people.me.contact", member.pk), {"phone": "没有", "once": "a"})
    member.refresh_from_db()
    assert answer.status_code == 422 and member.phone == "13812345678"


def test_a_correction_is_asked_for_answered_and_read(world, clerk, member):
    me = world.client(Persona.MEMBER)
    me.post(url("people.me.correct", member.pk), {"field": "name", "should_be": "张叁", "once": "a"})
    again = me.post(url("people.me.correct", member.pk), {"field": "name", "should_be": "张散", "once": "b"})
    asked = Correction.objects.get()
    assert again.status_code == 409
    assert "张叁" in clerk.get(url("people.corrections.detail", asked.pk)).content.decode()
    clerk.post(url("people.corrections.decline", asked.pk), {"reply": "与身份证不符", "once": "c"})
    asked.refresh_from_db()
    assert asked.state == CorrectionState.DECLINED
    assert "与身份证不符" in me.get(url("people.me.detail", member.pk)).content.decode()
    assert world.client(Persona.OTHER_BRANCH).get(url("people.my_corrections.detail", asked.pk)).status_code == 404


def test_joining_on_the_phone_reaches_the_branch_chair_and_the_office(world, clerk, member):
    member.memberships.all().delete()
    me, chair = world.client(Persona.MEMBER), world.client(Persona.BRANCH_CHAIR)
    page = me.get(url("people.join"), follow=True)
    assert page.status_code == 200 and "工会法第三条" in page.content.decode()
    unread = me.post(url("people.me.join", member.pk), {"application": "我自愿加入", "once": "a"})
    assert unread.status_code == 422 and "个人信息" in unread.content.decode()
    me.post(url("people.me.join", member.pk), {"application": "我自愿加入", "agreed": "on", "once": "b"})
    spell = member.memberships.get()
    assert chair.post(url("people.memberships.review", spell.pk), {"once": "c"}).status_code == 302
    assert (
        chair.post(url("people.memberships.approve", spell.pk), {"joined_on": "2023-06-01", "once": "d"}).status_code
        == 403
    )
    assert (
        clerk.post(url("people.memberships.approve", spell.pk), {"joined_on": "2023-06-01", "once": "e"}).status_code
        == 302
    )
    spell.refresh_from_db()
    assert spell.state == State.APPROVED


def test_a_refusal_cites_the_clause_on_the_page(clerk, member):
    spell = member.memberships.get()
    answer = clerk.post(
        url("people.memberships.auto_withdraw", spell.pk),
        {"ended_on": "2023-06-01", "months_unpaid": 3, "admonished": "五月谈话", "once": "a"},
    )
    assert answer.status_code == 409 and "第六条" in answer.content.decode()


def test_a_person_is_taken_on_moved_and_leaves_with_the_road_kept(world, clerk):
    ward, other = world.home.departments["ward"], world.home.departments["other"]
    clerk.post(
        url("people.take_on"),
        {
            "staff_no": "９０００１",
            "name": "新人",
            "sex": "female",
            "employment": "contract",
            "id_number": ID,
            "birth_on": "1985-3-2",
            "department": ward.pk,
            "joined_on": "2023-01-01",
            "once": "a",
        },
    )
    person = Person.objects.get(staff_no="90001")
    assert person.unit == world.home.units["branch"]
    clerk.post(url("people.move", person.pk), {"department": other.pk, "moved_on": "2023-05-01", "once": "b"})
    clerk.post(url("people.leave", person.pk), {"left_on": "2023-06-01", "reason": "调往外院", "once": "c"})
    person.refresh_from_db()
    assert (person.unit, person.left_on.isoformat()) == (world.home.units["other"], "2023-06-01")
    assert [p.ended_on.isoformat() for p in person.placements.order_by("began_on")] == ["2023-05-01", "2023-06-01"]
    assert "新人" not in clerk.get(url("people.list")).content.decode()
    assert "新人" in clerk.get(url("people.list") + "?standing=left").content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id_number": ID[:-1] + ("1" if ID[-1] != "1" else "2")}, "校验码"),
        ({"birth_on": "1986-03-02"}, "与身份证号不一致"),
        ({"birth_on": "2099-01-01"}, "今天以后"),
        ({"department": ""}, "department"),
    ],
)
def test_a_bad_new_person_is_refused_and_not_half_saved(world, clerk, changes, words):
    before = Person.objects.count()
    answer = clerk.post(
        url("people.take_on"),
        {
            "staff_no": "90001",
            "name": "新人",
            "sex": "female",
            "employment": "contract",
            "id_number": ID,
            "birth_on": "1985-03-02",
            "department": world.home.departments["ward"].pk,
            "once": "a",
        }
        | changes,
    )
    assert answer.status_code in (409, 422) and words in answer.content.decode()
    assert Person.objects.count() == before


def test_a_staff_number_in_use_is_refused_on_the_form(world, clerk):
    member = world.home.people[Persona.MEMBER]
    answer = clerk.post(
        url("people.take_on"),
        {
            "staff_no": member.staff_no,
            "name": "新人",
            "sex": "female",
            "employment": "contract",
            "department": member.department_id,
            "once": "a",
        },
    )
    assert answer.status_code == 409 and "已在册" in answer.content.decode()


def test_a_unit_with_people_is_not_closed(world, clerk):
    branch = world.home.units["branch"]
    answer = clerk.post(url("people.units.close", branch.pk), {"ended_on": "2023-06-01", "reason": "合并", "once": "a"})
    assert answer.status_code == 409 and "工会法第十三条" in answer.content.decode()


def test_a_unit_never_comes_to_stand_under_itself(world, clerk):
    branch, group = world.home.units["branch"], world.home.units["group"]
    answer = clerk.post(url("people.units.edit", branch.pk), {"name": branch.name, "parent": group.pk, "once": "a"})
    assert answer.status_code == 409


def test_the_chart_shows_every_unit_and_who_leads_it(world, clerk):
    page = clerk.get(url("people.chart")).content.decode()
    assert "<svg" in page and "内科分工会" in page and "branch-chair·demo" in page
    assert world.client(Persona.MEMBER).get(url("people.chart")).status_code == 200
    assert world.client(Persona.UPPER_VIEWER).get(url("people.chart")).status_code == 404


def test_the_printed_register_and_forms_are_recorded(clerk, world, member):
    assert "member·demo" in clerk.post(url("people.register", "print")).content.decode()
    pdf = clerk.post(url("people.register", world.home.units["branch"].pk, "pdf"))
    assert pdf.content.startswith(b"%PDF")
    form = clerk.post(url("people.form", member.memberships.get().pk, "registration"))
    assert form.content.startswith(b"PK")
    assert Event.objects.filter(kind=Kind.EXPORT).count() == 2 and Event.objects.filter(kind=Kind.READ).count() == 1


def test_the_union_s_papers_check_the_credit_code(clerk):
    bad = clerk.post(url("people.profile.describe"), {"credit_code": "91350100M000100Y44", "once": "a"})
    good = clerk.post(url("people.profile.describe"), {"credit_code": "91350100M000100Y43", "once": "b"})
    assert (bad.status_code, good.status_code) == (409, 302)


def test_appointing_by_staff_number_or_unique_name(world, clerk):
    body = clerk.post(url("people.bodies.create"), {"kind": "office", "name": "办公室二", "once": "a"})
    seat = Seat.objects.get(body__name="办公室二", title="专职干事")
    answer = clerk.post(
        url("people.posts.appoint"),
        {"seat": seat.pk, "person": "member·demo", "how": "appointment", "began_on": "2023-06-01", "once": "b"},
    )
    missing = clerk.post(
        url("people.posts.appoint"),
        {"seat": seat.pk, "person": "查无此人", "how": "appointment", "began_on": "2023-06-01", "once": "c"},
    )
    assert (body.status_code, answer.status_code, missing.status_code) == (302, 302, 422)


@pytest.mark.parametrize("years", ["3", "5"])
def test_a_new_term_starts_with_the_length_the_rulebook_says(world, clerk, years):
    if years == "3":
        amend(
            "people.term_years",
            by=world.user(Persona.CLERK),
            text=years,
            valid_from=clock.today(),
            source="会员代表大会决议",
            reason="每届三年",
        )
    clerk.post(url("people.bodies.create"), {"kind": "committee", "name": "工会委员会二", "once": "a"})
    page = clerk.get(url("people.bodies.term", Body.objects.get(name="工会委员会二").pk)).content.decode()
    assert f'<option value="{years}" selected>' in page
