"""What those who go on visits are told; never what happened."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.notices.registry import define


def _task(task: Any, user: Any) -> str:
    """The desk's page for the office, else the phone's."""
    return reverse("care.tasks.detail" if in_office(user) else "my.care.tasks.fulfil", args=[task.pk])


define(
    "care.task_due",
    label=_("走访任务"),
    subject=_("有一项走访任务：%(record)s"),
    body=_("请在%(by_day)s前走访，走访人不少于两人。"),
    url=_task,
    confidential=True,
)
define(
    "care.task_soon",
    label=_("走访任务将到期"),
    subject=_("走访任务快到期了：%(record)s"),
    body=_("请在%(by_day)s前走访；已联系的，请登记联系日期。"),
    url=_task,
    confidential=True,
)
define(
    "care.task_late",
    label=_("走访任务逾期"),
    subject=_("走访任务逾期未办：%(record)s"),
    body=_("应在%(by_day)s前走访，现在还没有登记。请督促或改派。"),
    url=_task,
    confidential=True,
)
