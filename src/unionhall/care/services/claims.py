"""Paying once and within the caps, whoever pays and from how many places at a time.

Two things in the database keep it: a unique key for each event (`Claim`), and one UPDATE of the year's tally that adds
only where the cap still holds. The database runs such updates of one row one after another, so no lock is held before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Value
from django.utils.translation import gettext as _

from unionhall.care.kinds.words import Occasion, Relation, Source
from unionhall.care.models import Claim, LifeEvent, Standard, Tally
from unionhall.care.rules import standards
from unionhall.care.rules.events import judged_on
from unionhall.care.rules.standards import Ask, Bound
from unionhall.flows import Blocked
from unionhall.kernel.money import MoneyField
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

RELIEF = (Source.RELIEF, Source.UPPER)


@dataclass(frozen=True)
class Wish:
    """What is to be given to one person: on which occasion and day, how much, out of whose money."""

    person: Person
    occasion: str
    on: date
    source: str
    cash: Decimal = Decimal(0)
    goods: Decimal = Decimal(0)
    festival: str = ""
    relation: str = Relation.SELF
    event: LifeEvent | None = field(default=None)

    @property
    def total(self) -> Decimal:
        """Cash and goods together."""
        return self.cash + self.goods

    @property
    def counted_as(self) -> str:
        """Under what it counts in the year: relief has one cap for all its occasions (CARE-10)."""
        return Occasion.RELIEF if self.source in RELIEF else self.occasion

    @property
    def key(self) -> str:
        """What is paid once: the event, or the occasion in its year for what is no event (CARE-13)."""
        if self.event:
            return f"event:{self.event.pk}"
        return f"{self.person.pk}:{self.occasion}:{self.festival}:{self.on.year}"


def bounds(wish: Wish) -> list[Bound]:
    """Every line that binds such a gift on its day: the standards of each layer, or the relief caps (CARE-10)."""
    if wish.source in RELIEF:
        return [_relief(wish.on)]
    if wish.source == Source.DRIVE:
        return []
    lines = Standard.objects.in_force(wish.occasion, wish.on, wish.festival)
    return [_bound(line) for line in lines]


def problem(wish: Wish) -> str | None:
    """Why this may not be given, in words that quote the clause, or None: what a page says before and a verb again."""
    known = bounds(wish)
    if not known and wish.source in (Source.UNION, Source.RETIREES):
        return _("“%(name)s”没有现行的慰问标准，不能发放。请先在“慰问标准”中登记（CARE-15）。") % {
            "name": Occasion(wish.occasion).label
        }
    return _paid_already(wish) or standards.problem(_ask(wish), known)


@transaction.atomic
def lay(wish: Wish, *, subject: models.Model, label: str = "") -> Claim:
    """Register the payment `subject` makes, inside the transaction that makes it.

    Raises Blocked with the clause when a cap, the year, the source or an earlier payment of the same event stands in
    the way, also when two are laid at the same moment.
    """
    reason = problem(wish)
    if reason:
        raise Blocked(reason)
    _add(wish)
    return _claim(wish, subject, label or str(subject))


@transaction.atomic
def give_back(subject: models.Model) -> None:
    """Free what a voided payment had taken: the event may be paid again, the year's sum goes down."""
    for claim in Claim.objects.filter(subject_id=subject.pk, is_live=True):
        if Claim.objects.filter(pk=claim.pk, is_live=True).update(is_live=False):
            _tallies(claim.person_id, claim.year, claim.occasion).update(
                spent=F("spent") - _money(claim.amount), times=F("times") - 1
            )


def paid_for(event: LifeEvent) -> Claim | None:
    """The payment already made for an event, or None (CARE-13)."""
    return Claim.objects.filter(key=f"event:{event.pk}", is_live=True).first()


def so_far(person: Person, occasion: str, year: int) -> tuple[Decimal, int]:
    """What somebody was given on such occasions in a year, and how often."""
    known = _tallies(person.pk, year, occasion).values_list("spent", "times").first()
    return known or (Decimal(0), 0)


def _ask(wish: Wish) -> Ask:
    spent, times = so_far(wish.person, wish.counted_as, wish.on.year)
    day = judged_on(wish.occasion, wish.on)
    return Ask(
        cash=wish.cash,
        goods=wish.goods,
        relation=wish.relation,
        source=wish.source,
        is_member=Person.objects.members(day).filter(pk=wish.person.pk).exists(),
        is_retired=wish.person.retired_on is not None and wish.person.retired_on <= day,
        spent=spent,
        times=times,
    )


def _paid_already(wish: Wish) -> str | None:
    earlier = Claim.objects.filter(key=wish.key, is_live=True).first()
    return _paid(earlier) if earlier else None


def _paid(earlier: Claim | None) -> str:
    known = {"label": earlier.subject_label, "source": Source(earlier.source).label} if earlier else {}
    if not known:
        return _("这件事刚由别处发放过，同一件事不得重复发放（CARE-13）。")
    return _("这件事已由“%(label)s”从%(source)s发放过，同一件事不得从两个来源重复发放（CARE-13）。") % known


def _add(wish: Wish) -> None:
    """Add to the year's tally where every cap still holds: one guarded UPDATE."""
    known = {"person": wish.person, "year": wish.on.year, "occasion": wish.counted_as}
    Tally.objects.get_or_create(**known)
    most, times = standards.room(bounds(wish), wish.total)
    free = Tally.objects.filter(**known)
    if most is not None:
        free = free.filter(spent__lte=most)
    if times is not None:
        free = free.filter(times__lt=times)
    if not free.update(spent=F("spent") + _money(wish.total), times=F("times") + 1):
        raise Blocked(problem(wish) or _("这位职工的年度额度刚被用去，请刷新后再看。"))


def _claim(wish: Wish, subject: models.Model, label: str) -> Claim:
    try:
        with transaction.atomic():
            return Claim.objects.create(
                person=wish.person,
                key=wish.key,
                occasion=wish.counted_as,
                year=wish.on.year,
                source=wish.source,
                amount=wish.total,
                subject_type=subject._meta.label_lower,
                subject_id=subject.pk,
                subject_label=label[:60],
            )
    except IntegrityError:
        raise Blocked(_paid(Claim.objects.filter(key=wish.key, is_live=True).first())) from None


def _tallies(person: Any, year: int, occasion: str) -> models.QuerySet[Tally]:
    return Tally.objects.filter(person=person, year=year, occasion=occasion)


def _money(amount: Decimal) -> Value:
    return Value(amount, output_field=MoneyField())


def _bound(line: Standard) -> Bound:
    return Bound(
        name=str(line.get_occasion_display()),
        clause=line.clause,
        once=line.cap_once,
        year=line.cap_year,
        times=line.times,
        for_relatives=line.for_relatives,
        form=line.form,
    )


def _relief(day: date) -> Bound:
    return Bound(
        name=_("送温暖"),
        clause=rulebook.cite("care.relief_cap_once", day),
        once=rulebook.value("care.relief_cap_once", day),
        year=rulebook.value("care.relief_cap_year", day),
        for_relatives=True,
    )


def clauses(wish: Wish) -> str:
    """The clauses a gift rests on, for its paper."""
    return _("；").join(dict.fromkeys(bound.clause for bound in bounds(wish)))


def caps_of(occasions: Sequence[str], day: date) -> dict[str, Decimal]:
    """The most that may be given at once on each occasion, for the pages that ask for an amount."""
    found = {occasion: Standard.objects.in_force(occasion, day) for occasion in occasions}
    return {occasion: min(line.cap_once for line in lines) for occasion, lines in found.items() if lines}
