from datetime import date
from decimal import Decimal

import pytest

from tests.kit.turns import Turn, cost, persons, prizes, turnout, turns
from unionhall.accounts.tenancy import in_union
from unionhall.figures.registry import UnknownFigure, UnknownFilter, get
from unionhall.figures.scope import BadPeriod, Scope

MAY_DAY = date(2023, 5, 1)


def test_person_times_and_persons_are_two_counts(year):
    for item in ("rope", "tug"):
        Turn.objects.create(person="a", item=item, day=MAY_DAY)
    Turn.objects.create(person="b", day=MAY_DAY)
    assert (turns(year).value, persons(year).value) == (3, 2)
    assert (turns(year).say(), persons(year).say()) == ("3人次", "2人")


def test_first_and_last_day_belong_to_the_period_and_their_neighbours_do_not(year):
    for day in (date(2022, 12, 31), date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1)):
        Turn.objects.create(person=str(day), day=day)
    assert turns(year).value == 2


def test_a_filter_narrows_and_an_unknown_one_is_refused(year):
    Turn.objects.create(person="a", item="tug", day=MAY_DAY)
    Turn.objects.create(person="a", item="rope", day=MAY_DAY)
    assert turns(year.of(item="tug")).value == 1
    with pytest.raises(UnknownFilter):
        turns(year.of(shoe_size="43"))


def test_a_sum_of_money_is_exact_yuan(year):
    for amount in ("0.10", "0.20", "999.70"):
        Turn.objects.create(day=MAY_DAY, cost=Decimal(amount), prizes=4)
    assert cost(year).value == Decimal("1000.00")
    assert (cost(year).say(), prizes(year).say()) == ("1,000.00元", "12个")


def test_a_share_opens_part_and_whole(year):
    for person, item in (("a", "rope"), ("a", "tug"), ("b", "tug"), ("c", "tug")):
        Turn.objects.create(person=person, item=item, day=MAY_DAY)
    reading = turnout(year.of(item="rope"))
    assert reading.value == Decimal("0.3333")
    assert [part.value for part in reading.parts] == [1, 3]
    assert reading.say() == "33.3%"


def test_a_share_of_nothing_has_no_value(year):
    assert turnout(year).value is None
    assert turnout(year).say() == "—"
    assert not turnout(year)


def test_evidence_gives_value_and_row_ids_from_one_query(year, django_assert_num_queries):
    made = {Turn.objects.create(person="a", day=MAY_DAY, prizes=2).pk, Turn.objects.create(day=MAY_DAY, prizes=3).pk}
    for figure, value in ((turns, 2), (persons, 1), (prizes, 5)):
        with django_assert_num_queries(1):
            evidence = figure(year).evidence
        assert (evidence.value, set(evidence.ids)) == (value, made)


def test_figures_of_two_unions_do_not_mix(year, other_union):
    with in_union(other_union):
        Turn.objects.create(person="x", day=MAY_DAY)
    assert turns(year).value == 0
    assert turns(Scope(other_union, year.first, year.last)).value == 1


def test_last_year_is_the_same_days_of_the_year_before(year):
    Turn.objects.create(person="a", day=date(2022, 5, 1))
    assert turns(year).last_year.value == 1
    assert Scope(year.union, date(2024, 2, 29), date(2024, 2, 29)).a_year_before().first == date(2023, 2, 28)


def test_a_period_that_ends_before_it_starts_is_refused(year):
    with pytest.raises(BadPeriod, match="早于第一天"):
        Scope(year.union, year.last, year.first)


def test_an_unknown_figure_is_refused_by_name():
    with pytest.raises(UnknownFigure, match=r"activities\.nonsense"):
        get("activities.nonsense")
