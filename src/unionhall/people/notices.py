"""What people are told about their membership, their corrections and terms that end."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def _mine(obj: Any, user: Any) -> str:
    return reverse("people.mine")


def _membership(spell: Any, user: Any) -> str:
    return reverse("people.memberships.detail", args=[spell.pk])


define(
    "people.applied", label=_("入会申请待初审"), subject=_("有一份入会申请等您初审"), body="%(record)s", url=_membership
)
define(
    "people.approved",
    label=_("入会获准"),
    subject=_("您的入会申请已获批准"),
    url=_mine,
    body=_("欢迎加入工会。会员证号和起缴会费的月份在“我的”页可以看到。"),
)
define(
    "people.declined", label=_("入会未获准"), subject=_("您的入会申请未获批准"), body=_("理由：%(reason)s"), url=_mine
)
define(
    "people.corrected", label=_("更正申请已处理"), subject=_("您申请更正的一项已有答复"), body="%(reply)s", url=_mine
)
define(
    "people.term_due",
    label=_("届期将满"),
    subject=_("%(record)s还有%(days)s天届满"),
    body=_("到期应如期换届，提前或延期须经上一级工会批准（工会章程第二十六条）。"),
    url=lambda term, user: reverse("people.terms.detail", args=[term.pk]),
)
