"""What waits is found by who has to do it: the nearest day first, nothing hidden behind a row of old birthdays."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.care.visits_world import pair
from tests.kit.world import Persona
from unionhall.access.services import users
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.care.kinds.words import Level, Occasion
from unionhall.care.models import LifeEvent, VisitSet, VisitTask
from unionhall.care.rules import standards
from unionhall.care.rules.standards import Ask, Bound
from unionhall.care.services import events, promises, tasks, visits
from unionhall.care.services.visits import Call, Given, call_for
from unionhall.flows import Refusal
from unionhall.pages import nav
from unionhall.people.models import Person

DAY = date(2023, 3, 6)


def old_birthdays(person: Person, count: int, level: str = Level.BRANCH) -> None:
    for at in range(count):
        day = date(2022, 1, 10) + timedelta(days=at)
        VisitTask.objects.create(
            set=VisitSet.objects.get(),
            person=person,
            unit=person.unit,
            occasion=Occasion.BIRTHDAY,
            level=level,
            happened_on=day,
            contact_by=day + timedelta(days=3),
            visit_by=day + timedelta(days=7),
        )


def told(clerk, person, kind=Occasion.HOSPITAL):
    return events.tell(by=clerk, person=person, kind=kind, happened_on=DAY, words="来电").tasks.get()


def lines(user) -> list[tuple]:
    return [(item.text, item.due_on, item.count) for item in nav.waiting_for(user)]


def test_a_row_of_old_birthdays_hides_nothing_that_happened(ready, person, leader, clerk):
    old_birthdays(person, 7)
    task = told(clerk, person)
    waiting = lines(leader)
    assert (f"联系并走访{person.name}", task.contact_by, 1) in waiting
    assert ("另有2项：生日、退休待走访", date(2022, 1, 22), 2) in waiting
    tasks.contact(task, by=leader)
    assert (f"走访{person.name}", task.visit_by, 1) in lines(leader)


def test_what_can_still_be_in_time_comes_before_what_has_lain_for_a_month(ready, person, leader, clerk):
    for at in range(1, 7):
        day = DAY - timedelta(days=9 * at)
        event = events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=day, words="来电")
        VisitTask.objects.filter(event=event).update(contact_by=date(2022, 5, at))
    fresh = told(clerk, person)
    waiting = lines(leader)
    assert (f"联系并走访{person.name}", fresh.contact_by, 1) in waiting and [count for *_x, count in waiting].count(
        2
    ) == 1


def test_the_office_has_its_own_visits_and_one_line_for_what_branches_let_lie(ready, person, clerk):
    old_birthdays(person, 7)
    task = told(clerk, person, Occasion.DEATH)
    waiting = lines(clerk)
    assert (f"联系并走访{person.name}", task.contact_by, 1) in waiting
    assert ("分会、小组有7次走访逾期", None, 7) in waiting and not any("生日" in text for text, *_rest in waiting)


def test_the_list_of_tasks_begins_with_what_waits_and_says_how_late_it_is(ready, person, clerk, client):
    old_birthdays(person, 2)
    VisitTask.objects.filter(happened_on=date(2022, 1, 10)).update(state="done", visited_on=date(2022, 1, 15))
    told(clerk, person)
    client.force_login(clerk)
    page = client.get("/office/care/tasks/").content.decode()
    assert page.index("逾期416天") < page.index("2023年3月9日") < page.index("2022年1月15日")
    client.force_login(ready.user(Persona.BRANCH_CHAIR))
    assert "逾期416天" in client.get("/my/care/tasks/").content.decode()


# what is told, and what becomes of it


@pytest.mark.parametrize(
    ("kind", "relation", "day", "why"),
    [
        (Occasion.DEATH, "self", DAY, "本人不能登记自己去世"),
        (Occasion.DEATH, "parent", DAY, "亲属去世的，请选“直系亲属去世”"),
        (Occasion.HOSPITAL, "self", date(1990, 3, 1), "发生日期1990年3月1日已过去一年以上，请核对年份"),
    ],
)
def test_nobody_tells_their_own_death_or_of_a_year_long_gone(ready, person, kind, relation, day, why):
    with pytest.raises(Refusal, match=why):
        events.tell(by=person.user, kind=kind, relation=relation, happened_on=day)
    assert not LifeEvent.objects.exists()


def test_the_office_still_writes_down_what_is_long_ago_and_who_died(ready, person, clerk):
    events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=date(2021, 3, 1))
    events.tell(by=clerk, person=person, kind=Occasion.DEATH, happened_on=DAY)
    assert LifeEvent.objects.count() == 2


def test_who_tells_the_union_reads_who_comes_and_by_when(ready, person, client):
    client.force_login(person.user)
    said = {"kind": "hospital", "relation": "self", "happened_on": "2023-03-06"}
    page = client.post("/my/care/events/tell/", said, follow=True).content.decode()
    leader = ready.home.people[Persona.GROUP_LEADER].name
    task = VisitTask.objects.get()
    assert f"{person.name} · 住院</h1>" in page and "联系您" in page and leader in page
    assert "2023年3月9日前" in page and "2023年3月13日前" in page
    tasks.contact(task, by=ready.user(Persona.GROUP_LEADER))
    assert "2023年3月9日前" not in client.get(f"/my/care/events/{task.event_id}/").content.decode()


def test_what_a_branch_chair_told_of_the_branch_stays_in_their_own_list(ready, person, client):
    client.force_login(ready.user(Persona.BRANCH_CHAIR))
    said = {"person": person.staff_no, "kind": "hospital", "relation": "self", "happened_on": "2023-03-06"}
    assert f"{person.name} · 住院</h1>" in client.post("/my/care/events/tell/", said, follow=True).content.decode()
    assert person.name in client.get("/my/care/events/").content.decode()


def test_who_tells_of_a_colleague_sees_where_it_went_and_none_of_the_rest(ready, person, client, clerk):
    teller = ready.home.people[Persona.OTHER_BRANCH]
    client.force_login(teller.user)
    said = {
        "person": person.staff_no,
        "kind": "hospital",
        "relation": "self",
        "happened_on": "2023-03-06",
        "words": "听说住院",
    }
    page = client.post("/my/care/events/tell/", said, follow=True).content.decode()
    assert f"已转{person.unit.branch}核实" in page and "听说住院" not in page
    assert person.name in client.get("/my/care/events/").content.decode()
    event = LifeEvent.objects.get()
    events.confirm(event, by=clerk)
    after = client.get(f"/my/care/events/{event.pk}/").content.decode()
    assert "已核实" in after and "2023年3月13日" not in after
    client.force_login(ready.user(Persona.AUDITOR))
    assert client.get(f"/my/care/events/{event.pk}/").status_code == 404


def test_an_event_without_a_visit_says_why(ready, person, clerk, client):
    client.force_login(clerk)
    wedding = events.tell(by=clerk, person=person, kind=Occasion.WEDDING, happened_on=DAY)
    early = events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=date(2022, 5, 1))
    for event, why in ((wedding, "“结婚”不在当时的必访事项里"), (early, "登记时还没有这一天的必访事项")):
        assert why in client.get(f"/office/care/events/{event.pk}/").content.decode()


def test_event_task_visit_and_promise_lead_to_each_other(ready, person, clerk, client):
    task = told(clerk, person)
    visit = visits.record(call_for(task, DAY, given=Given(Decimal(200))), by=clerk, visitors=pair(ready))
    promises.promise(visit, by=clerk, text="联系病区", due_on=DAY)
    pages = {"events": task.event, "tasks": task, "visits": visit, "promises": visit.promises.get()}
    address = {name: f"/office/care/{name}/{one.pk}/" for name, one in pages.items()}
    client.force_login(clerk)
    read = {name: client.get(url).content.decode() for name, url in address.items()}
    for here, there in (("events", "tasks"), ("events", "visits"), ("tasks", "events"), ("tasks", "visits")):
        assert f'href="{address[there]}"' in read[here], (here, there)
    for there in ("events", "tasks", "promises"):
        assert f'href="{address[there]}"' in read["visits"], there
    assert f'href="{address["visits"]}"' in read["promises"] and f"对{person.name}的承诺</h1>" in read["promises"]


def test_the_form_on_the_phone_says_to_whom_why_and_how_much(ready, person, clerk, client, leader):
    task = told(clerk, person)
    client.force_login(leader)
    page = client.get(f"/my/care/tasks/{task.pk}/fulfil/").content.decode()
    assert f"{person.name}，住院，2023年3月6日。每次不超过1,000.00元，今年同类已有0次。" in page and "至少两人" in page
    assert "/my/care/tasks/" in client.get("/my/").content.decode()


# who has left


def test_who_has_left_is_named_as_such_and_days_before_stay_possible(ready, person, clerk, client):
    Person.objects.filter(pk=person.pk).update(left_on=DAY)
    client.force_login(clerk)
    page = client.post("/office/care/hardship/apply/", {"person": person.staff_no}).content.decode()
    assert f"{person.name}已于2023年3月6日离院" in page and "花名册上没有" not in page
    person.refresh_from_db()
    with pytest.raises(Refusal, match="已于2023年3月6日离院，此后的走访不再登记（CARE-14）"):
        visits.record(Call(person, Occasion.BIRTHDAY, DAY), by=clerk, visitors=pair(ready))
    went = client.get("/office/care/visits/record/").context["form"].initial["visitors"]
    before = {"person": person.staff_no, "occasion": "other", "relation": "self", "visited_on": "2023-03-01"}
    before |= {"visitors": [str(one) for one in went], "another": ready.home.people[Persona.CHAIR].staff_no}
    assert client.post("/office/care/visits/record/", before).status_code == 302


def test_what_is_due_to_who_left_closes_itself_with_the_reason_but_not_in_memory(ready, person, clerk):
    task, grave = told(clerk, person), told(clerk, person, Occasion.DEATH)
    Person.objects.filter(pk=person.pk).update(left_on=DAY)
    assert tasks.close_of_who_left(DAY - timedelta(days=1)) == 0
    assert tasks.close_of_who_left(DAY) == 1 and tasks.close_of_who_left(DAY) == 0
    task.refresh_from_db()
    grave.refresh_from_db()
    assert (task.state, grave.state) == ("waived", "open")
    reason = Event.objects.get(verb="care.task.waive").reason
    assert reason == f"{person.name}已于2023年3月6日离院，不再走访（CARE-14）。"


def test_the_strictest_cap_is_named_first():
    province, own = Bound("住院", "省细则", Decimal(1000)), Bound("住院", "本会办法", Decimal(500))
    assert "每次不超过500.00元" in standards.problem(Ask(cash=Decimal(1_000_000)), [province, own])


def test_aid_is_for_an_event_of_the_same_person_which_the_list_names(ready, person, clerk, client):
    event = events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=DAY)
    events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=date(2021, 3, 1))
    client.force_login(clerk)
    page = client.get("/office/care/aid/request/").content.decode()
    assert f"{person.name} 住院 2023年3月6日（{event.number}）" in page and "SJ-2021-0001" not in page
    other = ready.home.people[Persona.OTHER_BRANCH]
    answer = client.post(
        "/office/care/aid/request/", {"person": other.staff_no, "event": str(event.pk)}
    ).content.decode()
    assert f"{event.number}是{person.name}的事，不是{other.name}的" in answer


def test_who_looked_stands_last_and_once_a_day(ready, person, clerk, client):
    event = events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=DAY, words="住院")
    for _again in range(20):
        audit.read(event, by=clerk, what="情况说明", concerns=person.pk)
    client.force_login(person.user)
    page = client.get("/my/care/").content.decode()
    assert page.count(clerk.name) == 1 and "当天20次" in page
    assert page.index("您的事，工会知道的") < page.index("谁看过您的保密信息")
    assert page.rindex("<h2>") < page.index("谁看过您的保密信息")


def test_a_look_is_kept_in_the_words_of_the_source_and_read_in_ones_own(ready, person, clerk, client):
    event = events.tell(by=clerk, person=person, kind=Occasion.HOSPITAL, happened_on=DAY, words="住院")
    client.force_login(clerk)
    users.choose(clerk, language="en")
    client.post(f"/office/care/events/{event.pk}/words/")
    client.force_login(person.user)
    assert "职工事件的情况说明" in client.get("/my/care/").content.decode()
    users.choose(person.user, language="en")
    english = client.get("/my/care/").content.decode()
    assert "职工事件的情况说明" not in english and "What was said of a life event" in english
