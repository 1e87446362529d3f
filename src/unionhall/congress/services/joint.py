"""Joint meetings between sessions: who is called, what they came to, and that the congress hears of it (CON-21)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.congress.flow import JOINT_FLOW
from unionhall.congress.kinds import Capacity, Gathering, Outcome
from unionhall.congress.models import (
    CommitteeMember,
    JointMatter,
    JointMeeting,
    JointParticipant,
    PresidiumMember,
    Session,
    Term,
)
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.congress.services import agenda, checks
from unionhall.flows import Blocked
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.selectors.posts import holders


@transaction.atomic
def call_joint(*, by: User, term: Term, kind: str, held_on: date, venue: str, cause: str) -> JointMeeting:
    """Call heads of delegations, committee heads, the presidium and the union committee; each is told.

    A meeting of heads has the heads and the presidium alone. Raises Blocked for a day outside the term, or when there is nobody
    to call.
    """
    checks.by_office(by)
    checks.runs(term)
    if not term.began_on <= held_on <= term.ends_on:
        raise Blocked(_("会议日期不在本届任期内（CON-09）。"))
    number = next_number(f"congress:joint:{term.kind}:{term.number}")
    meeting = JointMeeting.objects.create(
        term=term, kind=kind, number=f"{term.number}-{number:02d}", held_on=held_on, venue=venue,
        cause=checks.given(cause, _("请写明为什么须在闭会期间处理（职代会条例第二十五条，CON-21）。")),
    )  # fmt: skip
    rows = [JointParticipant(meeting=meeting, person_id=one, capacity=what) for one, what in _called(meeting).items()]
    if not rows:
        raise Blocked(_("本届还没有团长、专门委员会负责人和主席团，无人可召集（职代会条例第二十五条，CON-21）。"))
    JointParticipant.objects.bulk_create(rows)
    audit.record("congress.call_joint", meeting, by=by, after=audit.snapshot(meeting, ["number", "held_on", "cause"]))
    told = User.in_union.filter(pk__in=meeting.participants.values("person__user"), is_active=True)
    notices.after_commit("congress.joint_called", meeting, to=told, day=day(held_on), venue=venue)
    return meeting


def _called(meeting: JointMeeting) -> dict[object, str]:
    """Person → as what, once each, the nearest to the congress first."""
    term = meeting.term
    last = term.sessions.filter(presidium__isnull=False).order_by("-number").first()
    by_capacity = {
        Capacity.DELEGATION_HEAD: term.delegates.serving().filter(is_head=True).values_list("person", flat=True),
        Capacity.PRESIDIUM: PresidiumMember.objects.filter(session=last).values_list("delegate__person", flat=True),
    }
    if meeting.kind == Gathering.JOINT:
        heads = CommitteeMember.objects.filter(committee__term=term, is_head=True)
        by_capacity[Capacity.COMMITTEE_HEAD] = heads.values_list("person", flat=True)
        seats = holders(Role.COMMITTEE, Role.CHAIR, Role.VICE_CHAIR, day=meeting.held_on)
        by_capacity[Capacity.UNION_COMMITTEE] = seats.values_list("person", flat=True)
    called: dict[object, str] = {}
    for capacity, people in by_capacity.items():
        called |= {one: capacity for one in people if one not in called}
    return called


@transaction.atomic
def add_matter(meeting: JointMeeting, *, by: User, title: str, power: str) -> JointMatter:
    """Put a matter before the meeting, under the power of the congress it falls under."""
    JOINT_FLOW.check(meeting, "add_matter", by=by)
    last = meeting.matters.order_by("-position").first()
    position = last.position + 1 if last else 1
    title = checks.given(title, _("请填事项。"))
    matter = JointMatter.objects.create(meeting=meeting, position=position, title=title, power=power)
    audit.record("congress.joint.add_matter", meeting, by=by, after={"title": title, "power": power})
    return matter


@transaction.atomic
def note_presence(meeting: JointMeeting, *, by: User, participants: Sequence[JointParticipant]) -> None:
    """Note who came; written anew each time."""
    JOINT_FLOW.check(meeting, "note_presence", by=by)
    came = [one.pk for one in participants]
    meeting.participants.exclude(pk__in=came).update(came=False)
    count = meeting.participants.filter(pk__in=came).update(came=True)
    audit.record("congress.joint.note_presence", meeting, by=by, after={"came": count})


@transaction.atomic
def settle(meeting: JointMeeting, *, by: User, matter: JointMatter, outcome: str, conclusion: str) -> None:
    """Set down what the meeting came to on a matter.

    Raises Blocked, with the article, for agreeing on what the congress has to pass, elect or appraise: that can only be
    sent on to it (CON-21, Shanghai regulations art. 25).
    """
    JOINT_FLOW.check(meeting, "settle", by=by)
    if matter.meeting_id != meeting.pk:
        raise Blocked(_("这件事项不属于本次会议。"))
    if outcome == Outcome.AGREED:
        checks.free_of(matter.why_not_agreed)
    matter.outcome, matter.conclusion = outcome, checks.given(conclusion, _("请写处理意见。"))
    matter.save(update_fields=["outcome", "conclusion"])
    after = {"matter": matter.title, "outcome": outcome, "conclusion": matter.conclusion}
    audit.record("congress.joint.settle", meeting, by=by, after=after)


def close_joint(meeting: JointMeeting, *, by: User, minutes: str) -> None:
    """End it, every matter settled, with its minutes."""
    JOINT_FLOW.fire(meeting, "close", by=by, fields={"minutes": checks.given(minutes, _("请写会议纪要。"))})


@transaction.atomic
def report_joint(meeting: JointMeeting, *, by: User, session: Session) -> None:
    """Put what it came to before the next session, as an item to deliberate with its report (CON-21)."""
    JOINT_FLOW.check(meeting, "report", by=by)
    checks.of_term(session, meeting.term)
    title = _("关于%(meeting)s处理事项的报告") % {"meeting": meeting}
    item = agenda.add_item(session, by=by, title=title, power=Power.DELIBERATE)
    agenda.add_paper(item, by=by, kind=PaperKind.REPORT, title=title, text=_told(meeting))
    JOINT_FLOW.fire(meeting, "report", by=by, fields={"reported_to": session})


def _told(meeting: JointMeeting) -> str:
    lines = [
        f"{one.position}. {one.title}：{one.get_outcome_display()}。{one.conclusion}" for one in meeting.matters.all()
    ]
    return "\n".join([f"{day(meeting.held_on)}，{meeting.cause}", *lines])


def cancel_joint(meeting: JointMeeting, *, by: User, reason: str) -> None:
    """Call it off."""
    JOINT_FLOW.fire(meeting, "cancel", by=by, note=checks.given(reason, _("请写明取消的理由。")))
