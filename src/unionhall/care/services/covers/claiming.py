"""What is asked of a cover, and what the mutual-aid organisation paid the member."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import OFFICE_ROLES
from unionhall.audit import services as audit
from unionhall.care.flow.aid import CLAIMS, CoverState
from unionhall.care.models import Cover, CoverClaim
from unionhall.care.permissions import is_own, sees_aid
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.selectors import users_with
from unionhall.rulebook import services as rulebook

MOST = "care.cover_claim_max_%s"  # by plan


@transaction.atomic
def claim(cover: Cover, *, by: User, happened_on: date, asked: Decimal, text: str, for_whom: str) -> CoverClaim:
    """Ask something of a cover. Raises Blocked outside its days, for nothing or more than the scheme gives, and for what was
    asked before."""
    if not (sees_aid(by) or is_own(by, cover)):
        raise NotAllowed(_("给付由参保人本人申请，或由工会办公室代为登记。"))
    if cover.state != CoverState.COVERED:
        raise Blocked(_("这份保障已经撤销。"))
    if not cover.began_on <= happened_on <= min(cover.ends_on, clock.today()):
        raise Blocked(_("发生日期不在这份保障的期间内，或在今天以后。"))
    if asked <= 0:
        raise Blocked(_("申请金额应大于零。"))
    key = MOST % cover.plan
    if asked > (most := rulebook.value(key, on=happened_on)):
        text = _("“%(plan)s”一次给付不超过%(most)s元（%(clause)s）；方案确有不同的，请先在规则参数里调整。")
        words = {"plan": cover, "most": shown(most), "clause": rulebook.cite(key, happened_on)}
        raise Blocked(text % words)
    if CoverClaim.objects.filter(cover=cover, happened_on=happened_on).exists():
        raise Blocked(_("同一天的情况已经申请过给付。"))
    today = clock.today()
    row = CoverClaim.objects.create(
        number=of_year("HZ", "care.covers", today.year),
        cover=cover,
        happened_on=happened_on,
        asked=asked,
        text=text,
        for_whom=for_whom,
        filed_on=today,
    )
    audit.record("care.claim.file", row, by=by, after={"number": row.number, "asked": asked})
    if not sees_aid(by):
        notices.after_commit("care.claim_filed", row, to=users_with(*OFFICE_ROLES))
    return row


@transaction.atomic
def send(claim: CoverClaim, *, by: User) -> None:
    """It went to the mutual-aid organisation."""
    CLAIMS.fire(claim, "send", by=by)
    _tell(claim)


@transaction.atomic
def pay(claim: CoverClaim, *, by: User, paid: Decimal, paid_on: date) -> None:
    """The organisation paid the member; the union's book is not touched. Raises Blocked for nothing, for more
    than was asked, or a day to come."""
    if paid <= 0:
        raise Blocked(_("给付金额应大于零；没有给付的请登记未给付。"))
    if paid > claim.asked:
        raise Blocked(
            _("给付金额%(paid)s元多于申请的%(asked)s元，请核对。") % {"paid": shown(paid), "asked": shown(claim.asked)}
        )
    if not claim.filed_on <= paid_on <= clock.today():
        raise Blocked(_("给付日期应在受理之后、今天以前。"))
    CLAIMS.fire(claim, "pay", by=by, fields={"paid": paid, "paid_on": paid_on})
    _tell(claim, _("%(day)s给付%(paid)s元。") % {"day": day(paid_on), "paid": shown(paid)})


@transaction.atomic
def refuse(claim: CoverClaim, *, by: User, reason: str) -> None:
    """The organisation did not pay, and why: the member reads it."""
    CLAIMS.fire(claim, "refuse", by=by, note=reason)
    _tell(claim, reason)


def correct(claim: CoverClaim, *, by: User, reason: str) -> None:
    """What was noted as paid was wrong: it is noted anew; the old figure stays in the record's history."""
    CLAIMS.fire(claim, "correct", by=by, note=reason, fields={"paid": None, "paid_on": None})


def _tell(claim: CoverClaim, words: str = "") -> None:
    """Whoever is covered, how it stands."""
    if user := claim.cover.person.user:
        notices.after_commit("care.claim_moved", claim, to=user, state=CLAIMS.state_of(claim).label, words=words)
