"""Paying once and within the caps, whoever pays and from how many places at a time.

Two things in the database keep it: a unique key for each event (`Claim`), and one UPDATE of the year's tally that adds
only where the cap still holds. The database runs such updates of one row one after another, so no lock is held before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.models import Claim, LifeEvent, Tally
from unionhall.care.rules import standards
from unionhall.care.rules.standards import Bound
from unionhall.care.selectors.caps import Wish
from unionhall.care.selectors.given import told_to
from unionhall.care.selectors.judging import Past, paid_words, problem, problem_in
from unionhall.flows import Blocked
from unionhall.kernel.money import as_column

__all__ = ["Wish", "give_back", "lay", "lay_many", "paid_for", "problem"]


def lay(wish: Wish, *, subject: models.Model) -> Claim:
    """Register the payment `subject` makes, inside the transaction that makes it.

    Raises Blocked with the clause when a cap, the year, the source or an earlier payment of the same event stands in
    the way, also when two are laid at the same moment.
    """
    return lay_many([(wish, subject)])[0]


@transaction.atomic
def lay_many(
    pairs: Sequence[tuple[Wish, models.Model]], past: Past | None = None, *, by: User | None = None
) -> list[Claim]:
    """Register a batch of payments, all or none, in a handful of queries; raises Blocked as `lay` does, with the name.

    `past` is what was just read of these people, by who read it anyway; `by` reads the refusal.
    """
    wishes = [wish for wish, _subject in pairs]
    past = past or Past(wishes)
    for wish in wishes:
        if reason := problem_in(wish, past, by):
            raise Blocked(_named(wish, reason) if len(wishes) > 1 else reason)
    _add(wishes, past, by)
    return _claims(pairs, by)


@transaction.atomic
def give_back(subject: models.Model) -> None:
    """Free what a voided payment had taken: the event may be paid again, the year's sum goes down."""
    for claim in Claim.objects.filter(subject_id=subject.pk, is_live=True):
        if Claim.objects.filter(pk=claim.pk, is_live=True).update(is_live=False):
            _tallies(claim.person_id, claim.year, claim.occasion).update(
                spent=F("spent") - as_column(claim.amount), times=F("times") - 1
            )


def paid_for(event: LifeEvent) -> Claim | None:
    """The payment already made for an event, or None (CARE-13)."""
    return Claim.objects.filter(key=f"event:{event.pk}", is_live=True).first()


def _named(wish: Wish, reason: str) -> str:
    return _("%(name)s：%(reason)s") % {"name": wish.person.name, "reason": reason}


def _add(wishes: Sequence[Wish], past: Past, by: User | None) -> None:
    """Add to the year's tallies where every cap still holds: one guarded UPDATE for all who are given the same."""
    alike: dict[tuple[Any, ...], list[Wish]] = defaultdict(list)
    for wish in wishes:
        alike[wish.counted_as, wish.on.year, wish.total, *past.bounds_of(wish)].append(wish)
    for (counted_as, year, total, *lines), some in alike.items():
        people = sorted({wish.person.pk for wish in some})
        Tally.objects.bulk_create(
            [Tally(person_id=person, year=year, occasion=counted_as) for person in people],
            ignore_conflicts=True,
            batch_size=500,
        )
        free = within(Tally.objects.filter(year=year, occasion=counted_as), lines, total)
        added = sum(
            free.filter(person__in=batch).update(spent=F("spent") + as_column(total), times=F("times") + 1)
            for batch in batched(people)
        )
        if added < len(some):
            now = next(filter(None, (problem(wish, by) for wish in some)), None)
            raise Blocked(now or _("年度额度刚被用去，请刷新后再看。"))


def within(tallies: models.QuerySet[Tally], lines: Sequence[Bound], total: Decimal) -> models.QuerySet[Tally]:
    """Those tallies to which `total` may still be added: the guard."""
    most, times = standards.room(lines, total)
    if most is not None:
        tallies = tallies.filter(spent__lte=most)
    return tallies if times is None else tallies.filter(times__lt=times)


def _claims(pairs: Sequence[tuple[Wish, models.Model]], by: User | None) -> list[Claim]:
    rows = [
        Claim(
            person=wish.person,
            key=wish.key,
            occasion=wish.counted_as,
            year=wish.on.year,
            source=wish.source,
            amount=wish.total,
            subject_type=subject._meta.label_lower,
            subject_id=subject.pk,
            subject_label=str(subject)[:60],
        )
        for wish, subject in pairs
    ]
    try:
        with transaction.atomic():
            return Claim.objects.bulk_create(rows, batch_size=500)
    except IntegrityError:
        wishes = {wish.key: wish for wish, _subject in pairs[:500]}
        earlier = told_to(by, Claim.objects.filter(key__in=list(wishes), is_live=True)).first()
        raise Blocked(paid_words(earlier, wishes[earlier.key] if earlier else None)) from None


def batched(keys: Iterable[Any], size: int = 500) -> Iterator[list[Any]]:
    """Keys in portions that both databases take as parameters of one query."""
    every = list(keys)
    for start in range(0, len(every), size):
        yield every[start : start + size]


def _tallies(person: Any, year: int, occasion: str) -> models.QuerySet[Tally]:
    return Tally.objects.filter(person=person, year=year, occasion=occasion)
