"""A case the member moved: seconded, filed, given to the department that answers and to one that supports, answered and rated;
and a draft of theirs. About a member elsewhere the same, with nobody of ours to answer it."""

from datetime import date

from django.db import models

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.models import User
from unionhall.congress.models import Delegate, Session
from unionhall.kernel import clock
from unionhall.people.models import Department
from unionhall.proposals.exchange import PastImporter
from unionhall.proposals.flow import AssignmentState, ExtensionState, ReplyState, State
from unionhall.proposals.kinds import Answer, Decider, Mark, Outcome, Part, ReplyClass
from unionhall.proposals.models import (
    Assignment,
    Call,
    CarryOver,
    Chase,
    Decision,
    DeliveryMeeting,
    Extension,
    Progress,
    Proposal,
    Rating,
    Reply,
    Review,
    Second,
    TextVersion,
)

OPENED, HANDED_IN, DAY, GIVEN, ANSWERED = (
    date(2023, 4, 1),
    date(2023, 4, 9),
    date(2023, 5, 1),
    date(2023, 5, 8),
    date(2023, 6, 1),
)
SEAT = Persona.PRESIDIUM  # who seconds


def furnish(house: House, persona: Persona) -> list:
    mover = house.people[persona].delegate_seats.get()
    call = Call.objects.create(session=Session.objects.get(term=mover.term), opens_on=OPENED, closes_on=HANDED_IN)
    decision = Decision.objects.create(call=call, decider=Decider.PRESIDIUM, decided_on=DAY)
    meeting = DeliveryMeeting.objects.create(call=call, held_on=GIVEN)
    places = _places(house, persona)
    case = _case(call, mover, decision, places[0])
    clerk = house.users[Persona.CLERK]
    return [
        call,
        decision,
        meeting,
        case,
        ("proposal:draft", _sheet(call, mover, title="草稿")),
        ("proposal:excellent", _sheet(call, mover, number=f"{mover.term.kind}-2", decision=decision, **EXCELLENT)),
        *_writing(house, persona, case, clerk),
        *_handling(case, meeting, places, clerk),
        *_answering(case, mover, clerk),
        previewed(PastImporter(call), "proposals.import", clerk, call.pk),
    ]


EXCELLENT = {
    "submitted_on": HANDED_IN,
    "outcome": Outcome.SUGGESTION,
    "state": State.SUGGESTION,
    "is_excellent": True,
}


def _places(house: House, persona: Persona) -> tuple[Department, Department]:
    """Who answers and who supports: departments of personas about our member, some without posts about anybody else."""
    if persona == Persona.MEMBER:
        return house.departments["department"], house.departments["other"]
    lead, support = (Department.objects.create(name=f"{persona}{part}") for part in ("主办科室", "协办科室"))
    return lead, support


def _sheet(call: Call, mover: Delegate, **facts) -> Proposal:
    known = {"category": "QT", "title": "案由", "grounds": "理由", "remedy": "建议", "point_count": 1}
    return Proposal.objects.create(call=call, mover=mover, **known | facts)


def _case(call: Call, mover: Delegate, decision: Decision, department: Department) -> Proposal:
    return _sheet(
        call,
        mover,
        number=f"{call.session.term.kind}-1",
        submitted_on=HANDED_IN,
        outcome=Outcome.FILE,
        decision=decision,
        department=department,
        assigned_on=GIVEN,
        due_on=date(2023, 7, 7),
        answered_on=ANSWERED,
        was_on_time=True,
        reply_class=ReplyClass.A,
        state=State.RATED,
    )


def _writing(house: House, persona: Persona, case: Proposal, clerk: User) -> list[models.Model]:
    seconder = house.in_role(SEAT, persona).delegate_seats.filter(term=case.mover.term).first()
    known = {"title": case.title, "grounds": case.grounds, "remedy": case.remedy, "by": clerk}
    return [
        Second.objects.create(
            proposal=case, delegate=seconder, version=1, state=Answer.CONFIRMED, answered_at=clock.on(HANDED_IN)
        ),
        TextVersion.objects.create(proposal=case, version=1, written_at=clock.on(HANDED_IN), **known),
        Review.objects.create(proposal=case, outcome=Outcome.FILE, by=clerk, reviewed_on=DAY),
    ]


def _handling(
    case: Proposal, meeting: DeliveryMeeting, places: tuple[Department, Department], clerk: User
) -> list[models.Model]:
    lead, support = (
        Assignment.objects.create(
            proposal=case,
            department=place,
            part=part,
            meeting=meeting,
            given_on=GIVEN,
            due_on=case.due_on,
            return_until=date(2023, 5, 17),
            state=AssignmentState.ACCEPTED,
        )
        for place, part in zip(places, (Part.LEAD, Part.SUPPORT), strict=True)
    )
    return [
        lead,
        ("assignment:support", support),
        Extension.objects.create(assignment=lead, until=date(2023, 8, 7), reason="理由", state=ExtensionState.ASKED),
        Progress.objects.create(proposal=case, text="办理", by=clerk, noted_at=clock.on(ANSWERED)),
        Chase.objects.create(proposal=case, text="督办", by=clerk, chased_on=ANSWERED),
    ]


def _answering(case: Proposal, mover: Delegate, clerk: User) -> list[models.Model]:
    reply = Reply(
        proposal=case,
        round=1,
        reply_class=ReplyClass.A,
        text="答复",
        drafted_by=clerk,
        signed_by=clerk,
        signed_at=clock.on(ANSWERED),
        seen_by=clerk,
        seen_at=clock.on(ANSWERED),
        state=ReplyState.ISSUED,
    )
    reply.digest = reply.seal
    reply.save()
    marks = {"attitude": Mark.SATISFIED, "result": Mark.FAIR, "rated_on": ANSWERED}
    return [
        reply,
        Rating.objects.create(proposal=case, reply=reply, delegate=mover, **marks),
        CarryOver.objects.create(proposal=case, session=case.call.session, note="结转", by=clerk, carried_on=ANSWERED),
    ]
