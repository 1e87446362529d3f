"""The steps of a membership: asked for, reviewed, approved, transferred, retained, given up, taken away, restored."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.notices.services import after_commit
from unionhall.people.choices import Entry, RetainReason
from unionhall.people.flow import FLOW, HELD, LOST, State
from unionhall.people.models import Membership, Person
from unionhall.people.permissions import may_apply_for
from unionhall.people.rules.membership import counts_as_withdrawn, may_join
from unionhall.people.selectors import users_with
from unionhall.rulebook.services import cite, value


@transaction.atomic
def apply(*, by: User, person: Person, application: str) -> Membership:
    """Ask to join, on the phone or at the office (MEM-02); refused to who is a member or not employed here (MEM-01)."""
    if not may_apply_for(by, person):
        raise NotAllowed(_("入会申请由本人提出，或由工会办公室代为登记。"))
    _refuse_ineligible(person)
    spell = Membership.objects.create(person=person, application=application, applied_on=clock.today())
    audit.record("people.membership.apply", spell, by=by, after={"state": State.APPLIED})
    branch = person.unit.branch if person.unit else None
    after_commit("people.applied", spell, to=users_with(Role.BRANCH_CHAIR, unit=branch) if branch else [])
    return spell


def _refuse_ineligible(person: Person) -> None:
    if person.memberships.open().exists():
        raise Blocked(_("已经是会员，或已有申请在办；一人同时只有一份会籍（工会章程第十一条）。"))
    if not may_join(person.employment, has_left=bool(person.left_on)):
        raise Blocked(_("以工资收入为主要生活来源的在职职工可以申请入会（工会法第三条）；退休和离院人员不再新办。"))


def review(membership: Membership, *, by: User, note: str = "") -> None:
    """The branch has looked at an application and agrees (MEM-02)."""
    FLOW.fire(membership, "review", by=by, note=note)


@transaction.atomic
def approve(
    membership: Membership, *, by: User, joined_on: date | None = None, card_no: str = "", note: str = ""
) -> None:
    """The committee admits the applicant: card number, first day, month from which dues are paid (MEM-02)."""
    joined_on = joined_on or clock.today()
    FLOW.fire(
        membership,
        "approve",
        by=by,
        note=note,
        fields={"joined_on": joined_on, "card_no": _free_card(card_no), "dues_from": joined_on.replace(day=1)},
    )
    _tell(membership, "people.approved")


@transaction.atomic
def decline(membership: Membership, *, by: User, note: str) -> None:
    """Not admitted, with the reason the applicant reads."""
    FLOW.fire(membership, "decline", by=by, note=note)
    _tell(membership, "people.declined", reason=note)


def _tell(membership: Membership, key: str, **context: Any) -> None:
    user = membership.person.user
    after_commit(key, membership, to=[user] if user else [], **context)


def _free_card(card_no: str) -> str:
    """The number wished for, or the next free one of the union's own counter."""
    taken = Membership.objects.filter(state__in=HELD, ended_on=None)
    if card_no and taken.filter(card_no=card_no).exists():
        raise Blocked(_("会员证号%(card)s已由别人使用。") % {"card": card_no})
    while not card_no:
        wanted = f"GH{next_number('people.card'):06}"
        card_no = "" if taken.filter(card_no=wanted).exists() else wanted
    return card_no


@transaction.atomic
def transfer_in(*, by: User, person: Person, joined_on: date, came_from: str, card_no: str = "") -> Membership:
    """Take over a membership from another union; the new employer's union has to accept it (MEM-03)."""
    _refuse_ineligible(person)
    spell = Membership.objects.create(
        person=person,
        state=State.APPROVED,
        entry=Entry.TRANSFERRED,
        joined_on=joined_on,
        came_from=came_from,
        card_no=_free_card(card_no),
    )
    audit.record(
        "people.membership.transfer_in",
        spell,
        by=by,
        after=audit.snapshot(spell, ["state", "joined_on", "came_from", "card_no"]),
    )
    return spell


def retain(membership: Membership, *, by: User, reason: str, retained_on: date, note: str = "") -> None:
    """Keep the membership without dues and without a vote: retired, unemployed, long away (MEM-04, MEM-05)."""
    FLOW.fire(
        membership,
        "retain",
        by=by,
        note=note or str(RetainReason(reason).label),
        fields={"retained_reason": reason, "retained_on": retained_on},
    )


def transfer_out(membership: Membership, *, by: User, ended_on: date, went_to: str, note: str = "") -> None:
    """Membership goes with the employment: to the union of the new employer (MEM-03)."""
    FLOW.fire(membership, "transfer_out", by=by, note=note, fields={"ended_on": ended_on, "went_to": went_to})


def withdraw(membership: Membership, *, by: User, ended_on: date, note: str) -> None:
    """Somebody gives up membership, as everyone is free to (MEM-06); `note` says when and how they asked."""
    FLOW.fire(membership, "withdraw", by=by, note=note, fields={"ended_on": ended_on})


def auto_withdraw(membership: Membership, *, by: User, ended_on: date, months_unpaid: int, admonished: str) -> None:
    """Count somebody as withdrawn: no dues and no union life for six months, and talking did not help (MEM-07).

    Never done by a timer: a person confirms it and says when the member was talked to (`admonished`).
    """
    limit = value("people.auto_withdraw_months", ended_on)
    if not counts_as_withdrawn(months_unpaid, limit=limit, was_admonished=bool(admonished.strip())):
        raise Blocked(
            _("不缴会费%(months)s个月，未满%(limit)s个月或没有教育记录，不能视为自动退会（%(clause)s）。")
            % {"months": months_unpaid, "limit": limit, "clause": cite("people.auto_withdraw_months", ended_on)}
        )
    FLOW.fire(membership, "auto_withdraw", by=by, note=admonished, fields={"ended_on": ended_on})


def expel(
    membership: Membership, *, by: User, ended_on: date, ground: str, group_opinion: str, filed_on: date, filing_no: str
) -> None:
    """Expel after a criminal sentence: the group discusses, the committee decides, the upper union is told (MEM-08)."""
    if not (ground.strip() and group_opinion.strip() and filing_no.strip()):
        raise Blocked(_("开除会籍须有刑事处分依据和小组讨论意见，并报上一级工会备案（工会章程第七条）。"))
    if filed_on < ended_on:
        raise Blocked(_("备案在委员会决定之后，备案日期不能早于决定日期（工会章程第七条）。"))
    FLOW.fire(
        membership,
        "expel",
        by=by,
        note=f"{ground}\n{group_opinion}",
        fields={"ended_on": ended_on, "filed_on": filed_on, "filing_no": filing_no},
    )


def die(membership: Membership, *, by: User, ended_on: date, note: str = "") -> None:
    """The member has died."""
    FLOW.fire(membership, "die", by=by, note=note, fields={"ended_on": ended_on})


@transaction.atomic
def reinstate(membership: Membership, *, by: User, joined_on: date, note: str) -> Membership:
    """Restore a retained or lost membership: the old spell ends, a new one with the same card begins that day."""
    card_no = membership.card_no
    FLOW.fire(
        membership,
        "reinstate",
        by=by,
        note=note,
        fields={"ended_on": joined_on if membership.state not in LOST else membership.ended_on},
    )
    spell = Membership.objects.create(
        person=membership.person,
        state=State.APPROVED,
        entry=Entry.REINSTATED,
        joined_on=joined_on,
        card_no=_free_card(card_no),
    )
    audit.record(
        "people.membership.reinstated",
        spell,
        by=by,
        reason=note,
        after=audit.snapshot(spell, ["state", "joined_on", "card_no"]),
    )
    return spell


@transaction.atomic
def set_dues(membership: Membership, *, by: User, dues_base: Decimal, dues_from: date) -> None:
    """Set the base from which monthly dues are reckoned, from a month on; retained memberships pay none (MEM-05)."""
    if membership.state != State.APPROVED:
        raise Blocked(_("在会会员才缴会费；保留会籍期间免缴会费（工会章程第八条）。"))
    before = audit.snapshot(membership, ["dues_base", "dues_from"])
    for name, value_now in {"dues_base": dues_base, "dues_from": dues_from.replace(day=1)}.items():
        setattr(membership, name, value_now)
    membership.save(update_fields=list(before))
    audit.record(
        "people.membership.set_dues",
        membership,
        by=by,
        before=before,
        after=audit.snapshot(membership, before),
    )
