"""Marks, and the places they make."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities import rules
from unionhall.activities.flow import FLOW, HAS_PLACE
from unionhall.activities.kinds import Better, How
from unionhall.activities.models import Entry, Item, Result, Team
from unionhall.activities.services.door import check_in_sheet
from unionhall.audit import services as audit
from unionhall.flows import Blocked


@transaction.atomic
def record_results(
    item: Item, *, by: User, marks: Mapping[UUID, Decimal | None], records: Collection[UUID] = ()
) -> int:
    """Write the marks of an item's entries (of its teams, in a team item) by their id, and rank the whole item anew.

    No mark (None) means taken part without one. Equal marks share a place. Whoever has a mark was there and is checked
    in by it. `records` are those who broke a record. Returns how many marks were written; raises Blocked for an id that
    is not in the item or a negative mark. A mark may be corrected until the activity is archived.
    """
    FLOW.check(item.activity, "record_results", by=by)
    sides = _sides(item, marks)
    if any(mark is not None and mark < 0 for mark in marks.values()):
        raise Blocked(_("成绩不能是负数。"))
    before = {str(pk): mark for pk, mark in Result.objects.filter(item=item).values_list("pk", "mark")}
    name = "team" if item.is_team else "entry"
    Result.objects.bulk_create(
        [Result(item=item, mark=mark, broke_record=pk in records, **{name: sides[pk]}) for pk, mark in marks.items()],
        update_conflicts=True,
        unique_fields=[name],
        update_fields=["mark", "broke_record"],
        batch_size=500,
    )
    _rank(item)
    _saw(item, sides.values(), by)
    audit.record(
        "activities.record_results", item, by=by, before=before, after={str(pk): mark for pk, mark in marks.items()}
    )
    return len(marks)


def _sides(item: Item, marks: Mapping[UUID, Decimal | None]) -> dict[UUID, Entry | Team]:
    model = Team if item.is_team else Entry
    sides = {side.pk: side for side in model.objects.filter(item=item, state__in=HAS_PLACE, pk__in=marks)}
    if len(sides) != len(marks):
        raise Blocked(_("有的成绩不是“%(item)s”参加者的，没有保存。") % {"item": item.name})
    return sides


def _rank(item: Item) -> None:
    results = list(Result.objects.filter(item=item))
    if item.better != Better.NONE:
        places = rules.ranks([result.mark for result in results], lower_wins=item.better == Better.LOWER)
        for result, place in zip(results, places, strict=True):
            result.rank = place
        Result.objects.bulk_update(results, ["rank"], batch_size=200)


def _saw(item: Item, sides: Collection[Entry | Team], by: User) -> None:
    entries = item.entries.filter(**{"team__in" if item.is_team else "pk__in": [side.pk for side in sides]})
    people = [entry.person for entry in entries.select_related("person") if entry.state in HAS_PLACE]
    check_in_sheet(item.activity, by=by, people=people, how=How.RESULT)
