"""Motions: handed in, put on the agenda, or answered."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.accounts.roles import OFFICE_ROLES, Role, in_office
from unionhall.audit import services as audit
from unionhall.congress import referrals
from unionhall.congress.flow import MOTION_FLOW
from unionhall.congress.kinds import Congress, Mover
from unionhall.congress.models import Delegation, Motion, Session
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.congress.services import agenda, checks
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.notices import services as notices
from unionhall.people.selectors import users_with

HEADS: dict[str, str] = {Congress.STAFF: "职代案", Congress.MEMBERS: "会代案"}
# Which paper of the item the motion's text is, by the power it falls under.
TEXTS: dict[str, str] = {
    Power.DELIBERATE: PaperKind.REPORT, Power.APPROVE: PaperKind.DRAFT, Power.SUPERVISE: PaperKind.REPORT,
    Power.ELECT: PaperKind.METHOD, Power.APPRAISE: PaperKind.DUTY_REPORT,
}  # fmt: skip


@transaction.atomic
def hand_in(
    session: Session, *, by: User, mover: str, title: str, power: str, reason: str, text: str,
    delegation: Delegation | None = None,
) -> Motion:  # fmt: skip
    """Hand in a motion to a session still ahead: the office for any mover, the head of a delegation for it.

    Raises NotAllowed for somebody else, WrongState once the session is open, Blocked for a missing part.
    """
    _check_mover(by, mover, delegation)
    if not session.is_ahead:
        raise WrongState(_("会议已经开幕或取消，议案可以提交下次会议。"))
    checks.of_term(delegation, session.term)
    code = f"{HEADS[session.term.kind]}{session.code}"
    motion = Motion.objects.create(
        session=session,
        number=f"{code}-{next_number(f'congress:{code}'):02d}",
        mover=mover,
        delegation=delegation,
        title=checks.given(title, _("请填案由。")),
        power=power,
        reason=checks.given(reason, _("请写理由。")),
        text=checks.given(text, _("请写方案。")),
    )
    after = audit.snapshot(motion, ["number", "title", "power", "mover", "delegation"])
    audit.record("congress.hand_in", motion, by=by, after=after)
    notices.after_commit("congress.motion_in", motion, to=users_with(*sorted(OFFICE_ROLES)), mover=motion.by_whom)
    return motion


def _check_mover(by: User, mover: str, delegation: Delegation | None) -> None:
    if mover == Mover.DELEGATION and delegation is None:
        raise Blocked(_("请选代表团。"))
    if mover != Mover.DELEGATION and delegation is not None:
        raise Blocked(_("代表团提出的议案，提出方请选“代表团”。"))
    if in_office(by):
        return
    if delegation is None or not delegation.delegates.filter(is_head=True, person__user=by).exists():
        raise NotAllowed(_("代表团的议案由本团团长提交，其他议案由工会办公室登记。"))


@transaction.atomic
def take_up(motion: Motion, *, by: User) -> None:
    """Put it on the agenda, its text and reason as the item's papers (guard: CON-16); the mover is told."""
    MOTION_FLOW.check(motion, "take_up", by=by)
    item = agenda.add_item(motion.session, by=by, title=motion.title, power=motion.power, presenter=motion.by_whom)
    agenda.add_paper(item, by=by, kind=TEXTS[motion.power], title=motion.title, text=motion.text)
    reason_kind = PaperKind.EXPLANATION if motion.power == Power.APPROVE else PaperKind.OTHER
    agenda.add_paper(item, by=by, kind=reason_kind, title=_("议案说明"), text=motion.reason)
    MOTION_FLOW.fire(motion, "take_up", by=by, fields={"item": item})
    _tell(motion)


@transaction.atomic
def refer(motion: Motion, *, by: User, reply: str) -> None:
    """Let it be handled as a proposal instead, with the reason; the mover is told, and proposals begin one of it."""
    _answer(motion, "refer", by, reply)
    referrals.hand_over(motion, by=by)


@transaction.atomic
def decline(motion: Motion, *, by: User, reply: str) -> None:
    """Keep it off the agenda, with the reason; the mover is told."""
    _answer(motion, "decline", by, reply)


def withdraw_motion(motion: Motion, *, by: User, reason: str) -> None:
    """Take it back."""
    MOTION_FLOW.fire(motion, "withdraw", by=by, note=checks.given(reason, _("请写明撤回的理由。")))


def _answer(motion: Motion, verb: str, by: User, reply: str) -> None:
    reply = checks.given(reply, _("请写明理由，提出方会看到。"))
    MOTION_FLOW.fire(motion, verb, by=by, note=reply, fields={"reply": reply})
    _tell(motion)


def _tell(motion: Motion) -> None:
    """The head of the delegation, or whoever leads the administration or the committee, learns what became of it."""
    told: Any = users_with(Role.HOSPITAL_LEADER) if motion.mover == Mover.EMPLOYER else User.objects.none()
    if motion.delegation:
        heads = motion.delegation.delegates.filter(is_head=True).values("person__user")
        told = User.in_union.filter(pk__in=heads, is_active=True)
    notices.after_commit("congress.motion_answered", motion, to=told, state=str(motion.get_state_display()))
