"""Three polls with the member on the roll: an open vote, papers the teller counts, a secret appraisal that is over."""

from django.db import models

from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.models import User
from unionhall.ballots.flow import State
from unionhall.ballots.kinds import Kind, Of, Stance, Way
from unionhall.ballots.models import (
    NamedVote,
    Option,
    Paper,
    Poll,
    Question,
    Result,
    ResultLine,
    RollEntry,
    Teller,
    TellerCount,
    TellerTally,
    Turnout,
    WriteIn,
)
from unionhall.kernel import clock

HALF = {"rule_of": Of.ALL, "rule_share": "1/2", "rule_text": "过半数"}


def furnish(house: House, persona: Persona) -> list:
    user = house.users[persona]
    return [*_open_vote(user, persona), *_papers(house, persona), *_over(user, persona)]


def _poll(user: User, number: str, **facts) -> tuple[Poll, Question, Option, RollEntry]:
    known = {"title": "食堂管理办法", "entitled": 1, "present": 1, "opened_at": clock.now()}
    poll = Poll.objects.create(number=number, **known | facts)
    question = Question.objects.create(poll=poll, position=1, text="食堂管理办法")
    option = Option.objects.create(question=question, position=1, label="赞成", stance=Stance.YES)
    return poll, question, option, RollEntry.objects.create(poll=poll, label=user.name, user=user, is_present=True)


def _open_vote(user: User, persona: Persona) -> list[models.Model]:
    return list(_poll(user, f"BJ-{persona}", kind=Kind.DECISION, way=Way.NAMED, state=State.OPEN, **HALF))


def _papers(house: House, persona: Persona) -> list:
    poll, _question, option, _entry = _poll(
        house.users[persona], f"BJ-{persona}-2", kind=Kind.DECISION, way=Way.PAPER, state=State.OPEN, **HALF
    )
    teller = Teller.objects.create(poll=poll, user=house.in_role(Persona.TELLER, persona).user)
    count = TellerCount.objects.create(poll=poll, teller=teller, turn=1, issued=1, collected=1, valid=1)
    return [
        ("poll:papers", poll),
        teller,
        count,
        TellerTally.objects.create(count=count, option=option, votes=1),
        WriteIn.objects.create(count=count, name="另选的人", votes=1),
    ]


def _over(user: User, persona: Persona) -> list:
    poll, question, option, entry = _poll(
        user, f"BJ-{persona}-3", kind=Kind.APPRAISAL, way=Way.ANONYMOUS, state=State.RESULTED
    )
    result = Result.objects.create(poll=poll, entitled=1, present=1, issued=1, collected=1, valid=1)
    return [
        ("poll:over", poll),
        result,
        ResultLine.objects.create(result=result, option=option, votes=1),
        Turnout.objects.create(poll=poll, entry=entry),
        Paper.objects.create(poll=poll, question=question, marks=[str(option.pk)], words="意见"),
        NamedVote.objects.create(poll=poll, entry=entry, option=option),
    ]
