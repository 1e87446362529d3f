"""What waits is found by who has to do it: the nearest day first, nothing hidden behind a row of old birthdays."""

from datetime import date, timedelta

import pytest

from tests.care.visits_world import adopt
from tests.kit.world import Persona
from unionhall.care.kinds.words import Level, Occasion
from unionhall.care.models import VisitSet, VisitTask
from unionhall.care.services import events, tasks
from unionhall.kernel import clock
from unionhall.pages import nav
from unionhall.people.models import Person

DAY = date(2023, 3, 6)


@pytest.fixture
def ready(world, clerk):
    with clock.pinned(DAY):
        adopt(clerk)
        yield world


@pytest.fixture
def person(ready) -> Person:
    return ready.home.people[Persona.MEMBER]


@pytest.fixture
def leader(ready):
    return ready.user(Persona.BRANCH_CHAIR)


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
    assert (f"联系并走访{person.name}", fresh.contact_by, 1) in waiting and [count for *_x, count in waiting].count(2) == 1


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
