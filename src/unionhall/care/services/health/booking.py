"""A person's place in a round: a day is booked within its quota, or declined."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.health import CheckState, RoundState
from unionhall.care.models import Check, CheckDay
from unionhall.care.permissions import is_own, runs_health
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock


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
    )
    check.state, check.day = state, day
