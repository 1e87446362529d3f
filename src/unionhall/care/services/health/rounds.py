"""Health-check rounds: the list is drawn by rule, who came is noted, and no more."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.health import ROUNDS, CheckState
from unionhall.care.kinds.health import Whom
from unionhall.care.models import Check, CheckDay, CheckRound
from unionhall.care.permissions import runs_health
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock, planner
from unionhall.notices import services as notices
from unionhall.people.choices import Sex
from unionhall.people.models import Person

BATCH = 500


@transaction.atomic
def draft(*, by: User, title: str, **facts: Any) -> CheckRound:
    """Plan a round; `facts` are its fields. `listed_on` is the day whose roster makes the list, never a day to come."""
    if not runs_health(by):
        raise NotAllowed(_("职工体检由工会办公室组织。"))
    _check_days(**facts)
    with only_once(_("已有同名的体检。")):
        made = CheckRound.objects.create(title=title, **facts)
    audit.record("care.health.draft", made, by=by, after={"title": title, "begins_on": made.begins_on})
    return made


@transaction.atomic
def amend(round: CheckRound, *, by: User, **facts: Any) -> None:
    """Change a round that is not open yet. Raises Blocked when a day of it would fall outside."""
    _check_days(**facts)
    if round.days.exclude(day__range=(facts["begins_on"], facts["ends_on"])).exists():
        raise Blocked(_("已设的体检日会落在体检期间以外，请核对开始和结束日期。"))
    with only_once(_("已有同名的体检。")):
        ROUNDS.fire(round, "amend", by=by, fields=facts)


def _check_days(*, listed_on: date, begins_on: date, ends_on: date, **_more: Any) -> None:
    if ends_on < begins_on:
        raise Blocked(_("结束日期早于开始日期。"))
    if listed_on > clock.today():
        raise Blocked(_("名单基准日在今天以后：那一天的花名册还没有，请填今天或以前的日期。"))


@transaction.atomic
def add_day(round: CheckRound, *, by: User, day: date, quota: int) -> CheckDay:
    """Add a day with its quota. Raises Blocked for a day that is there already, has passed or is outside the round."""
    ROUNDS.check(round, "add_day", by=by)
    if not round.begins_on <= day <= round.ends_on:
        raise Blocked(_("日期不在本轮体检期间。"))
    if day < clock.today():
        raise Blocked(_("这一天已经过去，不能再约。"))
    if quota < 1:
        raise Blocked(_("名额应是正整数。"))
    made, is_new = CheckDay.objects.get_or_create(round=round, day=day, defaults={"quota": quota})
    if not is_new:
        raise Blocked(_("这一天已设名额%(quota)s人；要改的，请用“改名额”。") % {"quota": made.quota})
    audit.record("care.health.add_day", made, by=by, after={"day": day, "quota": quota})
    return made


@transaction.atomic
def change_day(round: CheckRound, *, by: User, day: CheckDay, quota: int) -> None:
    """Another quota for a day; never less than are booked, which the guarded UPDATE keeps."""
    ROUNDS.check(round, "change_day", by=by)
    if quota < 1:
        raise Blocked(_("名额应是正整数。"))
    if not round.days.filter(pk=day.pk, taken__lte=quota).update(quota=quota):
        raise Blocked(_("这一天已约%(taken)s人，名额不能更少。") % {"taken": day.taken})
    audit.record("care.health.change_day", day, by=by, before={"quota": day.quota}, after={"quota": quota})


@transaction.atomic
def cancel(round: CheckRound, *, by: User, reason: str) -> None:
    """Call a round off before anybody came; whoever had booked a day is told."""
    booked = User.objects.filter(person__checks__round=round, person__checks__state=CheckState.BOOKED)
    told = list(booked)
    ROUNDS.fire(round, "cancel", by=by, note=reason)
    if told:
        notices.after_commit("care.check_cancelled", round, to=told, reason=reason)


@transaction.atomic
def open_round(round: CheckRound, *, by: User) -> int:
    """Draw the list of who is entitled, and let them book; returns how many."""
    ROUNDS.fire(round, "open", by=by)
    keys = entitled(round).values_list("pk", flat=True)
    Check.objects.bulk_create([Check(round=round, person_id=key) for key in keys], batch_size=BATCH)
    planner.refresh()
    return len(keys)


def entitled(round: CheckRound) -> QuerySet[Person]:
    """Who may come, by the roster of the day the list is drawn from."""
    if round.whom == Whom.MEMBERS:
        return Person.objects.members(round.listed_on)
    staff = Person.objects.on_staff(round.listed_on)
    return staff.filter(sex=Sex.FEMALE) if round.whom == Whom.WOMEN else staff


@transaction.atomic
def mark(round: CheckRound, *, by: User, people: Sequence[Person], came_on: date) -> int:
    """Note who came on a day, and nothing of what was found; returns how many anew.

    Raises Blocked when somebody is not on the list, or the day is outside the round or has not been.
    """
    ROUNDS.check(round, "mark", by=by)
    if not round.begins_on <= came_on <= min(round.ends_on, clock.today()):
        raise Blocked(_("到检日期不在本轮体检期间，或在今天以后。"))
    listed = {check.person_id: check for check in round.checks.filter(person__in=people)}
    strangers = [person.name for person in people if person.pk not in listed]
    if strangers:
        raise Blocked(_("不在本轮名单上：%(names)s。") % {"names": "、".join(strangers[:10])})
    anew = [check for check in listed.values() if check.state != CheckState.EXAMINED]
    Check.objects.filter(pk__in=[check.pk for check in anew]).update(state=CheckState.EXAMINED, came_on=came_on)
    audit.record("care.health.mark", round, by=by, after={"came_on": came_on, "people": len(anew)})
    return len(anew)


def close(round: CheckRound, *, by: User) -> None:
    """The round is over."""
    ROUNDS.fire(round, "close", by=by)
