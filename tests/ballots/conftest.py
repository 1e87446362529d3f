"""A small world for polls: a clerk, accounts on a roll, two tellers, and polls of every kind."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest

from unionhall.accounts.models import User
from unionhall.ballots import services
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import Option, Poll
from unionhall.ballots.plain import Ask, Candidate, Choice, Voter
from unionhall.ballots.rules import Base, Rule

MAJORITY = Rule(Base.ALL, Fraction(1, 2), False, "赞成票超过全体应到人员的1/2为通过（条例第十五条）")
TWO_THIRDS = {"quorum": Fraction(2, 3), "quorum_text": "职代会条例第二十八条"}
GRADES = [Choice("满意", "good"), Choice("基本满意", "good"), Choice("不满意", "bad")]


@pytest.fixture
def make_users(world) -> Callable[[int], list[User]]:
    """`make_users(5)`: five more accounts."""
    made = 0

    def make(count: int) -> list[User]:
        nonlocal made
        numbers = range(made, made + count)
        made += count
        return User.objects.bulk_create(
            User(union=world.home.union, staff_no=f"9{n:04}", username=f"demo-9{n:04}", name=f"代表{n:04}")
            for n in numbers
        )

    return make


@pytest.fixture
def voters(make_users) -> list[User]:
    """Nine accounts, all on the roll of every poll made here."""
    return make_users(9)


@pytest.fixture
def tellers(make_users) -> list[User]:
    return make_users(2)


@pytest.fixture
def make_poll(clerk, voters, tellers) -> Callable[..., Poll]:
    """A poll of the nine; `opened=True` names tellers where people count, and opens it for everybody."""

    def make(*, opened: bool = True, users: Sequence[User] = (), **facts: Any) -> Poll:
        roll = [Voter(uuid4(), user.name, user) for user in users or voters]
        kind = facts.setdefault("kind", Kind.DECISION)
        if kind in (Kind.DECISION, Kind.ELECTION):
            facts.setdefault("rule", MAJORITY)
        poll = services.prepare(by=clerk, roll=roll, **{"title": "职工食堂管理办法", **facts})
        if poll.is_counted:
            services.name_tellers(poll, by=clerk, users=tellers)
        if opened:
            services.open(poll, by=clerk)
        return poll

    return make


@pytest.fixture
def motion(make_poll) -> Poll:
    """A named electronic vote, open."""
    return make_poll(way=Way.NAMED)


@pytest.fixture
def show_of_hands(make_poll) -> Poll:
    return make_poll(way=Way.HANDS)


@pytest.fixture
def on_paper(make_poll) -> Poll:
    return make_poll(way=Way.PAPER)


@pytest.fixture
def make_election(make_poll) -> Callable[..., Poll]:
    """An election on paper: `make_election(2, "王伟", "方丽", "丁一")`."""

    def make(seats: int, *names: str, **facts: Any) -> Poll:
        candidates = [Candidate(name) for name in names]
        known = {"kind": Kind.ELECTION, "way": Way.PAPER, "title": "选举委员", "seats": seats, "candidates": candidates}
        return make_poll(**known | facts)

    return make


@pytest.fixture
def appraisal(make_poll) -> Poll:
    """A secret appraisal of two, with a question answered in words, open."""
    asks = [Ask("工会委员会", GRADES), Ask("工会主席", GRADES), Ask("您的意见", is_text=True)]
    return make_poll(kind=Kind.APPRAISAL, way=Way.ANONYMOUS, title="会员评家", asks=asks)


def options(poll: Poll) -> dict[str, Option]:
    """The options by label, of a poll in which labels are unique."""
    return {option.label: option for option in Option.objects.filter(question__poll=poll)}


def say(poll: Poll, *labels: str) -> dict:
    """The choices that mark one option of each choice question, in order."""
    questions = poll.questions.filter(is_text=False)
    return {
        question.pk: [question.options.get(label=label).pk] for question, label in zip(questions, labels, strict=False)
    }


def votes(poll: Poll, **by_label: int) -> dict:
    """A teller's tally by label; what is not named got nothing."""
    return {option.pk: by_label.get(label, 0) for label, option in options(poll).items()}


def both_count(
    poll: Poll,
    tellers: Sequence[User],
    papers: tuple[int, int, int] | None = None,
    others: dict[str, int] | None = None,
    **by_label: int,
) -> None:
    """Two tellers enter the same count; `papers` are issued, collected, valid, `others` those written in."""
    numbers = dict(zip(("issued", "collected", "valid"), papers or (), strict=False))
    for teller in tellers:
        services.count(poll, by=teller, tallies=votes(poll, **by_label), others=others, **numbers)


def fresh(poll: Poll) -> Poll:
    return Poll.objects.get(pk=poll.pk)
