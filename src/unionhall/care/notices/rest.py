"""What is told about recuperation: to branches when people are sought, to those chosen at every step."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def desk(obj: Any, user: Any) -> str:
    """The batch, where a branch recommends."""
    return reverse("care.rest.detail", args=[obj.pk])


def mine(obj: Any, user: Any) -> str:
    """What the union did for me."""
    return reverse("my.care")


define(
    "care.rest_open",
    label=_("疗休养推荐"),
    subject=_("%(record)s开始推荐人选"),
    body=_("名额%(places)s人；条件：%(criteria)s"),
    url=desk,
)
define(
    "care.rest_posted",
    label=_("疗休养公示"),
    subject=_("您已列入%(record)s人选，正在公示"),
    body=_("公示到%(until)s为止，期满无异议后确定名单。"),
    url=mine,
)
define(
    "care.rest_confirmed",
    label=_("疗休养成行"),
    subject=_("%(record)s的名单已确定，您可以成行"),
    body=_("%(place)s，%(begins_on)s出发，%(ends_on)s返回。不能参加的，请尽早告诉工会办公室。"),
    url=mine,
)
define(
    "care.rest_off",
    label=_("疗休养变动"),
    subject=_("您不再参加%(record)s"),
    body=_("%(reason)s"),
    url=mine,
)
