"""The demo unions: what the duty reports claim of a year is shown from records. Built once for all, since it takes long."""

from datetime import date

import pytest

from tests.demo import activities, ballots, care_aid, care_visits, congress, funds, people, proposals, today
from unionhall.accounts.tenancy import in_union
from unionhall.cli.building import UNIONS, build_union
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import planner

LARGE, SMALL = UNIONS


def test_what_the_reports_claim_is_shown_from_records(db):
    world = build_union(*LARGE, is_small=False)
    planner.refresh()
    with in_union(world.union):
        year = Scope(world.union, date(2023, 1, 1), date(2023, 12, 31))
        for module in (people, ballots, funds, congress, care_aid, care_visits, activities, proposals):
            module.claims(world, year)
        assert all(sentence.is_sayable for topic in Topic for sentence in said(topic, year))
        today.claims(world)


@pytest.fixture
def small(db):
    world = build_union(*SMALL, is_small=True)
    with in_union(world.union):
        yield world


def test_the_small_union_lives_too(small):
    people.claims_of_the_small(small)
    activities.claims_of_the_small(small)
