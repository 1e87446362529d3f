"""Voters may write in somebody who is no candidate, where the union's election rules have it so (另选他人)."""

import pytest

from tests.ballots.conftest import both_count, fresh, votes
from unionhall.ballots import selectors, services
from unionhall.ballots.flow import State
from unionhall.ballots.forms import CountForm
from unionhall.ballots.models import Option, TellerCount
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.rulebook import services as rulebook

PAPERS = (9, 9, 9)


@pytest.fixture
def election(make_election):
    return make_election(2, "丁一", "王伟", "方丽", takes_others=True)


def declared(poll, clerk):
    services.close(poll, by=clerk)
    return services.declare(poll, by=clerk)


def elected(result):
    return {line.option.label for line in result.lines.filter(is_elected=True)}


def test_who_is_written_in_often_enough_is_elected_and_the_sheet_says_so(election, tellers, clerk):
    both_count(election, tellers, PAPERS, {"赵敏": 6, "孙立": 1}, 丁一=8, 王伟=3)
    result = declared(election, clerk)
    assert elected(result) == {"丁一", "赵敏"}
    assert result.missing == 0
    [part] = selectors.sheet(result)
    assert [(line.option.label, line.votes, line.option.is_write_in) for line, _share in part.lines] == [
        ("丁一", 8, False), ("王伟", 3, False), ("方丽", 0, False), ("赵敏", 6, True), ("孙立", 1, True),
    ]  # fmt: skip
    assert selectors.reckon(fresh(election)).votes == {line.option_id: line.votes for line in result.lines.all()}


def test_tellers_have_to_agree_on_who_was_written_in(election, tellers, clerk):
    numbers = {"issued": 9, "collected": 9, "valid": 9, "tallies": votes(election, 丁一=8)}
    services.count(election, by=tellers[0], others={"赵敏": 2}, **numbers)
    services.count(election, by=tellers[1], others={"赵民": 2}, **numbers)
    services.close(election, by=clerk)
    with pytest.raises(Blocked, match="不一致"):
        services.declare(election, by=clerk)
    services.count(election, by=tellers[1], others={"赵敏": 2}, reason="看错名字", **numbers)
    assert elected(services.declare(election, by=clerk)) == {"丁一"}


@pytest.mark.parametrize(
    ("others", "reason"),
    [({"丁一": 1}, "已是候选人"), ({"赵敏": 0}, "不符"), ({"赵敏": 10}, "不符"), ({"赵敏": 9, "孙立": 2}, "不符")],
)
def test_what_cannot_be_written_in_is_refused_and_nothing_is_counted(election, tellers, others, reason):
    with pytest.raises(Blocked, match=reason):
        both_count(election, tellers, PAPERS, others, 丁一=8)
    assert not TellerCount.objects.exists()


def test_where_the_rules_have_candidates_only_a_name_more_makes_the_paper_invalid(make_election, tellers):
    with pytest.raises(Blocked, match="不设另选他人"):
        both_count(make_election(1, "丁一", "王伟"), tellers, PAPERS, {"赵敏": 1}, 丁一=8)


def test_the_union_decides_whether_others_may_be_written_in(clerk):
    assert selectors.takes_others()
    rulebook.amend(
        "people.election_write_ins", by=clerk, text="no", valid_from=clock.today(), source="选举办法", reason="大会通过"
    )
    assert not selectors.takes_others()


def test_who_was_written_in_stands_in_the_next_round_but_not_after_a_void_vote(make_election, tellers, clerk):
    poll = make_election(2, "丁一", "王伟", "方丽", takes_others=True)
    both_count(poll, tellers, PAPERS, {"赵敏": 4}, 丁一=8, 王伟=4)
    declared(poll, clerk)
    again = services.repeat(poll, by=clerk)
    assert set(Option.objects.filter(question__poll=again).values_list("label", flat=True)) == {"王伟", "方丽", "赵敏"}
    assert (again.takes_others, again.seats) == (True, 1)
    void = make_election(1, "丁一", "王伟", takes_others=True)
    both_count(void, tellers, (8, 9, 9), {"赵敏": 4}, 丁一=5)
    declared(void, clerk)
    assert fresh(void).state == State.VOID
    assert not Option.objects.filter(question__poll=void, is_write_in=True).exists()


def test_a_teller_writes_names_and_votes_one_a_line(election):
    data = {"issued": 9, "collected": 9, "valid": 9} | {pk.hex: number for pk, number in votes(election).items()}
    form = CountForm(data | {"others": " 赵 敏 3\n孙立：2票 \n"}, poll=election, mine=None)
    assert form.is_valid(), form.errors
    assert form.numbers()["others"] == {"赵敏": 3, "孙立": 2}
    for wrong in ("赵敏", "3", "赵敏 3\n赵敏 2"):
        assert "others" in CountForm(data | {"others": wrong}, poll=election, mine=None).errors
