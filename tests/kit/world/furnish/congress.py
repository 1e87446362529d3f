"""A session the member is called to, with the head of their delegation and one who presides; an item, papers, notes and a
published resolution."""

from datetime import date

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.congress.exchange import DelegateImporter
from unionhall.congress.flow import ItemState, State
from unionhall.congress.kinds import Capacity, CommitteeKind, Congress, Mover, Role
from unionhall.congress.models import (
    AgendaItem,
    Attendee,
    ChecklistStep,
    Committee,
    CommitteeMember,
    Constituency,
    Delegate,
    Delegation,
    DiscussionNote,
    JointMatter,
    JointMeeting,
    JointParticipant,
    Motion,
    Paper,
    PresidiumMember,
    Resolution,
    Session,
    Term,
)
from unionhall.congress.rules.powers import PaperKind, Power

BEGAN, DAY, ENDS = date(2022, 1, 10), date(2023, 5, 1), date(2099, 1, 9)
HEAD, PRESIDIUM = Persona.DELEGATION_HEAD, Persona.PRESIDIUM
BRANCHES = {Persona.MEMBER: "branch", Persona.OTHER_BRANCH: "other"}
KINDS = {Persona.MEMBER: Congress.STAFF, Persona.OTHER_BRANCH: Congress.MEMBERS}


def furnish(house: House, persona: Persona) -> list:
    person = house.people[persona]
    term = Term.objects.create(
        kind=KINDS[persona], number=3, began_on=BEGAN, ends_on=ENDS, staff_count=60, women_count=30, seats=30
    )
    constituency = Constituency.objects.create(
        term=term, name="选区", staff_count=60, seats=30, unit=house.units[BRANCHES[persona]]
    )
    delegation = Delegation.objects.create(term=term, name="代表团")
    delegate, presiding = _delegates(house, persona, constituency, delegation)
    meeting = JointMeeting.objects.create(term=term, number=f"{term.kind}-1", held_on=DAY, venue="会议室", cause="事由")
    convened = house.in_role(HEAD, persona)
    committee = Committee.objects.create(term=term, kind=CommitteeKind.WELFARE)
    head = CommitteeMember.objects.create(committee=committee, person=person, delegate=delegate, is_head=True)
    import_run = previewed(DelegateImporter(term), "congress.import_delegates", house.users[Persona.CLERK], term.pk)
    return [
        term,
        constituency,
        delegation,
        delegate,
        committee,
        head,
        import_run,
        meeting,
        JointMatter.objects.create(
            meeting=meeting, position=1, title="事项", power=Power.DELIBERATE, conclusion="意见"
        ),
        JointParticipant.objects.create(meeting=meeting, person=convened, capacity=Capacity.DELEGATION_HEAD),
        *_session(term, delegate, presiding),
    ]


def _delegates(
    house: House, persona: Persona, constituency: Constituency, delegation: Delegation
) -> tuple[Delegate, Delegate]:
    """The seats of the subject, of the head of their delegation and of who presides; the first and the last of them."""
    people = [house.people[persona], *(house.in_role(role, persona) for role in (HEAD, PRESIDIUM))]
    seats = {
        person: Delegate.objects.create(
            term=constituency.term,
            person=person,
            constituency=constituency,
            delegation=delegation,
            is_head=person == people[1],
            began_on=BEGAN,
        )
        for person in dict.fromkeys(people)
    }
    return seats[people[0]], seats[people[2]]


def _session(term: Term, delegate: Delegate, presiding: Delegate) -> list:
    session = Session.objects.create(term=term, number=1, held_on=DAY, ends_on=DAY, venue="礼堂", state=State.CONVENED)
    attendees = {
        seat: Attendee.objects.create(
            session=session, role=Role.DELEGATE, delegate=seat, person=seat.person, name=seat.person.name
        )
        for seat in term.delegates.select_related("person")
    }
    item = AgendaItem.objects.create(session=session, position=1, title="工作报告", power=Power.DELIBERATE)
    heard = AgendaItem.objects.create(
        session=session,
        position=2,
        title="财务报告",
        power=Power.DELIBERATE,
        state=ItemState.HEARD,
        entitled=1,
        present=1,
    )
    resolution = Resolution(
        session=session,
        item=heard,
        number=f"{term.kind}-1",
        title="决议",
        text="同意",
        adopted_on=DAY,
        entitled=1,
        present=1,
        published_on=DAY,
    )
    resolution.digest = resolution.seal
    resolution.save()
    return [
        session,
        attendees[delegate],
        item,
        resolution,
        ("item:heard", heard),
        Motion.objects.create(
            session=session,
            number=f"{term.kind}-1",
            title="议案",
            power=Power.DELIBERATE,
            mover=Mover.DELEGATION,
            delegation=delegate.delegation,
            reason="理由",
            text="方案",
            reply="答复",
        ),
        ChecklistStep.objects.create(session=session, key="request", due_on=DAY),
        PresidiumMember.objects.create(session=session, delegate=presiding),
        Paper.objects.create(item=item, kind=PaperKind.REPORT, title="报告", text="正文"),
        DiscussionNote.objects.create(item=item, delegation=delegate.delegation, text="意见"),
    ]
