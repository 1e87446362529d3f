"""The states of a round of health checks, of a person in it, and of a recuperation batch."""

from django.db import models
from django.utils.translation import gettext_lazy

from unionhall.care.permissions import runs_health
from unionhall.flows import Flow, Step


class RoundState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    OPEN = "open", gettext_lazy("进行中")
    CLOSED = "closed", gettext_lazy("已结束")


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


# fmt: off
ROUNDS = Flow("care.health", RoundState, [
    Step("add_day", (RoundState.DRAFT, RoundState.OPEN), None, runs_health, None, gettext_lazy("增加体检日")),
    Step("open", RoundState.DRAFT, RoundState.OPEN, runs_health, None, gettext_lazy("生成名单并开放预约")),
    Step("mark", RoundState.OPEN, None, runs_health, None, gettext_lazy("登记到检")),
    Step("close", RoundState.OPEN, RoundState.CLOSED, runs_health, None, gettext_lazy("结束本轮")),
])
# fmt: on
