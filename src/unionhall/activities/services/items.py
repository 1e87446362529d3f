"""Items of an activity, their places and the branches' shares of them."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Item, Quota
from unionhall.activities.services import checks, places
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.people.models import Unit


@transaction.atomic
def add_item(activity: Activity, *, by: User, name: str, **facts: Any) -> Item:
    """Add an item one can enter; raises Blocked for a name that is taken, or when people have entered the whole."""
    FLOW.check(activity, "add_item", by=by)
    checks.not_negative(capacity=facts.get("capacity"))
    name = checks.given(name, _("请写明项目名称。"))
    if activity.items.filter(is_whole=True, entries__isnull=False).exists():
        raise Blocked(_("已有人报名整项活动，不能再分设项目。"))
    if activity.items.filter(name=name, group=facts.get("group", "")).exists():
        raise Blocked(_("已经有项目“%(item)s”。") % {"item": name})
    if facts.get("team_most", 1) < facts.get("team_least", 1):
        raise Blocked(_("每队至多的人数不能少于至少的人数。"))
    activity.items.filter(is_whole=True).delete()
    item = Item.objects.create(activity=activity, name=name, **facts)
    audit.record("activities.add_item", item, by=by, after={"name": name, **facts})
    return item


@transaction.atomic
def drop_item(activity: Activity, *, by: User, item: Item, reason: str = "") -> None:
    """Take an item off that nobody is in; raises Blocked when somebody is, or ever was: their entry is a record."""
    FLOW.check(activity, "drop_item", by=by)
    checks.belongs(item, activity)
    if item.entries.exists():
        raise Blocked(_("项目“%(item)s”已有人报名，不能撤下。") % {"item": item.name})
    audit.record("activities.drop_item", item, by=by, before={"name": item.name}, reason=reason)
    item.delete()
    if not activity.items.exists():
        stand_for_whole(activity, None)


@transaction.atomic
def resize(activity: Activity, *, by: User, item: Item, capacity: int | None) -> None:
    """Set an item's places; none means no limit. New places go to who waits. Raises Blocked below what is taken."""
    FLOW.check(activity, "resize", by=by)
    checks.belongs(item, activity)
    checks.not_negative(capacity=capacity)
    rows = Item.objects.filter(pk=item.pk)
    if not (rows if capacity is None else rows.filter(taken__lte=capacity)).update(capacity=capacity):
        raise Blocked(_("已有%(taken)s个名额被占，名额不能少于这个数。") % {"taken": item.taken})
    audit.record("activities.resize", item, by=by, before={"capacity": item.capacity}, after={"capacity": capacity})
    item.capacity = capacity
    places.move_up(item)


@transaction.atomic
def set_quota(activity: Activity, *, by: User, item: Item, unit: Unit, capacity: int) -> Quota:
    """Give one branch its own number of an item's places; must be set before its people enter."""
    FLOW.check(activity, "set_quota", by=by)
    checks.belongs(item, activity)
    checks.not_negative(capacity=capacity)
    if item.entries.live().filter(person__unit=unit).exists():
        raise Blocked(_("“%(unit)s”已有人报名，名额要在报名前设定。") % {"unit": unit.name})
    quota, _made = Quota.objects.update_or_create(item=item, unit=unit, defaults={"capacity": capacity})
    audit.record("activities.set_quota", item, by=by, after={"unit": str(unit.pk), "capacity": capacity})
    return quota


def stand_for_whole(activity: Activity, capacity: int | None) -> None:
    """The one row through which an activity without items is entered."""
    Item.objects.create(activity=activity, name=activity.title[:40], is_whole=True, capacity=capacity)
