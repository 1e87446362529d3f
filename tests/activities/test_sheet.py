"""Lists on paper are written down on a page: who came, and to whom a prize is given."""

import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.models import Entry, PrizeIssue

pytestmark = pytest.mark.usefixtures("on_the_day")


@pytest.fixture
def sheet(world, meet, rope, people, clerk):
    """`sheet(means, people)` posts the page; five people are in the item."""
    services.enter_list(rope, by=clerk, people=people(5))
    address = reverse("activities.check_in_sheet", args=[meet.pk])

    def post(means, staff_nos):
        numbers = "\n".join(staff_nos)
        return world.client(Persona.CLERK).post(address, {"means": means, "people": numbers, "once": "a"})

    return post


def staff_nos():
    return list(Entry.objects.order_by("pk").values_list("person__staff_no", flat=True))


def test_those_listed_came(sheet):
    assert sheet("came", staff_nos()[:2]).status_code == 302
    assert Entry.objects.took_part().count() == 2


def test_all_but_those_listed_came(sheet):
    assert sheet("absent", staff_nos()[:2]).status_code == 302
    assert Entry.objects.took_part().count() == 3
    assert not Entry.objects.took_part().filter(person__staff_no__in=staff_nos()[:2]).exists()


def test_who_is_not_entered_is_named_and_nobody_is_checked_in(sheet, world):
    stranger = world.user(Persona.MEMBER).staff_no
    answer = sheet("came", [*staff_nos(), stranger])
    assert answer.status_code == 422 and f"请先录入名单：{stranger}" in answer.content.decode()
    assert not Entry.objects.took_part().exists()


def test_an_empty_sheet_is_refused(sheet):
    answer = sheet("came", [])
    assert answer.status_code == 422 and "请填到场人员的工号" in answer.content.decode()


def test_a_keepsake_goes_to_everybody_on_a_list_at_once_or_to_nobody(world, sheet, meet, clerk):
    sheet("came", staff_nos())
    prize = services.stock_prize(meet, by=clerk, name="毛巾", stock=5, is_keepsake=True)
    address, office = reverse("activities.issue_prize", args=[meet.pk]), world.client(Persona.CLERK)
    issue = {"prize": prize.pk, "people": "\n".join(staff_nos()), "quantity": "1"}
    assert "不够发10个" in office.post(address, issue | {"quantity": "2", "once": "b"}).content.decode()
    assert not PrizeIssue.objects.exists()
    office.post(address, issue | {"once": "c"})
    assert PrizeIssue.objects.count() == 5
