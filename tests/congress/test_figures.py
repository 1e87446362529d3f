"""What congresses are counted by: inside, on the edge of and outside the period."""

from datetime import date, timedelta

import pytest

from tests.congress.conftest import BEGAN
from tests.kit.figures import three_worlds
from unionhall.congress import figures, services
from unionhall.congress.kinds import Role
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import clock

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)

WEEK = timedelta(days=7)


@pytest.fixture
def scope(union):
    return Scope(union, FIRST, LAST)


@pytest.fixture
def hold(term, clerk, arrive, people):
    """`hold(day)`: a session of thirty delegates, 21 of them and an observer there, one report heard and resolved on."""

    def held(day):
        with clock.pinned(clock.on(day, 8)):
            session = services.prepare(by=clerk, term=term, held_on=day, venue="礼堂")
            item = services.add_item(session, by=clerk, title="院长工作报告", power=Power.DELIBERATE)
            services.add_paper(item, by=clerk, kind=PaperKind.REPORT, title="报告", given_on=day - WEEK)
            services.convene(session, by=clerk)
            arrive(session, 21)
            [observer] = services.invite(session, by=clerk, role=Role.OBSERVER, people=people(1))
            services.check_in(observer, by=clerk)
            services.open_session(session, by=clerk)
            services.call(item, by=clerk)
            services.hear(item, by=clerk)
            services.resolve(item, by=clerk, title="决议", text="同意。")
            services.close(session, by=clerk)
        return session

    return held


PER_SESSION = {
    figures.held: 1,
    figures.roll: 30,
    figures.delegates_came: 21,
    figures.came: 22,
    figures.items: 1,
    figures.heard: 1,
    figures.resolutions: 1,
}


@pytest.mark.parametrize(("figure", "each"), PER_SESSION.items(), ids=lambda value: getattr(value, "key", ""))
def test_a_session_counts_on_its_day(figure, each, scope, hold):
    assert three_worlds(figure, scope, hold) == {"outside": 0, "edge": 2 * each, "inside": each}


def test_a_session_is_compared_with_the_one_before_it_or_with_none(scope, hold):
    first, second = hold(date(2022, 12, 8)), hold(date(2023, 12, 12))
    here = figures.came(scope.of(session=second))
    assert (here.value, here.value_before, here.last_year.scope.filters["session"]) == (22, 22, str(first.pk))
    alone = figures.came(Scope(scope.union, date(2022, 1, 1), date(2022, 12, 31)).of(session=first))
    assert (alone.value, alone.value_before) == (22, None)


def test_delegates_are_counted_on_the_last_day(term, union):
    before = Scope(union, BEGAN - timedelta(days=9), BEGAN - timedelta(days=1))
    assert [figures.delegates(scope).value for scope in (before, Scope(union, BEGAN, BEGAN))] == [0, 30]


def test_turnout_is_the_share_of_the_roll(scope, hold):
    hold(FIRST)
    assert figures.turnout(scope).value * 30 == 21


def test_a_session_is_told(scope, hold):
    assert list(said(Topic.CONGRESS, scope)) == []
    session = hold(FIRST)
    told = [sentence.spoken for sentence in said(Topic.CONGRESS, scope)]
    assert told == [
        f"1月1日召开{session}，正式代表、列席代表共22人参加。",
        "应到代表30人，实到21人，符合法定人数。",
        f"{session}听取审议院长工作报告等报告1项，形成决议1项。",
    ]
