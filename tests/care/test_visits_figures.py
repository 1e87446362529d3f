"""Figures of visits, what is due and gifts, in three worlds; their sentences; the list from the personnel department."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.care.visits_world import pair, share_of
from tests.kit.figures import three_worlds
from tests.kit.world import Persona
from unionhall.care.exchange.events import EventImporter
from unionhall.care.figures import visits as figures
from unionhall.care.kinds.words import Festival, Occasion, Side
from unionhall.care.models import LifeEvent, VisitTask
from unionhall.care.services import events, gifts, issues, visits
from unionhall.care.services.visits import Call, Given, call_for
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import clock
from unionhall.pages.imports import Kind
from unionhall.pages.imports.table import read

FIRST, LAST = date(2023, 3, 1), date(2023, 9, 30)
DAY = date(2024, 6, 1)


@pytest.fixture
def scope(union):
    return Scope(union, FIRST, LAST)


def test_visits_and_what_they_brought_are_counted_by_the_day_of_the_visit(ready, scope, clerk):
    people = iter(ready.home.people[one] for one in Persona if one in ready.home.people and one != Persona.CLERK)

    def call(day):
        given = Given(Decimal(100), Decimal(50), "水果")
        person = next(one for one in people if one not in pair(ready) and one.memberships.exists())
        visits.record(Call(person, Occasion.WEDDING, day, given=given), by=clerk, visitors=pair(ready))

    assert three_worlds(figures.visits, scope, call) == {"outside": 0, "edge": 2, "inside": 1}
    assert [figure(scope).value for figure in (figures.people, figures.cash, figures.goods)] == [3, 300, 150]
    assert figures.visitors(scope).value == 6 and figures.visitors(scope.of(side=Side.UNION)).value == 3
    assert figures.visits(scope.of(occasion=Occasion.BIRTH)).value == 0


def test_what_fell_due_was_done_and_in_time_are_three_numbers(ready, scope, clerk):
    member = ready.home.people[Persona.MEMBER]
    table = [(date(2023, 2, 1), date(2023, 2, 2)), (date(2023, 3, 6), date(2023, 3, 8))]
    table += [(date(2023, 4, 3), date(2023, 4, 20)), (date(2023, 5, 8), None)]
    for told, visited in table:
        with clock.pinned(told):
            event = events.tell(by=clerk, person=member, kind=Occasion.HOSPITAL, happened_on=told, words="住院")
        if visited:
            with clock.pinned(visited):
                task = VisitTask.objects.select_related("person__unit", "event").get(event=event)
                visits.record(call_for(task, visited), by=clerk, visitors=pair(ready))
    assert [figure(scope).value for figure in (figures.due, figures.done, figures.in_time)] == [3, 2, 1]
    assert [str(figure(scope).value) for figure in (figures.must_rate, figures.time_rate)] == ["0.6667", "0.3333"]
    assert figures.must_rate(Scope(scope.union, LAST, LAST)).value is None
    assert figures.events(scope).value == 3
    with clock.pinned(date(2023, 3, 7)):
        assert [figure(scope).value for figure in (figures.due, figures.done)] == [
            2,
            2,
        ]  # what is not due yet counts once made


def test_gifts_are_counted_when_signed_for_and_told_issue_by_issue(ready, scope, clerk):
    people = ready.home.people
    with clock.pinned(date(2023, 4, 28)):
        issue = issues.draft(by=clerk, title="五一慰问", festival=Festival.LABOUR, roll_on=date(2023, 4, 28))
        issues.add_package(issue, by=clerk, name="礼包", price=Decimal(200), stock=99)
        people_count = issues.draw_up(issue, by=clerk)
        issues.open_(issue, by=clerk)
        gifts.hand_out(share_of(issue, people[Persona.MEMBER]), by=clerk)
        gifts.hand_out(share_of(issue, people[Persona.AUDITOR]), by=clerk)
    gifts.hand_out(share_of(issue, people[Persona.CASHIER]), by=clerk)
    assert [figure(scope).value for figure in (figures.gifts, figures.gift_people, figures.gift_value)] == [2, 2, 400]
    assert figures.entitled(scope).value == people_count
    told = [sentence for sentence in said(Topic.CARE, scope) if "五一慰问" in str(sentence.text)]
    assert len(told) == 1 and all(sentence.is_sayable for sentence in said(Topic.CARE, scope))


def test_how_soon_the_union_came_is_the_median_of_the_days_since_it_happened(ready, scope, clerk, client):
    people = iter(ready.home.people[one] for one in (Persona.MEMBER, Persona.OTHER_BRANCH, Persona.GROUP_LEADER) * 2)
    waits = iter((9, 9, 2, 3, 8))

    def visit(day):
        happened = day - timedelta(days=next(waits))
        with clock.pinned(day):
            event = events.tell(
                by=clerk, person=next(people), kind=Occasion.HOSPITAL, happened_on=happened, separate=True
            )
            task = VisitTask.objects.select_related("person__unit", "event").get(event=event)
            visits.record(call_for(task, day), by=clerk, visitors=pair(ready))

    assert three_worlds(figures.days_to_visit, scope, visit) == {
        "outside": 0,
        "edge": Decimal("2.5"),
        "inside": Decimal("0.5"),
    }
    assert figures.days_to_visit(scope).say() == "3天" and figures.days_to_visit(scope).row_count == 3
    assert figures.days_to_visit(Scope(scope.union, LAST + timedelta(days=9), DAY)).value is None
    assert "走访用时的中位数为3天" in "".join(one.spoken for one in said(Topic.CARE, scope))
    client.force_login(clerk)
    with clock.pinned(date(2023, 5, 1)):
        assert "走访用时（中位数）" in client.get(reverse("care.desk")).content.decode()


def sheet(*rows: str) -> bytes:
    return "\n".join(["工号,姓名,事由,发生日期,关系人,情况说明", *rows]).encode()


def test_the_personnel_list_is_sorted_taken_in_and_the_same_again_changes_nothing(ready, clerk):
    member, other = ready.home.people[Persona.MEMBER], ready.home.people[Persona.OTHER_BRANCH]
    content = sheet(
        f"{member.staff_no},{member.name},住院,2023-05-08,本人,骨折",
        f"{other.staff_no},{other.name},分娩,2023.5.9,,",
        f"{other.staff_no},别人,住院,2023-05-08,本人,",
        f"{member.staff_no},{member.name},生日,2023-05-08,本人,",
        f"{member.staff_no},{member.name},住院,2025-05-08,本人,",
        "00000,无名,住院,2023-05-08,本人,",
    )
    importer = EventImporter()
    preview = importer.preview(read(content, importer.fields))
    assert [line.kind for line in preview.lines] == [Kind.NEW, Kind.NEW, *[Kind.ERROR] * 4]
    reasons = [" ".join(line.reasons) for line in preview.of(Kind.ERROR)]
    for reason, words in zip(reasons, ("与姓名不符", "不在可填的范围内", "今天以后", "没有工号"), strict=True):
        assert words in reason
    good = importer.preview(read(b"\n".join(content.splitlines()[:3]), importer.fields))
    importer.run(good, by=clerk)
    assert LifeEvent.objects.count() == 2 and VisitTask.objects.count() == 1
    again = importer.preview(read(b"\n".join(content.splitlines()[:3]), importer.fields))
    assert {line.kind for line in again.lines} == {Kind.UNCHANGED}
