"""A poll from preparing to the declared result, and every way in which it is refused."""

from fractions import Fraction
from uuid import uuid4

import pytest
from django.utils.translation import override

from tests.ballots.conftest import MAJORITY, TWO_THIRDS, both_count, fresh, options, say, votes
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.ballots import selectors, services
from unionhall.ballots.flow import State
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import NamedVote, Poll, Turnout
from unionhall.ballots.plain import Ask, Candidate, Choice, Voter
from unionhall.ballots.rules import Base
from unionhall.flows import Blocked, NotAllowed, WrongState


def test_a_named_vote_carries_by_more_than_half_of_all_entitled(motion, voters, clerk):
    for voter in voters[:5]:
        services.cast(motion, by=voter, choices=say(motion, "赞成"), tap=str(uuid4()))
    services.cast(motion, by=voters[5], choices=say(motion, "反对"))
    services.close(motion, by=clerk)
    result = fresh(motion).result
    assert (result.entitled, result.present, result.collected, result.valid) == (9, 9, 6, 6)
    assert (result.needed, result.carried, fresh(motion).state) == (5, True, State.RESULTED)


def test_who_does_not_vote_has_not_agreed(motion, voters, clerk):
    for voter in voters[:4]:
        services.cast(motion, by=voter, choices=say(motion, "赞成"))
    services.close(motion, by=clerk)
    assert fresh(motion).result.carried is False


def test_the_same_tap_is_the_same_vote_and_another_is_refused(motion, voters):
    for _again in range(3):
        services.cast(motion, by=voters[0], choices=say(motion, "赞成"), tap="one")
    with pytest.raises(Blocked, match="已经投过票"):
        services.cast(motion, by=voters[0], choices=say(motion, "反对"), tap="two")
    assert [vote.option.label for vote in NamedVote.objects.all()] == ["赞成"]
    assert Event.objects.filter(verb="ballots.cast").count() == 1


def test_a_secret_answer_sent_again_is_the_same_answer(appraisal, voters):
    for _again in range(2):
        services.cast(appraisal, by=voters[0], choices=say(appraisal, "满意", "满意"), tap="one")
    with pytest.raises(Blocked, match="已经投过票"):
        services.cast(appraisal, by=voters[0], choices=say(appraisal, "不满意", "满意"))
    assert (Turnout.objects.count(), appraisal.papers.count()) == (1, 2)


def test_who_is_not_on_the_roll_has_no_vote(motion, world):
    with pytest.raises(NotAllowed, match="CON-08"):
        services.cast(motion, by=world.user(Persona.MEMBER), choices=say(motion, "赞成"))


def test_who_was_absent_at_the_opening_has_no_vote(make_poll, voters, clerk):
    poll = make_poll(way=Way.NAMED, opened=False)
    keys = list(poll.roll.filter(user__in=voters[:6]).values_list("voter", flat=True))
    services.open(poll, by=clerk, present=[*keys, uuid4()])
    assert (poll.entitled, poll.present) == (9, 6)
    with pytest.raises(NotAllowed, match="没有签到"):
        services.cast(poll, by=voters[8], choices=say(poll, "赞成"))


def test_nothing_opens_below_quorum_and_the_refusal_says_how_many_are_missing(make_poll, voters, clerk):
    poll = make_poll(way=Way.NAMED, opened=False, **TWO_THIRDS)
    keys = list(poll.roll.filter(user__in=voters[:5]).values_list("voter", flat=True))
    with pytest.raises(Blocked) as refusal:
        services.open(poll, by=clerk, present=keys)
    assert str(refusal.value) == (
        "实到5人，未达应到9人的2/3（6人），不能开始投票（职代会条例第二十八条）。再签到1人即可。"
    )
    assert (fresh(poll).state, fresh(poll).present) == (State.PREPARED, None)
    assert not poll.roll.filter(is_present=True).exists()


def test_a_poll_takes_votes_only_while_it_is_open(make_poll, voters, clerk):
    poll = make_poll(way=Way.NAMED, opened=False)
    with pytest.raises(WrongState):
        services.cast(poll, by=voters[0], choices=say(poll, "赞成"))
    services.open(poll, by=clerk)
    stale = fresh(poll)
    services.close(poll, by=clerk)
    with pytest.raises(WrongState):
        services.cast(stale, by=voters[0], choices=say(stale, "赞成"))


def test_choices_that_are_none_of_the_polls_are_refused(motion, show_of_hands, voters):
    with pytest.raises(Blocked, match="刷新"):
        services.cast(motion, by=voters[0], choices=say(show_of_hands, "赞成"))
    question = motion.questions.get()
    with pytest.raises(Blocked, match="至多选1项"):
        services.cast(motion, by=voters[0], choices={question.pk: [one.pk for one in question.options.all()]})
    with pytest.raises(Blocked, match="还没有选择"):
        services.cast(motion, by=voters[0], choices={})
    with pytest.raises(Blocked, match="不在网上投票"):
        services.cast(show_of_hands, by=voters[0], choices=say(show_of_hands, "赞成"))


def test_two_tellers_count_hands(show_of_hands, tellers, clerk):
    both_count(show_of_hands, tellers, 赞成=7, 反对=1, 弃权=1)
    services.close(show_of_hands, by=clerk)
    result = services.declare(show_of_hands, by=clerk)
    assert (result.carried, result.valid) == (True, 9)


def test_more_hands_than_people_are_refused(show_of_hands, tellers):
    with pytest.raises(Blocked, match="多于实到9人"):
        services.count(show_of_hands, by=tellers[0], tallies=votes(show_of_hands, 赞成=10))


def test_only_tellers_count_and_only_where_people_count(on_paper, motion, clerk, tellers):
    with pytest.raises(NotAllowed):
        services.count(on_paper, by=clerk, tallies=votes(on_paper), issued=1, collected=1, valid=1)
    with pytest.raises(NotAllowed):
        services.count(motion, by=tellers[0], tallies=votes(motion))


def test_counts_that_differ_are_shown_and_have_to_be_resolved(on_paper, tellers, clerk):
    first, second = tellers
    numbers = {"issued": 9, "collected": 9, "valid": 8}
    services.count(on_paper, by=first, tallies=votes(on_paper, 赞成=6, 反对=2), **numbers)
    services.close(on_paper, by=clerk)
    with pytest.raises(Blocked, match="现有1份"):
        services.declare(on_paper, by=clerk)
    services.count(on_paper, by=second, tallies=votes(on_paper, 赞成=5, 反对=3), **numbers)
    with pytest.raises(Blocked, match="不一致"):
        services.declare(on_paper, by=clerk)
    with pytest.raises(Blocked, match="理由"):
        services.count(on_paper, by=second, tallies=votes(on_paper, 赞成=6, 反对=2), **numbers)
    services.count(on_paper, by=second, tallies=votes(on_paper, 赞成=6, 反对=2), reason="一张票看错", **numbers)
    assert services.declare(on_paper, by=clerk).carried
    assert on_paper.counts.count() == 3


def test_the_same_count_sent_again_is_one_count(on_paper, tellers):
    numbers = {"issued": 9, "collected": 9, "valid": 9}
    for _again in range(2):
        services.count(on_paper, by=tellers[0], tallies=votes(on_paper, 赞成=9), **numbers)
    assert on_paper.counts.count() == 1


@pytest.mark.parametrize(
    ("papers", "tally", "reason"),
    [
        ((10, 9, 9), {"赞成": 9}, "多于实到9人"),
        ((9, 8, 9), {"赞成": 9}, "多于收回"),
        ((9, 9, 9), {"赞成": 8}, "应等于有效票9张"),
        ((9, 9, 9), {"赞成": 10}, "有效票所能有"),
        ((9, 9, 9), {"赞成": -1}, "负数"),
    ],
)
def test_counts_that_cannot_be_are_refused(on_paper, tellers, papers, tally, reason):
    issued, collected, valid = papers
    with pytest.raises(Blocked, match=reason):
        services.count(
            on_paper, by=tellers[0], tallies=votes(on_paper, **tally), issued=issued, collected=collected, valid=valid
        )
    assert not on_paper.counts.exists()


def test_more_papers_back_than_out_void_the_vote_and_it_is_held_again(on_paper, tellers, clerk):
    both_count(on_paper, tellers, (8, 9, 9), 赞成=9)
    services.close(on_paper, by=clerk)
    result = services.declare(on_paper, by=clerk)
    assert (fresh(on_paper).state, result.carried) == (State.VOID, None)
    assert result.problem == "收回9张，多于发出的8张，本次投票无效，须重新投票（选举办法，ORG-24）。"
    again = services.repeat(on_paper, by=clerk)
    assert (again.state, again.previous, again.round, again.roll.count()) == (State.PREPARED, on_paper, 2, 9)
    with pytest.raises(Blocked, match="已经有下一轮"):
        services.repeat(on_paper, by=clerk)
    services.open(again, by=clerk)
    both_count(again, tellers, (9, 9, 9), 赞成=9)
    services.close(again, by=clerk)
    assert services.declare(again, by=clerk).carried


def test_candidates_stand_in_the_order_of_strokes(make_election):
    poll = make_election(2, "方丽", "王伟", "丁一", "欧阳修")
    assert [option.label for option in poll.questions.get().options.all()] == ["丁一", "王伟", "方丽", "欧阳修"]


def test_a_tie_at_the_last_seat_is_voted_on_among_the_tied(make_election, tellers, clerk):
    poll = make_election(2, "丁一", "王伟", "方丽", "赵四")
    both_count(poll, tellers, (9, 9, 9), 丁一=7, 王伟=5, 方丽=5, 赵四=1)
    services.close(poll, by=clerk)
    result = services.declare(poll, by=clerk)
    assert [line.option.label for line in result.lines.filter(is_elected=True)] == ["丁一"]
    again = services.repeat(poll, by=clerk)
    assert (again.is_run_off, again.seats, sorted(options(again))) == (True, 1, ["方丽", "王伟"])
    services.open(again, by=clerk)
    both_count(again, tellers, (9, 9, 9), 王伟=4, 方丽=3)
    services.close(again, by=clerk)
    result = services.declare(again, by=clerk)
    assert [line.option.label for line in result.lines.filter(is_elected=True)] == ["王伟"]
    with pytest.raises(Blocked, match="CON-23"):
        services.repeat(again, by=clerk)


def test_seats_missing_are_voted_on_in_a_next_round_among_the_others(make_election, tellers, clerk):
    poll = make_election(2, "丁一", "王伟", "方丽")
    both_count(poll, tellers, (9, 9, 9), 丁一=8, 王伟=4, 方丽=3)
    services.close(poll, by=clerk)
    assert services.declare(poll, by=clerk).missing == 1
    again = services.repeat(poll, by=clerk)
    assert (again.is_run_off, again.seats, sorted(options(again))) == (False, 1, ["方丽", "王伟"])


def test_a_result_waits_for_the_upper_union_where_it_must(make_election, tellers, clerk):
    poll = make_election(1, "丁一", "王伟", needs_approval=True)
    both_count(poll, tellers, (9, 9, 9), 丁一=6, 王伟=3)
    services.close(poll, by=clerk)
    services.declare(poll, by=clerk)
    assert fresh(poll).state == State.PENDING
    services.approve(poll, by=clerk, approved_on=poll.closed_at.date(), approval_number="总工复〔2023〕5号")
    assert (fresh(poll).state, fresh(poll).approval_number) == (State.RESULTED, "总工复〔2023〕5号")


def test_what_the_upper_union_refuses_is_void(make_election, tellers, clerk):
    poll = make_election(1, "丁一", "王伟", needs_approval=True)
    both_count(poll, tellers, (9, 9, 9), 丁一=6, 王伟=3)
    services.close(poll, by=clerk)
    services.declare(poll, by=clerk)
    services.refuse(poll, by=clerk, reason="候选人未征求意见")
    assert fresh(poll).state == State.VOID
    assert services.repeat(fresh(poll), by=clerk).seats == 1


def test_a_candidate_is_no_teller(make_poll, voters, tellers, clerk):
    poll = make_poll(
        kind=Kind.ELECTION,
        way=Way.PAPER,
        title="选举",
        seats=1,
        opened=False,
        candidates=[Candidate("代表甲", user=voters[0]), Candidate("代表乙")],
    )
    with pytest.raises(Blocked, match="ORG-25"):
        services.name_tellers(poll, by=clerk, users=[voters[0], tellers[0]])
    with pytest.raises(Blocked, match="两名不同"):
        services.name_tellers(poll, by=clerk, users=[tellers[0], tellers[0]])


def test_a_candidate_known_by_the_key_of_the_roll_is_no_teller(clerk, voters, tellers):
    roll = [Voter(uuid4(), user.name, user) for user in voters]
    poll = services.prepare(
        by=clerk,
        roll=roll,
        title="选举",
        kind=Kind.ELECTION,
        way=Way.PAPER,
        seats=1,
        rule=MAJORITY,
        candidates=[Candidate(roll[0].label, roll[0].key), Candidate("代表乙")],
    )
    with pytest.raises(Blocked, match="ORG-25"):
        services.name_tellers(poll, by=clerk, users=[voters[0], tellers[0]])


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"title": " "}, "名称"),
        ({"rule": None}, "G-04"),
        ({"way": Way.ANONYMOUS}, "不能采用"),
        ({"kind": Kind.ELECTION, "way": Way.HANDS}, "ORG-20"),
        ({"kind": Kind.ELECTION, "way": Way.PAPER}, "应选人数"),
        (
            {"kind": Kind.ELECTION, "way": Way.PAPER, "seats": 2, "margin": Fraction(1, 20), "candidates": [Candidate("王伟")] * 2},
            "候选人至少3人",
        ),
        ({"kind": Kind.QUESTIONNAIRE, "way": Way.ANONYMOUS, "rule": None}, "至少写一道题"),
        (
            {"kind": Kind.APPRAISAL, "way": Way.PAPER, "rule": None, "asks": [Ask("意见", is_text=True)]},
            "只计选择题",
        ),
        (
            {"kind": Kind.QUESTIONNAIRE, "way": Way.ANONYMOUS, "rule": None, "asks": [Ask("甲", [Choice("是")])]},
            "两个选项",
        ),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_not_prepared(clerk, voters, facts, reason):
    roll = [Voter(uuid4(), user.name, user) for user in voters]
    with pytest.raises(Blocked, match=reason):
        services.prepare(by=clerk, roll=roll, **{"title": "表决", "rule": MAJORITY, **facts})
    assert not Poll.objects.exists()


def test_nobody_stands_twice_on_a_roll(clerk, voters):
    roll = [Voter(uuid4(), "甲", voters[0]), Voter(uuid4(), "乙", voters[0])]
    for twice in (roll, [Voter(roll[0].key, "甲"), Voter(roll[0].key, "乙")], []):
        with pytest.raises(Blocked, match="名册"):
            services.prepare(by=clerk, roll=twice, title="表决", rule=MAJORITY)
    assert not Poll.objects.exists()


def test_only_the_office_prepares_a_poll_of_its_own(world, voters):
    with pytest.raises(NotAllowed):
        services.prepare(by=world.user(Persona.BRANCH_CHAIR), roll=[Voter(uuid4(), "甲")], title="表决", rule=MAJORITY)


def test_a_poll_counted_by_people_opens_with_two_tellers_only(make_poll, clerk):
    poll = make_poll(opened=False)
    poll.tellers.first().delete()
    with pytest.raises(Blocked, match="两名监票人"):
        services.open(poll, by=clerk)


def test_a_poll_broken_off_has_no_result(appraisal, voters, clerk):
    services.cast(appraisal, by=voters[0], choices=say(appraisal, "满意"))
    services.break_off(appraisal, by=clerk, reason="会场停电")
    assert (fresh(appraisal).state, hasattr(fresh(appraisal), "result")) == (State.VOID, False)
    assert services.repeat(appraisal, by=clerk).questions.count() == 3


def test_each_step_leaves_one_event_and_secret_votes_leave_none(appraisal, voters, clerk):
    for voter in voters:
        services.cast(appraisal, by=voter, choices=say(appraisal, "满意", "满意"))
    services.close(appraisal, by=clerk)
    verbs = [event.verb for event in Event.objects.filter(subject_id=appraisal.pk).order_by("at", "id")]
    assert verbs == ["ballots.prepare", "ballots.open", "ballots.close", "ballots.declare"]


def test_the_rulebook_gives_majority_quorum_and_margin_with_their_clause(union):
    rule = selectors.majority()
    assert (rule.of, rule.share, rule.inclusive) == (Base.ALL, Fraction(1, 2), False)
    assert rule.text == "赞成票超过全体应到人员的1/2为通过（浙江省企业民主管理条例（2010）第十五条）"
    assert selectors.election_majority().text.startswith("赞成票超过全体应到人员的1/2方可当选")
    assert selectors.quorum() == (Fraction(2, 3), "上海市职工代表大会条例（2017）第二十八条")
    assert selectors.margin() == Fraction(1, 20)


def test_what_goes_on_record_is_in_its_language_whoever_acts(make_poll, clerk):
    with override("en"):
        poll = make_poll(way=Way.NAMED, rule=selectors.majority())
        assert sorted(options(poll)) == ["反对", "弃权", "赞成"]
        assert poll.rule_text.startswith("赞成票超过")
