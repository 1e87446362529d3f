"""From the idea to the closing of sign-up."""

from copy import copy
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Organiser, Partner, Series
from unionhall.activities.permissions import manages, may_draft
from unionhall.activities.services import checks
from unionhall.activities.services.items import stand_for_whole
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.people.models import Person
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
    activity.number = of_year("HD", "activities", activity.held_from.year)
    _save(activity)
    stand_for_whole(activity, capacity)
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
def name_organiser(activity: Activity, *, by: User, person: Person) -> None:
    """Let somebody run the activity on the day: check-in, results, prizes."""
    FLOW.check(activity, "name_organiser", by=by)
    if Organiser.objects.get_or_create(activity=activity, person=person)[1]:
        audit.record(
            "activities.name_organiser", activity, by=by, after={"organiser": str(person.pk)}, concerns=person.pk
        )


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
    return _("系列活动“%(series)s”的%(edition)s已经登记过。") % {
        "series": activity.series,
        "edition": activity.edition_words,
    }
