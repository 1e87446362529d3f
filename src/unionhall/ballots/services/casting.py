"""Casting a vote: once, whatever the network does."""

import hashlib
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.ballots.flow import State
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import NamedVote, Paper, Poll, Question, RollEntry, Turnout
from unionhall.flows import Blocked, NotAllowed, WrongState

Choices = Mapping[UUID, Sequence[UUID]]
WORDS = 500


def cast(poll: Poll, *, by: User, choices: Choices, words: Mapping[UUID, str] | None = None, tap: str = "") -> None:
    """Give one's vote: the options chosen by question, and words for questions answered in words.

    `tap` names the form that was sent: the same form again is the same vote and no error, so that a lost reply, a
    double tap and a reload do no harm. Another vote of the same voter is refused, from whatever phone and at whatever
    moment. Raises NotAllowed for who is not on the roll or was not present at the opening, WrongState unless the poll
    is open, Blocked for a second vote, for choices that are none of the poll's or too many, and for an empty paper.
    """
    entry = poll.roll.filter(user=by).order_by().first()
    if entry is None:
        raise NotAllowed(_("您不在这次投票的名册上。列席、特邀人员没有表决权和选举权（CON-08）。"))
    cast_as(entry, by=by, choices=choices, words=words, tap=tap)


def cast_as(
    entry: RollEntry, *, by: User, choices: Choices, words: Mapping[UUID, str] | None = None, tap: str = ""
) -> None:
    """`cast` for whoever has their line on the roll at hand, with its poll."""
    poll = entry.poll
    if entry.user_id != by.pk or (poll.state != State.PREPARED and not entry.is_present):
        raise NotAllowed(_("投票开始时您没有签到，不计入本次实到人数，不能投票（CON-14）。"))
    answers = _read(poll, choices, words or {})
    write = _cast_named if poll.way == Way.NAMED else _cast_secret
    try:
        with transaction.atomic():
            _hold_open(poll)
            write(poll, entry, answers, tap, by)
    except IntegrityError:
        if not _is_same(poll, entry, tap):
            raise Blocked(_("您在“%(poll)s”中已经投过票，一人只投一次，投后不能更改。") % {"poll": poll}) from None


def _hold_open(poll: Poll) -> None:
    """Make sure the poll is open and stays so until this vote is written; raises WrongState otherwise.

    Voters share the lock, closing waits for them: a vote is either refused or counted. SQLite admits one writer at a
    time anyway.
    """
    table, suffix = Poll._meta.db_table, "" if connection.vendor == "sqlite" else " FOR SHARE"
    with connection.cursor() as cursor:
        key = Poll._meta.pk.get_db_prep_value(poll.pk, connection)
        cursor.execute(f'SELECT state FROM "{table}" WHERE id = %s{suffix}', [key])
        row = cursor.fetchone()
    if row is None or row[0] != State.OPEN:
        raise WrongState(_("“%(poll)s”现在不接受投票。") % {"poll": poll})


def _read(poll: Poll, choices: Choices, words: Mapping[UUID, str]) -> dict[UUID, tuple[list[str], str]]:
    """The answers by question, checked: marks as sorted text, and words."""
    if poll.is_counted:
        raise Blocked(_("“%(poll)s”以%(way)s进行，不在网上投票。") % {"poll": poll, "way": poll.get_way_display()})
    questions = {question.pk: question for question in poll.asked()}
    if not set(choices) | set(words) <= set(questions):
        raise Blocked(_("有的选择不是这次投票的题目，请刷新后重新填写。"))
    answers = {}
    for pk, question in questions.items():
        text = words.get(pk, "").strip()[:WORDS] if question.is_text else ""
        marks = _marks(question, choices.get(pk, ()))
        if marks or text:
            answers[pk] = (marks, text)
    if not answers:
        raise Blocked(_("您还没有选择，请至少回答一题。"))
    return answers


def _marks(question: Question, chosen: Sequence[UUID]) -> list[str]:
    marks = {str(option) for option in chosen}
    if not marks <= {str(option.pk) for option in question.options.all()}:
        raise Blocked(_("有的选择不是这次投票的选项，请刷新后重新填写。"))
    if len(marks) > question.most:
        raise Blocked(_("“%(question)s”至多选%(most)s项。") % {"question": question, "most": question.most})
    return sorted(marks)


def _cast_named(poll: Poll, entry: RollEntry, answers: dict, tap: str, by: User) -> None:
    marks = next(iter(answers.values()))[0]
    NamedVote.objects.create(poll=poll, entry=entry, option_id=marks[0], tap=tap[:40])
    audit.record("ballots.cast", poll, by=by, after={"entry": str(entry.pk)})


def _cast_secret(poll: Poll, entry: RollEntry, answers: dict, tap: str, by: User) -> None:
    """Turnout and papers. No event is written: it would bear a time and a place in the order of all events."""
    Turnout.objects.create(poll=poll, entry=entry, tap=_digest(tap))
    Paper.objects.bulk_create(
        Paper(poll=poll, question_id=question, marks=marks, words=words) for question, (marks, words) in answers.items()
    )


def _is_same(poll: Poll, entry: RollEntry, tap: str) -> bool:
    if not tap:
        return False
    if poll.way == Way.NAMED:
        return NamedVote.objects.filter(poll=poll, entry=entry, tap=tap[:40]).exists()
    return Turnout.objects.filter(poll=poll, entry=entry, tap=_digest(tap)).exists()


def _digest(tap: str) -> str:
    return hashlib.sha256(tap.encode()).hexdigest() if tap else ""
