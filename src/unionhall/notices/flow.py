"""The states of an e-mail. The deliverer moves it on by itself; only a second try is somebody's step."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.flows import Flow, Step


class State(models.TextChoices):
    WAITING = "waiting", _("待发送")
    SENT = "sent", _("已发送")
    FAILED = "failed", _("发送失败")
    KEPT = "kept", _("未配置邮件，仅存记录")


FLOW = Flow(
    "notices",
    State,
    [
        Step("retry", (State.FAILED, State.KEPT), State.WAITING, in_office, label=_("重新发送")),
    ],
)
