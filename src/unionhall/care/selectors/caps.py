"""What may be given to whom: the standards in force and what went before, asked of the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from unionhall.care.kinds.words import TOLD, Occasion, Relation, Source
from unionhall.care.models import Claim, LifeEvent, Standard, Tally, Visit
from unionhall.care.rules import standards
from unionhall.care.rules.events import judged_on
from unionhall.care.rules.standards import Ask, Bound
from unionhall.care.selectors.retirees import is_retired
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


def problem(wish: Wish) -> str | None:
    """Why this may not be given, in words that quote the clause, or None: what a page says before and a verb again."""
    return problem_in(wish, Past([wish]))


def so_far(person: Person, occasion: str, year: int) -> tuple[Decimal, int]:
    """What somebody was given on such occasions in a year, and how often."""
    known = Tally.objects.filter(person=person, year=year, occasion=occasion).values_list("spent", "times").first()
    return known or (Decimal(0), 0)


def had_before(visit: Visit) -> tuple[Decimal, int]:
    """What the person was given that year on such occasions before this visit's gift, and how often."""
    own = Claim.objects.filter(subject_id=visit.pk).order_by("-pk").first()
    if own is None:
        known = visit.event or visit.task
        return so_far(visit.person, visit.occasion, (known.happened_on if known else visit.visited_on).year)
    same = Claim.objects.filter(person=own.person_id, year=own.year, occasion=own.occasion, is_live=True)
    sums = same.filter(pk__lt=own.pk).aggregate(spent=Sum("amount"), times=Count("pk"))
    return sums["spent"] or Decimal(0), sums["times"]


class Past:
    """What was given before to the people of a batch: members by day, the year's sums, earlier payments; few queries."""

    def __init__(self, wishes: Sequence[Wish]) -> None:
        people = {wish.person.pk for wish in wishes}
        days = {judged_on(wish.occasion, wish.on) for wish in wishes}
        self.members = {
            day: set(Person.objects.members(day).filter(pk__in=people).values_list("pk", flat=True)) for day in days
        }
        sums = Tally.objects.filter(person__in=people, year__in={wish.on.year for wish in wishes})
        self.sums = {(row.person_id, row.year, row.occasion): (row.spent, row.times) for row in sums}
        self.claims = {row.key: row for row in Claim.objects.filter(person__in=people, is_live=True)}
        lines = {(wish.occasion, wish.festival, wish.source, wish.on): wish for wish in wishes}
        self.bounds = {known: bounds(wish) for known, wish in lines.items()}

    def bounds_of(self, wish: Wish) -> list[Bound]:
        """The lines that bind one wish."""
        return self.bounds[wish.occasion, wish.festival, wish.source, wish.on]

    def ask(self, wish: Wish) -> Ask:
        """One wish as the rules judge it."""
        day = judged_on(wish.occasion, wish.on)
        spent, times = self.sums.get((wish.person.pk, wish.on.year, wish.counted_as), (Decimal(0), 0))
        return Ask(
            cash=wish.cash,
            goods=wish.goods,
            relation=wish.relation,
            source=wish.source,
            is_member=wish.person.pk in self.members[day],
            is_retired=is_retired(wish.person, day),
            spent=spent,
            times=times,
        )


def problem_in(wish: Wish, past: Past) -> str | None:
    """The same against a past already read: what a batch asks for each of its wishes."""
    known, asked = past.bounds_of(wish), past.ask(wish)
    if reason := standards.about_the_person(asked):
        return reason
    if not known and wish.source == Source.UNION:
        return _("“%(name)s”没有现行的慰问标准，不能发放。请先在“慰问标准”中登记（CARE-15）。") % {
            "name": Occasion(wish.occasion).label
        }
    beyond, earlier = standards.problem(asked, known), past.claims.get(wish.key)
    if earlier and (wish.event or earlier.source != wish.source or not beyond):
        return paid_words(earlier, wish)
    return beyond


def paid_words(earlier: Claim | None, wish: Wish | None = None) -> str:
    """That something was paid for already, by what and out of whose money, and the way out where it may be another one."""
    if earlier is None:
        return _("这件事刚由别处发放过，同一件事不得重复发放（CARE-13）。")
    words = {
        "label": earlier.subject_label,
        "source": Source(earlier.source).label,
        "occasion": Occasion(wish.occasion).label if wish else "",
    }
    if wish and earlier.source != wish.source:
        text = _("这件事已由“%(label)s”从%(source)s发放过，同一件事不得从两个来源重复发放（CARE-13）。")
    elif wish and not wish.event and wish.occasion in TOLD:
        text = _(
            "今年没有登记事件的“%(occasion)s”已由“%(label)s”从%(source)s发放过，同一件事不得重复发放（CARE-13）。"
            "若是另一次，请先登记职工事件，再从那个事件登记走访。"
        )
    else:
        text = _("这件事已由“%(label)s”从%(source)s发放过，同一件事不得重复发放（CARE-13）。")
    return text % words


def clauses(lines: Sequence[Bound]) -> str:
    """The clauses a gift rests on, for its paper."""
    return _("；").join(dict.fromkeys(line.clause for line in lines))[:200]


def caps_of(occasions: Sequence[str], day: date) -> dict[str, Decimal]:
    """The most that may be given at once on each occasion, for the pages that ask for an amount."""
    found = {occasion: Standard.objects.in_force(occasion, day) for occasion in occasions}
    return {occasion: min(line.cap_once for line in lines) for occasion, lines in found.items() if lines}


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
