"""Who is covered by what and until when; a wrong enrolment is cancelled, never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.care.flow.aid import COVERS
from unionhall.care.kinds.aid import Plan
from unionhall.care.models import Cover, CoverBatch
from unionhall.care.permissions import sees_aid
from unionhall.care.selectors.covered import insurable
from unionhall.care.services import paying
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel import clock
from unionhall.kernel.money import shown, to_fen
from unionhall.people.choices import Sex
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

PREMIUM_MOST = "care.cover_premium_max"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What people are covered by: a plan, from one day to another, both inclusive, for a premium a head, and who pays it."""

    plan: str
    began_on: date
    ends_on: date
    premium: Decimal
    is_paid_by_union: bool = True

    @property
    def costs_the_union(self) -> bool:
        """Whether there is a premium to ask for."""
        return self.is_paid_by_union and self.premium > 0


@transaction.atomic
def enrol(*, by: User, people: Sequence[Person], insurer: str = "", **terms: Any) -> int:
    """Cover some people; `terms` are the fields of `Terms`. Who is covered already stays so; returns how many anew.

    A premium the union pays is asked for at once, in one sum, to be paid to the `insurer` (FIN-11). Raises Blocked for a
    premium beyond the scheme's, for whom the plan is not, for whom union funds may not pay (CARE-14), and when all of
    them are covered already.
    """
    if not sees_aid(by):
        raise NotAllowed(_("互助保障由工会办公室登记。"))
    asked, insurer = Terms(**terms), insurer.strip()
    _check_terms(asked)
    _check_people(people, asked)
    if asked.costs_the_union and not insurer:
        raise Blocked(_("请填写互助保障组织，保费由工会付给它。"))
    covers = _anew(people, asked)
    if not covers:
        raise Blocked(_("这一险种在这段时间都已参保，没有新登记；登记有误的，请先撤销原来的参保。"))
    if asked.costs_the_union:
        batch = _ask(asked, len(covers), insurer, by)
        for cover in covers:
            cover.batch = batch
    Cover.objects.bulk_create(covers, batch_size=500)
    audit.record_many("care.cover.enrol", [(cover, {}, {"plan": asked.plan}) for cover in covers], by=by)
    return len(covers)


def _check_terms(asked: Terms) -> None:
    if asked.ends_on < asked.began_on:
        raise Blocked(_("到期日期早于生效日期。"))
    most = rulebook.value(PREMIUM_MOST, on=asked.began_on)
    if not 0 <= asked.premium <= most:
        text = _("每人保费应在0至%(most)s元之间（%(clause)s）；方案确有不同的，请先在规则参数里调整。")
        raise Blocked(text % {"most": shown(most), "clause": rulebook.cite(PREMIUM_MOST, asked.began_on)})


def _check_people(people: Sequence[Person], asked: Terms) -> None:
    """Raise Blocked, with the names, for men in the women's plan and for whom union funds may not insure (CARE-14)."""
    if asked.plan == Plan.WOMEN:
        _refuse(_("女职工特殊疾病互助只面向女职工：%(names)s。"), [one for one in people if one.sex != Sex.FEMALE])
    if asked.is_paid_by_union:
        ours = set(insurable(asked.plan, clock.today()).values_list("pk", flat=True))
        text = _(
            "由工会经费缴费的，参保人须是在会、在职的会员（CARE-14）：%(names)s。请去掉“由工会缴费”，或先办理入会。"
        )
        _refuse(text, [one for one in people if one.pk not in ours])


def _anew(people: Sequence[Person], asked: Terms) -> list[Cover]:
    """Covers of those the plan does not cover on any of these days."""
    same = Cover.objects.standing().filter(plan=asked.plan, began_on__lte=asked.ends_on, ends_on__gte=asked.began_on)
    covered = set(same.values_list("person", flat=True))
    return [Cover(person=person, **vars(asked)) for person in people if person.pk not in covered]


def _refuse(text: str, people: Sequence[Person]) -> None:
    if people:
        raise Blocked(text % {"names": _("、").join(one.name for one in people[:10])})


@transaction.atomic
def cancel(cover: Cover, *, by: User, reason: str) -> None:
    """Undo an enrolment entered wrongly; the row stays, with the reason.

    Raises Blocked while something is asked of it, and while its premium waits to be paid: then the request is withdrawn
    first, and the batch cancelled as a whole.
    """
    if cover.batch:
        paying.nothing_waits(cover.batch, before=_("撤销参保"))
    COVERS.fire(cover, "cancel", by=by, note=reason)


@transaction.atomic
def cancel_batch(batch: CoverBatch, *, by: User, reason: str) -> None:
    """Undo an enrolment of many whose premium was not paid."""
    if not sees_aid(by):
        raise NotAllowed(_("互助保障由工会办公室登记。"))
    if SpendingRequest.objects.about(batch).settled().exists():
        raise Blocked(_("这一批的保费已经支付，不能整批撤销；请逐人撤销，退回的保费由会计入账。"))
    paying.nothing_waits(batch, before=_("撤销参保"))
    covers = list(batch.covers.standing().select_related("person"))
    if not covers:
        raise Blocked(_("这一批已经没有在保的人。"))
    COVERS.fire_many(covers, "cancel", by=by, note=reason)


def _ask(asked: Terms, people: int, insurer: str, by: User) -> CoverBatch:
    """The premium of them all, asked for in one request about the batch."""
    batch = CoverBatch.objects.create(
        number=of_year("CB", "care.cover_batches", clock.today().year, digits=2),
        plan=asked.plan,
        began_on=asked.began_on,
        ends_on=asked.ends_on,
        premium=asked.premium,
        people=people,
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
