"""What a refusal, a form or a paper may not be made to tell: who is in hospital, who was given aid (PRI-04, PRI-06).

Each is tried with the thing there and without it: whoever has no right to it reads the same.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from tests.care.visits_world import pair
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.audit.selectors import rows
from unionhall.care.flow.visits import EventState
from unionhall.care.kinds.aid import AidKind, Plan
from unionhall.care.kinds.words import Occasion, Source
from unionhall.care.models import Aid, Cover, LifeEvent, Visit, VisitTask
from unionhall.care.printing.visits import approval
from unionhall.care.selectors.caps import Wish
from unionhall.care.selectors.given import so_far
from unionhall.care.selectors.judging import problem
from unionhall.care.services import aid, claims, covers, drives, events, visits
from unionhall.care.services.visits import Call, Given, call_for
from unionhall.flows import Blocked
from unionhall.funds.models import SpendingRequest
from unionhall.notices.models import Notice
from unionhall.people.models import Person

DAY = date(2023, 3, 6)
STAY = {"kind": Occasion.HOSPITAL, "happened_on": date(2023, 3, 1), "words": "骨折手术"}


@pytest.fixture
def curious(ready):
    """A member of another branch, who asks the form who is in hospital."""
    return ready.user(Persona.OTHER_BRANCH)


def asks_the_form(world, person) -> tuple[int, str]:
    """What a curious colleague is answered, without the address of the record and its key."""
    told = {"person": person.staff_no, "kind": "hospital", "relation": "self", "happened_on": "2023-03-01"}
    answer = world.client(Persona.OTHER_BRANCH).post(reverse("my.care.events.tell"), told | {"words": "听说住院了"})
    return answer.status_code, "" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize("told_on", [date(2023, 3, 1), date(2023, 2, 27)])
def test_a_colleague_does_not_learn_from_the_form_who_is_in_hospital(ready, person, clerk, told_on):
    events.tell(by=clerk, person=person, **STAY | {"happened_on": told_on})
    assert asks_the_form(ready, person) == (302, "")
    assert LifeEvent.objects.filter(state=EventState.TOLD).count() == 1


def test_two_colleagues_may_tell_of_one_thing_and_it_is_confirmed_once(ready, person, clerk, curious):
    first = events.tell(by=curious, person=person, **STAY)
    second = events.tell(by=ready.user(Persona.CASHIER), person=person, **STAY)
    with pytest.raises(Blocked, match=f"{first.number}已经登记了"):  # but oneself one is reminded
        events.tell(by=curious, person=person, **STAY)
    events.confirm(first, by=clerk)
    with pytest.raises(Blocked, match=f"{first.number}已经登记了"):
        events.confirm(second, by=clerk)
    with pytest.raises(Blocked, match="已经登记过"):  # the same day is the same thing, whatever is ticked
        events.confirm(second, by=clerk, separate=True)
    assert VisitTask.objects.count() == 1


def granted(world, person, **facts) -> Aid:
    """Aid to somebody, asked for by the clerk and granted by the chair."""
    known = {"kind": AidKind.ONE_OFF, "event_on": DAY, "reason": "家中失火", "source": Source.RELIEF}
    asked = aid.request(by=world.user(Persona.CLERK), person=person, **known | facts)
    claims.lay(aid.wish(asked), subject=asked)
    return asked


def test_a_refusal_says_nothing_of_aid_to_who_leads_the_branch(ready, person, clerk, leader):
    event = events.tell(by=leader, person=person, **STAY)
    given = granted(ready, person, cash=Decimal(1000), event=event)
    task = VisitTask.objects.get(event=event)
    call = call_for(task, DAY, given=Given(Decimal(500)))
    with pytest.raises(Blocked, match=given.number):
        visits.record(call, by=clerk, visitors=pair(ready))
    with pytest.raises(Blocked, match="请先与工会办公室核对") as refused:
        visits.record(call, by=leader, visitors=pair(ready))
    assert not any(word in str(refused.value) for word in (given.number, "送温暖", "1,000"))


def test_the_years_sums_are_told_to_the_office_alone(ready, person, clerk, leader):
    cap = Decimal(3000)
    granted(ready, person, cash=cap)
    granted(ready, person, cash=cap, event_on=date(2023, 2, 1))
    relief = Call(person, Occasion.OTHER, DAY, given=Given(cap, source=Source.RELIEF))
    with pytest.raises(Blocked, match=r"今年已发6,000\.00元"):
        visits.record(relief, by=clerk, visitors=pair(ready))
    with pytest.raises(Blocked, match="请先与工会办公室核对"):
        visits.record(relief, by=leader, visitors=pair(ready))
    wish = Wish(person, Occasion.OTHER, DAY, Source.RELIEF, cash=cap * 2)
    assert problem(wish, leader) == problem(wish, clerk)  # what has nothing to do with aid reads the same
    assert not Visit.objects.exists()


def test_the_page_and_the_paper_of_a_visit_count_what_visits_brought(ready, person, clerk, leader):
    event = events.tell(by=leader, person=person, **STAY | {"kind": Occasion.DISASTER})
    granted(ready, person, cash=Decimal(1000), source=Source.UPPER)
    granted(ready, person, cash=Decimal(700), event_on=date(2023, 1, 5))
    call = Call(person, Occasion.DISASTER, DAY, event=event, given=Given(Decimal(300), source=Source.RELIEF))
    visit = visits.record(call, by=clerk, visitors=pair(ready))
    paper = approval(visit)
    assert (paper["times"], paper["spent"]) == (0, "0.00")
    assert so_far(person, Occasion.RELIEF, 2023) == (Decimal(2000), 3)


def act_for_oneself(world, drive) -> None:
    """What the member of branch A does in their own name, each a thing others need not know of."""
    user, clerk, person = world.user(Persona.MEMBER), world.user(Persona.CLERK), world.home.people[Persona.MEMBER]
    events.tell(by=user, **STAY)
    known = {"kind": AidKind.ONE_OFF, "event_on": DAY, "reason": "家中失火", "cash": Decimal(800)}
    aid.authorise(aid.request(by=user, person=person, **known), by=world.user(Persona.CHAIR))
    year = {"began_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31), "premium": Decimal(60), "plan": Plan.HOSPITAL}
    covers.enrol(by=clerk, people=[person], insurer="省职工互助保障会", **year)
    facts = {"happened_on": DAY, "asked": Decimal(800), "text": "住院七天", "for_whom": "self"}
    covers.claim(by=user, cover=Cover.objects.get(), **facts)
    call = call_for(VisitTask.objects.get(), DAY, given=Given(Decimal(300)))
    visits.sign_own(visits.record(call, by=clerk, visitors=pair(world)), by=user)
    counted = world.home.people[Persona.CHAIR]
    gift = drives.receive(
        drive, by=clerk, donor=person, amount=Decimal(100), way="cash", counted_by=counted, given_on=DAY
    )
    assert world.client(Persona.MEMBER).post(reverse("my.care.receipt", args=[gift.pk])).status_code == 200


def names_in(world, persona, address) -> int:
    """How often the member's name stands on a page."""
    name = world.home.people[Persona.MEMBER].name
    return world.client(persona).get(address).content.decode().count(name)


@pytest.mark.parametrize(
    ("persona", "address"),
    [
        (Persona.ADMINISTRATOR, "audit.list"),
        (Persona.AUDITOR, "funds.requests.list"),
        (Persona.OTHER_BRANCH, "my.care.drives"),
    ],
)
def test_who_acts_for_themselves_is_named_to_nobody_without_the_right(ready, open_drive, persona, address):
    before = names_in(ready, persona, reverse(address))
    act_for_oneself(ready, open_drive)
    assert names_in(ready, persona, reverse(address)) == before


def test_the_auditor_sees_money_asked_for_and_not_by_whom(ready, open_drive):
    act_for_oneself(ready, open_drive)
    request, name = SpendingRequest.objects.get(subject_type="care.aid"), ready.home.people[Persona.MEMBER].name
    page = ready.client(Persona.AUDITOR).get(reverse("funds.requests.detail", args=[request.pk])).content.decode()
    assert request.number in page and name not in page
    trail = rows(ready.user(Persona.AUDITOR)).filter(by=ready.user(Persona.MEMBER))
    assert set(trail.values_list("verb", flat=True)) == {
        "care.visit.sign_own",
        "export",
    }  # money, and a donor's receipt


def test_why_somebody_was_refused_and_where_they_lay_are_cipher_text_in_the_database(ready, person, clerk, chair):
    """What a stolen copy of the database tells: the trail's reasons and the notices' words among it."""
    told = "配偶的肿瘤治疗已由医保报销"
    asked = aid.request(by=clerk, person=person, kind=AidKind.ONE_OFF, event_on=DAY, reason="家中失火", cash=Decimal(9))
    aid.refuse(asked, by=chair, reason=told)
    call = Call(person, Occasion.OTHER, DAY, place="肿瘤科12床")
    visits.record(call, by=clerk, visitors=pair(ready))
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert not any("肿瘤" in str(row) for row in cursor.fetchall()), table
    assert Event.objects.get(verb="care.aid.refuse").reason == rows(clerk).get(verb="care.aid.refuse").why == told
    assert Notice.objects.get(user=person.user).body == told
    assert "肿瘤科12床" in ready.client(Persona.CLERK).get(visits_url(person)).content.decode()


def visits_url(person: Person) -> str:
    """The page of somebody's only visit."""
    return reverse("care.visits.detail", args=[Visit.objects.get(person=person).pk])
