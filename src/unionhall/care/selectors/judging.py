"""Why a gift may not be given: held against the lines that bind it and what went before."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import TOLD, Occasion, Source
from unionhall.care.models import Claim, Tally
from unionhall.care.permissions import sees_aid
from unionhall.care.rules import standards
from unionhall.care.rules.events import judged_on
from unionhall.care.rules.standards import Ask, Bound
from unionhall.care.selectors.caps import Wish, bounds
from unionhall.care.selectors.given import AID
from unionhall.care.selectors.retirees import is_retired
from unionhall.people.models import Person


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


def problem(wish: Wish, by: Any = None) -> str | None:
    """Why this may not be given, in words that quote the clause, or None: what a page says before and a verb again."""
    return problem_in(wish, Past([wish]), by)


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
