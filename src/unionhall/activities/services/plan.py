"""From the idea to the closing of sign-up."""
from copy import copy
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Item, Organiser, Partner, Quota, Series
from unionhall.activities.permissions import manages, may_draft
from unionhall.activities.services import checks, places
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.people.models import Person, Unit
from unionhall.search.services import reindex


@transaction.atomic
def draft(*, by: User, series: str = "", capacity: int | None = None, **facts: Any) -> Activity:
    """Write down a planned activity; `facts` are its fields, `capacity` its places while it has no items.

    `series` is the name of the series it belongs to; a new name begins one of the activity's kind.

    Raises NotAllowed for who manages no such activity, Blocked when days, window or edition do not hold together.
    """
    activity = Activity(**facts, series=_series(series, facts["kind"]))
    if not (may_draft(by) and manages(by, activity)):
        raise NotAllowed(_("只有工会办公室、分会负责人（本分会的活动）和女职工委员会（女职工的活动）可以新建活动。"))
    _check_facts(activity, capacity)
    activity.number = f"HD-{activity.held_from.year}-{next_number(f'activities:{activity.held_from.year}'):03d}"
    _save(activity)
    _stand_for_whole(activity, capacity)
    audit.record("activities.draft", activity, by=by, after=audit.snapshot(activity, ["number", *facts]))
    return activity


def publish(activity: Activity, *, by: User) -> None:
    """Announce it; from now on one may sign up inside its window (guards: ORG-38, ACT-06)."""
    FLOW.fire(activity, "publish", by=by)


@transaction.atomic
def amend(activity: Activity, *, by: User, reason: str, series: str = "", **facts: Any) -> None:
    """Change facts of an activity not held yet, with a reason; raises Blocked when they do not hold together."""
    reason = checks.given(reason, _("请写明修改理由。"))
    FLOW.check(activity, "amend", by=by)
    facts["series"] = _series(series, facts.get("kind", activity.kind))
    planned = copy(activity)
    for name, value in facts.items():
        setattr(planned, name, value)
    _check_facts(planned, None)
    try:
        with transaction.atomic():
            FLOW.fire(activity, "amend", by=by, note=reason, fields=facts)
    except IntegrityError:
        raise Blocked(_edition_taken(planned)) from None
    reindex(Activity.objects.filter(pk=activity.pk))


def close_signup(activity: Activity, *, by: User) -> None:
    """Take no more entries."""
    FLOW.fire(activity, "close_signup", by=by)


def reopen(activity: Activity, *, by: User, reason: str) -> None:
    """Take entries again, with a reason."""
    FLOW.fire(activity, "reopen", by=by, note=checks.given(reason, _("请写明重新开放报名的理由。")))


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
        _stand_for_whole(activity, None)


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


@transaction.atomic
def name_organiser(activity: Activity, *, by: User, person: Person) -> None:
    """Let somebody run the activity on the day: check-in, results, prizes."""
    FLOW.check(activity, "name_organiser", by=by)
    if Organiser.objects.get_or_create(activity=activity, person=person)[1]:
        audit.record("activities.name_organiser", activity, by=by, after={"organiser": str(person.pk)},
                     concerns=person.pk)


@transaction.atomic
def add_partner(activity: Activity, *, by: User, name: str, sector: str, part: str = "") -> None:
    """Write down whom it is held with."""
    FLOW.check(activity, "add_partner", by=by)
    name = checks.given(name, _("请写明合作单位。"))
    Partner.objects.update_or_create(activity=activity, name=name, defaults={"sector": sector, "part": part})
    audit.record("activities.add_partner", activity, by=by, after={"name": name, "sector": sector, "part": part})


def _series(name: str, kind: str) -> Series | None:
    return Series.objects.get_or_create(name=name.strip(), defaults={"kind": kind})[0] if name.strip() else None


def _check_facts(activity: Activity, capacity: int | None) -> None:
    checks.not_negative(budget=activity.budget, capacity=capacity)
    if activity.held_from.year < 1900:
        raise Blocked(_("举办日期早于1900年，请核对。"))
    if activity.held_to < activity.held_from:
        raise Blocked(_("结束日期早于举办日期。"))
    opens, closes = activity.signup_opens_at, activity.signup_closes_at
    if opens and closes and closes < opens:
        raise Blocked(_("报名截止早于报名开始。"))
    if activity.audience == "branch" and activity.unit is None:
        raise Blocked(_("面向本分会会员的活动，请选择举办分会。"))
    if activity.edition and not activity.series:
        raise Blocked(_("填了届次的活动，请选择它所属的系列活动。"))


def _save(activity: Activity) -> None:
    try:
        with transaction.atomic():
            activity.save(force_insert=True)
    except IntegrityError:
        raise Blocked(_edition_taken(activity)) from None


def _edition_taken(activity: Activity) -> str:
    return _("系列活动“%(series)s”的%(edition)s已经登记过。") % {"series": activity.series,
                                                      "edition": activity.edition_words}


def _stand_for_whole(activity: Activity, capacity: int | None) -> None:
    Item.objects.create(activity=activity, name=activity.title[:40], is_whole=True, capacity=capacity)
