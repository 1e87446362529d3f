"""What is to be given, and the lines that bind it: the standards in force, the relief caps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from unionhall.care.flow.issues import IssueState
from unionhall.care.kinds.words import Occasion, Relation, Source
from unionhall.care.models import Issue, LifeEvent, Standard, Visit
from unionhall.care.rules.standards import Bound
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

RELIEF = (Source.RELIEF, Source.UPPER)

UNBOUND = (*RELIEF, Source.DRIVE)  # not bound by the standards


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
    event: LifeEvent | None = None

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
    occasion = Occasion.RETIREE if wish.source == Source.RETIREES else wish.occasion
    lines = Standard.objects.in_force(occasion, wish.on, wish.festival)
    return [_bound(line) for line in lines]


def clauses(lines: Sequence[Bound]) -> str:
    """The clauses a gift rests on, for its paper."""
    return _("；").join(dict.fromkeys(line.clause for line in lines))[:200]


def caps_of(occasions: Sequence[str], day: date) -> dict[str, Decimal]:
    """The most that may be given at once on each occasion, for the pages that ask for an amount."""
    found = {occasion: Standard.objects.in_force(occasion, day) for occasion in occasions}
    return {occasion: min(line.cap_once for line in lines) for occasion, lines in found.items() if lines}


def last_given(occasion: str, festival: str) -> date | None:
    """The last day on which something was given under the standards of an occasion, a festival's own where one is named."""
    given = Visit.objects.standing().filter(occasion=occasion).exclude(cash=0, goods=0).exclude(source__in=UNBOUND)
    issues = Issue.objects.exclude(state__in=(IssueState.DRAFT, IssueState.CANCELLED))
    if festival:
        given, issues = given.filter(festival=festival), issues.filter(festival=festival)
    on = Coalesce("event__happened_on", "task__happened_on", "visited_on")
    days = [given.aggregate(last=Max(on))["last"]]
    if occasion == Occasion.FESTIVAL:
        days.append(issues.aggregate(last=Max("roll_on"))["last"])
    return max(filter(None, days), default=None)


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
