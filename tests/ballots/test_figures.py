"""The figures of polls, each in three worlds, and what does not count."""

from datetime import date
from fractions import Fraction

import pytest

from tests.ballots.conftest import both_count, say
from tests.kit.figures import three_worlds
from unionhall.ballots import figures, services
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.plain import Ask, Choice
from unionhall.ballots.scales import Scale, choices_of
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import clock
from unionhall.search import selectors as search

YES_NO = [Choice("是"), Choice("否")]


@pytest.fixture
def scope(union):
    return Scope(union, date(2023, 1, 1), date(2023, 12, 31))


@pytest.fixture
def hold(make_poll, voters, clerk):
    """`hold(day)`: a vote that carried and a questionnaire with nine papers, both declared that day."""

    def held(day):
        with clock.pinned(clock.on(day, 23, 59)):
            motion = make_poll(way=Way.NAMED)
            asked = make_poll(kind=Kind.QUESTIONNAIRE, way=Way.ANONYMOUS, title="问卷", asks=[Ask("满意吗", YES_NO)])
            for voter in voters:
                services.cast(motion, by=voter, choices=say(motion, "赞成"))
                services.cast(asked, by=voter, choices=say(asked, "是"))
            services.close(motion, by=clerk)
            services.close(asked, by=clerk)

    return held


@pytest.mark.parametrize(
    ("figure", "each"),
    [(figures.decided, 1), (figures.voted_on, 1), (figures.carried, 1), (figures.asked, 1), (figures.papers, 9)],
)
def test_a_figure_counts_what_was_declared_in_its_days(scope, hold, figure, each):
    assert three_worlds(figure, scope, hold) == {"outside": 0, "edge": 2 * each, "inside": each}


def test_an_appraisal_is_told_with_its_papers_and_how_satisfied_people_were(scope, make_poll, voters, clerk):
    asks = [Ask(name, choices_of(Scale.SATISFACTION)) for name in ("工会委员会", "女职工委员会")]
    with clock.pinned(date(2023, 12, 4)):
        poll = make_poll(kind=Kind.APPRAISAL, way=Way.ANONYMOUS, title="年度民主测评", asks=asks)
        for at, voter in enumerate(voters[:8]):
            services.cast(poll, by=voter, choices=say(poll, "满意", "不满意" if at < 4 else "基本满意"))
        services.close(poll, by=clerk)
    here = scope.of(poll=poll)
    numbers = (figures.issued(here), figures.papers(here), figures.graded(here), figures.satisfied(here))
    assert [reading.value for reading in numbers] == [9, 8, 16, 12]
    [sentence] = [one for one in said(Topic.ORGANISATION, scope) if "年度民主测评" in one.spoken]
    assert sentence.spoken == "12月4日完成年度民主测评，发出答卷9份，收回8份，满意率75%。"


def test_a_search_finds_a_poll_by_what_it_is_called_now(make_poll, clerk, voters):
    poll = make_poll(way=Way.NAMED, opened=False)
    services.amend(poll, by=clerk, title="住房补贴方案", text="")
    assert [[hit.title for hit in group.hits] for group in search.results(clerk, "住房补贴", each=5)] == [
        ["住房补贴方案"]
    ]
    assert not list(search.results(voters[0], "住房补贴", each=5))


def test_of_nothing_voted_on_there_is_no_share(scope):
    assert not figures.carried_share(scope)


def test_a_vote_not_carried_counts_in_the_whole_alone(scope, hold, make_poll, clerk):
    hold(date(2023, 5, 1))
    with clock.pinned(date(2023, 5, 2)):
        services.close(make_poll(way=Way.NAMED), by=clerk)
    assert figures.carried_share(scope).value == Fraction(1, 2)


def test_a_void_vote_counts_nowhere(scope, on_paper, tellers, clerk):
    with clock.pinned(date(2023, 5, 1)):
        both_count(on_paper, tellers, (8, 9, 9), 赞成=9)
        services.close(on_paper, by=clerk)
        services.declare(on_paper, by=clerk)
    assert not figures.decided(scope)
