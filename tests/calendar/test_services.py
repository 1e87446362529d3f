from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.calendar import services
from unionhall.calendar.models import CalendarDay
from unionhall.calendar.services import Unit
from unionhall.flows import Blocked, NotAllowed

NOTICE = "2月5日至11日 休 春节\n2月14日 班 春节"


def enter(system, text=NOTICE, **changes):
    return services.enter(**{"by": system, "year": 2027, "source": "放假通知", "text": text} | changes)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2023-05-01", False),
        ("2023-05-06", True),
        ("2023-05-07", False),
        ("2023-05-08", True),
    ],
)
def test_a_shipped_year_is_known(union, day, works):
    assert services.known(2023)
    assert services.is_working_day(date.fromisoformat(day)) is works


def test_a_year_without_its_notice_is_not_known_and_goes_by_law_alone(union):
    assert not services.known(2027)
    assert not services.is_working_day(date(2027, 2, 5))  # the eve of Spring Festival, a Friday
    assert services.is_working_day(date(2027, 2, 9))  # perhaps a day off, which nobody can know yet


def test_a_deadline_into_an_unknown_year_says_so(union):
    assert not services.add(date(2026, 11, 20), 15, Unit.DAY).provisional
    late = services.add(date(2026, 12, 25), 15, Unit.WORKDAY)
    assert late.provisional
    assert "暂估" in str(late)


def test_entering_the_notice_makes_the_year_known(union, system):
    enter(system)
    assert services.known(2027)
    assert not services.is_working_day(date(2027, 2, 9))
    assert services.is_working_day(date(2027, 2, 14))
    assert not services.add(date(2027, 2, 4), 1, Unit.WORKDAY).provisional
    assert services.add(date(2027, 2, 4), 1, Unit.WORKDAY).day == date(2027, 2, 12)


def test_entering_again_replaces_the_year_and_leaves_what_was(union, system):
    enter(system)
    enter(system, "2月6日 休 春节")
    assert CalendarDay.objects.count() == 1
    assert "2月14日 班 春节" in Event.objects.filter(verb="calendar.enter").order_by("-at").first().before["days"]


def test_a_line_that_cannot_be_read_leaves_everything_as_it_was(union, system):
    enter(system)
    with pytest.raises(Blocked, match="看不懂"):
        enter(system, "春节放七天")
    assert CalendarDay.objects.count() == 8


def test_only_the_office_enters_a_year(union):
    with pytest.raises(NotAllowed):
        enter(User.objects.create_user(union, "1001", "许安"))


def test_another_union_still_does_not_know_the_year(union, other_union, system):
    enter(system)
    with in_union(other_union):
        assert not services.known(2027)


def test_a_deadline_costs_one_query_a_year(union, django_assert_num_queries):
    with django_assert_num_queries(2):
        services.add(date(2023, 12, 1), 60, Unit.WORKDAY)


class TestPages:
    @pytest.fixture
    def office(self, system):
        client = Client()
        client.force_login(system)
        return client

    def test_the_year_shows_its_days_off_and_made_up(self, union, office):
        page = office.get(reverse("calendar.year", args=[2023])).content.decode()
        assert page.count('class="shift"') == 7 + 1  # and the key
        assert "尚未录入" not in page

    def test_an_unknown_year_says_so_plainly(self, union, office):
        assert "尚未录入" in office.get(reverse("calendar.year", args=[2027])).content.decode()

    def test_the_office_enters_a_year(self, union, office):
        where = reverse("calendar.enter", args=[2027])
        assert office.get(where).status_code == 200
        answer = office.post(where, {"source": "放假通知", "text": NOTICE}, follow=True)
        assert "已录入 2027 年的放假安排。" in answer.content.decode()
        assert "2月14日 班 春节" in office.get(where).content.decode()

    @pytest.mark.parametrize("data", [{}, {"source": "x", "text": "春节"}])
    def test_bad_input_is_told_beside_the_field(self, union, office, data):
        assert office.post(reverse("calendar.enter", args=[2027]), data).status_code == 422

    @pytest.mark.parametrize("year", [1, 2003, 2100, 99999])
    def test_a_year_beyond_the_tables_is_not_found(self, union, office, year):
        assert office.get(reverse("calendar.year", args=[year])).status_code == 404

    def test_strangers_find_no_calendar(self, union):
        client = Client()
        client.force_login(User.objects.create_user(union, "1001", "许安"))
        for name in ("year", "enter"):
            assert client.get(reverse(f"calendar.{name}", args=[2023])).status_code == 404
