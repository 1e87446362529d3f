"""Health-check rounds: the list is drawn by rule, days are booked within their quota, who came is noted, and no more."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.health import ROUNDS, CheckState, RoundState
from unionhall.care.kinds.health import Whom
from unionhall.care.models import Check, CheckDay, CheckRound
from unionhall.care.permissions import is_own, runs_health
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock, planner
from unionhall.people.choices import Sex
from unionhall.people.models import Person

BATCH = 500


@transaction.atomic
def draft(
    *, by: User, title: str, whom: str, place: str, listed_on: date, begins_on: date, ends_on: date
) -> CheckRound:
    """Plan a round; `listed_on` is the day whose roster makes the list."""
    if not runs_health(by):
        raise NotAllowed(_("职工体检由工会办公室组织。"))
    if ends_on < begins_on:
        raise Blocked(_("结束日期早于开始日期。"))
    try:
        with transaction.atomic():
            made = CheckRound.objects.create(
                title=title, whom=whom, place=place, listed_on=listed_on, begins_on=begins_on, ends_on=ends_on
            )
    except IntegrityError:
        raise Blocked(_("已有同名的体检。")) from None
    audit.record("care.health.draft", made, by=by, after={"title": title, "begins_on": begins_on})
    return made


@transaction.atomic
def add_day(round: CheckRound, *, by: User, day: date, quota: int) -> CheckDay:
    """Add a day with its quota, or widen the quota of a day; it never falls below what is booked."""
    ROUNDS.check(round, "add_day", by=by)
    if not round.begins_on <= day <= round.ends_on:
        raise Blocked(_("日期不在本轮体检期间。"))
    if quota < 1:
        raise Blocked(_("名额应是正整数。"))
    found, _made = CheckDay.objects.get_or_create(round=round, day=day, defaults={"quota": quota})
    if not CheckDay.objects.filter(pk=found.pk, taken__lte=quota).update(quota=quota):
        raise Blocked(_("这一天已约%(taken)s人，名额不能更少。") % {"taken": found.taken})
    audit.record("care.health.add_day", found, by=by, after={"day": day, "quota": quota})
    return found


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
def book(check: Check, *, by: User, day: CheckDay) -> None:
    """Book a day, or another one; the guarded UPDATE of the day keeps its quota however many book at once."""
    _check_own(check, by)
    if day.round_id != check.round_id or day.day < clock.today():
        raise Blocked(_("请选本轮体检中今天以后的日期。"))
    if check.state == CheckState.EXAMINED:
        raise Blocked(_("已经体检过。"))
    if check.day_id == day.pk and check.state == CheckState.BOOKED:
        return
    if not CheckDay.objects.filter(pk=day.pk, taken__lt=F("quota")).update(taken=F("taken") + 1):
        raise Blocked(_("这一天的名额已满，请选别的日期。"))
    _free(check)
    _set(check, by, "book", state=CheckState.BOOKED, day=day)


@transaction.atomic
def decline(check: Check, *, by: User) -> None:
    """Not come this time; the day is free for others. One may book again while the round runs."""
    _check_own(check, by)
    if check.state == CheckState.EXAMINED:
        raise Blocked(_("已经体检过。"))
    _free(check)
    _set(check, by, "decline", state=CheckState.DECLINED, day=None)


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


def _check_own(check: Check, by: User) -> None:
    if not (is_own(by, check) or runs_health(by)):
        raise NotAllowed(_("只能办理本人的体检预约。"))
    if check.round.state != RoundState.OPEN:
        raise Blocked(_("这一轮体检没有开放预约。"))


def _free(check: Check) -> None:
    if check.day_id:
        CheckDay.objects.filter(pk=check.day_id).update(taken=F("taken") - 1)


def _set(check: Check, by: User, verb: str, *, state: str, day: CheckDay | None) -> None:
    changed = Check.objects.filter(pk=check.pk, state=check.state, day=check.day_id).update(state=state, day=day)
    if not changed:
        raise Blocked(_("这条预约刚被改动过，请刷新后再看。"))
    audit.record(
        f"care.health.{verb}",
        check,
        by=by,
        before={"state": check.state},
        after={"state": state, "day": day.day if day else None},
        concerns=check.person_id,
    )
    check.state, check.day = state, day
