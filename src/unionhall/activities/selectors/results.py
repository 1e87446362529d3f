"""Results and the team totals made of them."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet

from unionhall.activities import rules
from unionhall.activities.models import Activity, Result


def results_of(activity: Activity) -> QuerySet[Result]:
    """Every result of an activity, item by item, best first."""
    shown = activity_results(activity).select_related(
        "item", "team__unit", "entry__person__department", "entry__person__unit__parent"
    )
    return shown.order_by("item", "rank", "id")


def activity_results(activity: Activity) -> QuerySet[Result]:
    """The results of one activity."""
    return Result.objects.filter(item__activity=activity)


def standings(activity: Activity) -> list[tuple[str, Decimal]]:
    """The branches by their points over all items, most first; who shares a place shares its points. One query."""
    by_item: dict[object, list[Result]] = defaultdict(list)
    for result in results_of(activity):
        by_item[result.item_id].append(result)
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for results in by_item.values():
        for result, points in zip(results, rules.points(result.rank for result in results), strict=True):
            totals[_side(result)] += points
    ranked = [(name, _decimal(points)) for name, points in totals.items() if name and points]
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))


def _decimal(points: Fraction) -> Decimal:
    return (Decimal(points.numerator) / points.denominator).quantize(Decimal("0.01"))


def _side(result: Result) -> str:
    """The branch for which somebody starts, or nothing."""
    side = result.team or (result.entry and result.entry.person)
    unit = side.unit if side else None
    branch = unit.branch if unit else None
    return branch.name if branch else ""
