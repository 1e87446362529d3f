"""What the votes of a session came to."""

from django.db.models import QuerySet

from unionhall.ballots.models import Result, ResultLine
from unionhall.congress.models import AgendaItem, Session


def elected(item: AgendaItem) -> list[str]:
    """The names elected in the item's vote, as `lines_elected` has them."""
    return list(lines_elected(item).values_list("option__label", flat=True))


def lines_elected(item: AgendaItem) -> QuerySet[ResultLine]:
    """Who was elected in the item's vote, of all its rounds, most votes first; nobody while it is undecided."""
    if item.verdict() is None:
        return ResultLine.objects.none()
    won = ResultLine.objects.filter(
        result__poll__subject_type=item._meta.label_lower, result__poll__subject_id=item.pk, is_elected=True
    )
    return won.select_related("option", "result").order_by("result__poll__round", "-votes")


def results(session: Session) -> list[tuple[AgendaItem, Result]]:
    """The items of a session that were voted on, each with its declared results, rounds in their order."""
    items = {item.pk: item for item in session.items.all()}
    declared = Result.objects.filter(poll__subject_type=AgendaItem._meta.label_lower, poll__subject_id__in=items)
    rows = declared.filter(is_withheld=False).select_related("poll").order_by("poll__number", "poll__round")
    found = [(items[result.poll.subject_id], result) for result in rows if result.poll.subject_id]
    return sorted(found, key=lambda pair: pair[0].position)
