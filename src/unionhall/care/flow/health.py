"""The states of a round of health checks, of a person in it, and of a recuperation batch."""

from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care.permissions import runs_health
from unionhall.flows import Flow, Step
from unionhall.kernel import clock
from unionhall.pages.values import day


class RoundState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    OPEN = "open", gettext_lazy("进行中")
    CLOSED = "closed", gettext_lazy("已结束")
    CANCELLED = "cancelled", gettext_lazy("已取消")


class CheckState(models.TextChoices):
    ELIGIBLE = "eligible", gettext_lazy("未预约")
    BOOKED = "booked", gettext_lazy("已预约")
    EXAMINED = "examined", gettext_lazy("已检")
    DECLINED = "declined", gettext_lazy("放弃")


class BatchState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    SELECTING = "selecting", gettext_lazy("推荐中")
    ANNOUNCED = "announced", gettext_lazy("公示中")
    CONFIRMED = "confirmed", gettext_lazy("已确定")
    DONE = "done", gettext_lazy("已完成")
    CANCELLED = "cancelled", gettext_lazy("已取消")


def has_places(round: Any) -> str | None:
    """Nobody is invited before there is a day to come on, drawn from a roster that exists."""
    if round.listed_on > clock.today():
        return _("名单基准日%(day)s还没有到，到时才能生成名单；也可以先修改基准日。") % {"day": day(round.listed_on)}
    if not round.days.filter(day__gte=clock.today(), quota__gt=F("taken")).exists():
        return _("还没有可约的体检日，请先增加体检日和名额，再开放预约。")
    return None


def has_days(round: Any) -> str | None:
    """There is a day to change."""
    return None if round.days.exists() else _("还没有体检日。")


def nobody_came(round: Any) -> str | None:
    """A round people came to is ended, not called off."""
    came = round.checks.examined().count()
    return _("已有%(n)s人到检，不能取消；请用“结束本轮”。") % {"n": came} if came else None


# fmt: off
ROUNDS = Flow("care.health", RoundState, [
    Step("amend", RoundState.DRAFT, None, runs_health, None, gettext_lazy("修改")),
    Step("add_day", (RoundState.DRAFT, RoundState.OPEN), None, runs_health, None, gettext_lazy("增加体检日")),
    Step("change_day", (RoundState.DRAFT, RoundState.OPEN), None, runs_health, has_days, gettext_lazy("改名额")),
    Step("open", RoundState.DRAFT, RoundState.OPEN, runs_health, has_places, gettext_lazy("生成名单并开放预约")),
    Step("mark", RoundState.OPEN, None, runs_health, None, gettext_lazy("登记到检")),
    Step("close", RoundState.OPEN, RoundState.CLOSED, runs_health, None, gettext_lazy("结束本轮")),
    Step("cancel", (RoundState.DRAFT, RoundState.OPEN), RoundState.CANCELLED, runs_health, nobody_came,
         gettext_lazy("取消本轮")),
])
# fmt: on
