"""What may be given to whom: the standards in force and what went before, asked of the records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from unionhall.care.flow.issues import IssueState
from unionhall.care.kinds.words import TOLD, Occasion, Relation, Source
from unionhall.care.models import Aid, Claim, Issue, LifeEvent, Standard, Tally, Visit
from unionhall.care.permissions import sees_aid
from unionhall.care.rules import standards
from unionhall.care.rules.events import judged_on
from unionhall.care.rules.standards import Ask, Bound
from unionhall.care.selectors.retirees import is_retired
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

RELIEF = (Source.RELIEF, Source.UPPER)
AID = Aid._meta.label_lower  # what gives it is the office's and the person's to know
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


def problem(wish: Wish, by: Any = None) -> str | None:
    """Why this may not be given, in words that quote the clause, or None: what a page says before and a verb again."""
    return problem_in(wish, Past([wish]), by)


def so_far(person: Person, occasion: str, year: int) -> tuple[Decimal, int]:
    """What somebody was given on such occasions in a year, aid included, and how often: for the office alone."""
    known = Tally.objects.filter(person=person, year=year, occasion=occasion).values_list("spent", "times").first()
    return known or (Decimal(0), 0)


def brought_so_far(person: Any, occasion: str, year: int, before: Claim | None = None) -> tuple[Decimal, int]:
    """The same without aid, for what many hands read: papers of visits, and the pages of who makes them."""
    same = Claim.objects.filter(person=person, year=year, occasion=occasion, is_live=True).exclude(subject_type=AID)
    earlier = same.filter(pk__lt=before.pk) if before else same
    sums = earlier.aggregate(spent=Sum("amount"), times=Count("pk"))
    return sums["spent"] or Decimal(0), sums["times"]


def had_before(visit: Visit) -> tuple[Decimal, int]:
    """What the person was brought that year on such occasions before this visit's gift, and how often."""
    own = Claim.objects.filter(subject_id=visit.pk).order_by("-pk").first()
    if own:
        return brought_so_far(own.person_id, own.occasion, own.year, before=own)
    known = visit.event or visit.task
    return brought_so_far(visit.person_id, visit.occasion, (known.happened_on if known else visit.visited_on).year)


def told_to(by: Any, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of which this reader may know: aid is the office's and the person's affair; without a reader all."""
    return claims if by is None or sees_aid(by) else claims.exclude(subject_type=AID)


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
        self.aid = [row for row in self.claims.values() if row.subject_type == AID]
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

    def without_aid(self, wish: Wish) -> tuple[Ask, Claim | None]:
        """The same wish, and what was paid for it, as who may not know of aid judges it."""
        same = wish.person.pk, wish.on.year, wish.counted_as
        aid = [row for row in self.aid if (row.person_id, row.year, row.occasion) == same]
        asked, earlier = self.ask(wish), self.claims.get(wish.key)
        spent = asked.spent - sum((row.amount for row in aid), Decimal(0))
        return replace(asked, spent=spent, times=asked.times - len(aid)), None if earlier in self.aid else earlier


def problem_in(wish: Wish, past: Past, by: Any = None) -> str | None:
    """The same against a past already read: what a batch asks for each of its wishes.

    Who may not know of aid, `by`, reads of it neither number, source nor sum: no more than to ask the office.
    """
    found = _problem(wish, past, past.ask(wish), past.claims.get(wish.key))
    if found is None or by is None or sees_aid(by):
        return found
    return _problem(wish, past, *past.without_aid(wish)) or _(
        "按工会办公室已有的登记，这次不能这样发放（CARE-13、CARE-15）。请先与工会办公室核对。"
    )


def _problem(wish: Wish, past: Past, asked: Ask, earlier: Claim | None) -> str | None:
    known = past.bounds_of(wish)
    if reason := standards.about_the_person(asked) or standards.relief_problem(wish.occasion, wish.source):
        return reason
    if not known and wish.source == Source.UNION:
        return standards.no_standard(wish.occasion)
    beyond = standards.problem(asked, known)
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
