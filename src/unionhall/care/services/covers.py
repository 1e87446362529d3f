"""Mutual-aid cover: who is covered by what and until when, and what was asked of it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.care.flow.aid import CLAIMS
from unionhall.care.models import Cover, CoverBatch, CoverClaim
from unionhall.care.permissions import is_own, sees_aid
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel import clock
from unionhall.kernel.money import shown, to_fen
from unionhall.people.models import Person


@transaction.atomic
def enrol(
    *,
    by: User,
    people: Sequence[Person],
    plan: str,
    began_on: date,
    ends_on: date,
    premium: Decimal,
    is_paid_by_union: bool = True,
    insurer: str = "",
) -> int:
    """Cover some people from one day to another, both inclusive; who is covered already stays so. Returns how many anew.

    A premium the union pays is asked for at once, in one sum, to be paid to the `insurer` (FIN-11).
    """
    if not sees_aid(by):
        raise NotAllowed(_("互助保障由工会办公室登记。"))
    if ends_on < began_on:
        raise Blocked(_("到期日期早于生效日期。"))
    if premium < 0:
        raise Blocked(_("保费不能是负数。"))
    insurer = insurer.strip()
    if is_paid_by_union and premium and not insurer:
        raise Blocked(_("请填写互助保障组织，保费由工会付给它。"))
    covered = set(Cover.objects.filter(plan=plan, began_on=began_on).values_list("person", flat=True))
    covers = [
        Cover(
            person=person,
            plan=plan,
            began_on=began_on,
            ends_on=ends_on,
            premium=premium,
            is_paid_by_union=is_paid_by_union,
        )
        for person in people
        if person.pk not in covered
    ]
    if covers and is_paid_by_union and premium:
        batch = _ask(covers, insurer, by)
        for cover in covers:
            cover.batch = batch
    Cover.objects.bulk_create(covers, batch_size=500)
    audit.record_many("care.cover.enrol", [(cover, {}, {"plan": plan}) for cover in covers], by=by)
    return len(covers)


def _ask(covers: Sequence[Cover], insurer: str, by: User) -> CoverBatch:
    """The premium of them all, asked for in one request about the batch."""
    first, year = covers[0], clock.today().year
    batch = CoverBatch.objects.create(
        number=f"HZ-{year}-{next_number(f'care.cover_batches:{year}'):02d}",
        plan=first.plan,
        began_on=first.began_on,
        ends_on=first.ends_on,
        premium=first.premium,
        people=len(covers),
        insurer=insurer,
    )
    after = audit.snapshot(batch, ["number", "plan", "premium", "people", "insurer"])
    audit.record("care.cover.batch", batch, by=by, after=after)
    spending.ask(
        batch,
        by=by,
        title=_("%(plan)s参保 %(number)s") % {"plan": batch.get_plan_display(), "number": batch.number},
        purpose=Purpose.MUTUAL_AID,
        payees=[Payee(name=insurer, cash=to_fen(batch.total))],
        text=_("%(people)s人，每人保费%(premium)s元") % {"people": batch.people, "premium": shown(batch.premium)},
    )
    return batch


@transaction.atomic
def claim(*, by: User, cover: Cover, happened_on: date, asked: Decimal, text: str, for_whom: str) -> CoverClaim:
    """Ask something of a cover. Raises Blocked outside its days, for nothing, and for what was asked before."""
    if not (sees_aid(by) or is_own(by, cover)):
        raise NotAllowed(_("给付由参保人本人申请，或由工会办公室代为登记。"))
    if not cover.began_on <= happened_on <= min(cover.ends_on, clock.today()):
        raise Blocked(_("发生日期不在这份保障的期间内，或在今天以后。"))
    if asked <= 0:
        raise Blocked(_("申请金额应大于零。"))
    if CoverClaim.objects.filter(cover=cover, happened_on=happened_on).exists():
        raise Blocked(_("同一天的情况已经申请过给付。"))
    today = clock.today()
    row = CoverClaim.objects.create(
        number=f"HZ-{today.year}-{next_number(f'care.covers:{today.year}'):03d}",
        cover=cover,
        happened_on=happened_on,
        asked=asked,
        text=text,
        for_whom=for_whom,
        filed_on=today,
    )
    audit.record("care.claim.file", row, by=by, after={"number": row.number, "asked": asked}, concerns=cover.person_id)
    return row


def send(claim: CoverClaim, *, by: User) -> None:
    """It went to the mutual-aid organisation."""
    CLAIMS.fire(claim, "send", by=by)


def pay(claim: CoverClaim, *, by: User, paid: Decimal, paid_on: date) -> None:
    """The organisation paid the member; the union's book is not touched. Raises Blocked for nothing or a day to come."""
    if paid <= 0:
        raise Blocked(_("给付金额应大于零；没有给付的请登记未给付。"))
    if not claim.filed_on <= paid_on <= clock.today():
        raise Blocked(_("给付日期应在受理之后、今天以前。"))
    CLAIMS.fire(claim, "pay", by=by, fields={"paid": paid, "paid_on": paid_on})


def refuse(claim: CoverClaim, *, by: User, reason: str) -> None:
    """The organisation did not pay, and why."""
    CLAIMS.fire(claim, "refuse", by=by, note=reason)
