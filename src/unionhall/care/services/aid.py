"""Aid: asked for, authorised by somebody else, paid by the cashier through the book, signed for (CARE-08 to CARE-12)."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User, system_user
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.care.flow.aid import AID, may_be_given
from unionhall.care.kinds.aid import OCCASIONS, AidKind
from unionhall.care.kinds.words import Source
from unionhall.care.models import Aid, HardshipFile
from unionhall.care.permissions import is_own, is_served, sees_aid
from unionhall.care.rules.aid import consent_problem
from unionhall.care.rules.kind import kind_problem
from unionhall.care.services import claims, paying
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel import clock, money
from unionhall.notices import services as notices
from unionhall.people.models import Person
from unionhall.people.selectors import users_with


@transaction.atomic
def request(
    *,
    by: User,
    person: Person,
    kind: str,
    event_on: date,
    cash: Decimal = Decimal(0),
    goods_worth: Decimal = Decimal(0),
    child_born: date | None = None,
    **facts: Any,
) -> Aid:
    """Ask for aid to somebody; `facts` are fields of the grant. Hardship aid rests on the household's file.

    Raises NotAllowed for whom it is not about outside the office. Blocked, with the clause, for an amount beyond the
    caps (CARE-10), hardship without a file (CARE-05), an event that was paid for already (CARE-13), a day to come, money
    out of a drive, and a child under fourteen without a guardian's consent (PIPL art. 31).
    """
    if not (sees_aid(by) or (is_own(by, person) and is_served(by))):
        raise NotAllowed(_("救助由本人申请，或由工会办公室代为登记。"))
    if event_on > clock.today():
        raise Blocked(_("事由发生日期在今天以后。"))
    today = clock.today()
    amounts = {"cash": cash, "goods_worth": goods_worth}
    aid = Aid(person=person, kind=kind, event_on=event_on, asked_on=today, asked_by=by, **amounts, **facts)
    if kind == AidKind.EDUCATION:
        _check_child(aid, child_born)
    if kind == AidKind.HARDSHIP:
        aid.file = HardshipFile.objects.on_file().filter(person=person).first()
        if reason := may_be_given(aid):
            raise Blocked(reason)
    _check_amounts(aid)
    if reason := claims.problem(wish(aid)):
        raise Blocked(reason)
    aid.number = of_year("JZ", "care.aid", today.year)
    aid.save(force_insert=True)
    after = audit.snapshot(aid, ["number", "kind", "source", "event_on", "cash", "goods_worth"])
    audit.record("care.aid.request", aid, by=by, after=after)
    notices.after_commit("care.aid.requested", aid, to=users_with(Role.CHAIR, Role.VICE_CHAIR).exclude(pk=by.pk))
    return aid


@transaction.atomic
def authorise(aid: Aid, *, by: User) -> SpendingRequest:
    """Grant it: the event is claimed so that nobody pays it twice, and the money asked for (CARE-10, CARE-13)."""
    AID.fire(aid, "authorise", by=by, fields={"authorised_on": clock.today()})
    claims.lay(wish(aid), subject=aid)
    payee = Payee(person=aid.person, cash=money.to_fen(aid.cash), goods=money.to_fen(aid.goods_worth), text=aid.goods)
    asked = spending.ask(
        aid,
        by=_in_the_book(aid),
        title=_("职工帮扶 %(number)s") % {"number": aid.number},
        purpose=Purpose.RETIREES if aid.source == Source.RETIREES else Purpose.HARDSHIP,
        payees=[payee],
        fund=paying.purse_of(aid.source),
        text=str(aid.get_kind_display()),
    )
    _tell(aid)
    return asked


def _in_the_book(aid: Aid) -> User:
    """Who asks the book for it: of what somebody asked for themselves the house, or every reader of the book and of the
    trail would know from who asks whom it pays (PRI-09)."""
    return system_user() if is_own(aid.asked_by, aid) else aid.asked_by


@transaction.atomic
def pay(aid: Aid, *, by: User) -> None:
    """The cashier paid it."""
    AID.fire(aid, "pay", by=by, fields={"paid_on": clock.today()})
    _tell(aid)


def settled(paid: SpendingRequest, by: User) -> None:
    """What the book calls when the request of a grant is paid."""
    pay(Aid.objects.select_related("person__user").get(pk=paid.subject_id), by=by)


@transaction.atomic
def taken_back(paid: SpendingRequest, by: User, reason: str) -> None:
    """The accountant took the payment back: the event may be granted again, its sum is free."""
    aid = Aid.objects.select_related("person__user").get(pk=paid.subject_id)
    AID.fire(aid, "take_back", by=by, note=reason, fields={"paid_on": None, "signed_on": None})
    claims.give_back(aid)
    _tell(aid)


def sign(aid: Aid, *, by: User) -> None:
    """The person has it: signed on the phone, or by the office from the paper that came back (CARE-12)."""
    AID.fire(aid, "sign", by=by, fields={"signed_on": clock.today()})


@transaction.atomic
def refuse(aid: Aid, *, by: User, reason: str) -> None:
    """Not granted, with the reason the person reads; a grant taken back frees its event and its sum.

    Raises Blocked while its money is approved and waits to be paid.
    """
    paying.nothing_waits(aid, before=_("办理这一步"))
    AID.fire(aid, "refuse", by=by, note=reason, fields={"authorised_on": None})
    claims.give_back(aid)
    _tell(aid, reason)


def withdraw(aid: Aid, *, by: User, reason: str = "") -> None:
    """Take the request back before it is decided."""
    AID.fire(aid, "withdraw", by=by, note=reason)


def wish(aid: Aid) -> claims.Wish:
    """What it gives, as the caps of all sources and earlier payments of the same event are held against it."""
    return claims.Wish(
        person=aid.person,
        occasion=OCCASIONS[AidKind(aid.kind)],
        on=aid.event_on,
        source=aid.source,
        cash=aid.cash,
        goods=aid.goods_worth,
        festival="" if aid.event else str(aid.event_on),
        event=aid.event,
    )


def _check_child(aid: Aid, born: date | None) -> None:
    if born is None or not aid.child_name:
        raise Blocked(_("助学请填写子女姓名和出生日期。"))
    problem = consent_problem(born, clock.today(), guardian=aid.guardian, consented_on=aid.guardian_consented_on)
    if problem:
        raise Blocked(problem)
    aid.child_born = str(born)


def _check_amounts(aid: Aid) -> None:
    if aid.cash < 0 or aid.goods_worth < 0 or not (aid.cash or aid.goods_worth):
        raise Blocked(_("补助金额或慰问品价值应大于零。"))
    if bool(aid.goods_worth) != bool(aid.goods.strip()):
        raise Blocked(_("慰问品请同时写明名称和价值；金额和物品分开登记。"))
    if reason := kind_problem(aid.goods):
        raise Blocked(reason)
    if aid.source == Source.DRIVE:
        raise Blocked(_("爱心捐款专款专用，请从募捐里申请支付（慈善法第五十四条）。"))


def _tell(aid: Aid, words: str = "") -> None:
    if aid.person.user:
        state = AID.state_of(aid).label
        notices.after_commit("care.aid.moved", aid, to=aid.person.user, state=state, words=words)
