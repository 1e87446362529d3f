"""What a household is told about its file, and nobody else. All of it is confidential."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def own(obj: Any, user: Any) -> str:
    """The file on the phone of whoever's it is."""
    return reverse("my.care.hardship.detail", args=[obj.pk])


def desk(obj: Any, user: Any) -> str:
    """The file at the desk."""
    return reverse("care.hardship.detail", args=[obj.pk])


def objected(obj: Any, user: Any) -> str:
    """The posting an objection is to, at the desk."""
    return reverse("care.notices.detail", args=[obj.notice_id])


define("care.hardship.applied", label=_("帮扶申请"), subject=_("有一份帮扶申请待核实"), url=desk, confidential=True)
define(
    "care.hardship.confirm",
    label=_("帮扶申请初核"),
    subject=_("有一份帮扶申请请您初核"),
    body=_("内容只供您初核，请勿向他人透露；您的查看会告诉申请人。"),
    url=lambda obj, user: reverse("my.care.checks_of_requests.detail", args=[obj.pk]),
    confidential=True,
)
define(
    "care.hardship.moved",
    label=_("帮扶申请进展"),
    subject=_("您的帮扶申请：%(state)s"),
    body=_("%(words)s"),
    url=own,
    confidential=True,
)
define(
    "care.notice.objected",
    label=_("公示异议"),
    subject=_("公示收到异议，请在%(due)s前答复"),
    url=objected,
    confidential=True,
)
define(
    "care.notice.late",
    label=_("公示异议逾期"),
    subject=_("公示异议逾期未答复，应在%(due)s前答复"),
    url=objected,
    confidential=True,
)
define(
    "care.notice.answered",
    label=_("公示异议答复"),
    subject=_("您提出的异议已答复"),
    body=_("%(words)s"),
    url=lambda obj, user: reverse("my.care.notices"),
    confidential=True,
)
