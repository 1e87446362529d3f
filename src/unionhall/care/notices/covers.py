"""What is told about claims on a cover: to the office that one was asked for, to the member how it stands."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def desk(obj: Any, user: Any) -> str:
    """The claim at the desk."""
    return reverse("care.claims.detail", args=[obj.pk])


def own(obj: Any, user: Any) -> str:
    """One's own cover, with what was asked of it."""
    return reverse("my.care.covers.detail", args=[obj.cover_id])


define("care.claim_filed", label=_("给付申请"), subject=_("有一笔给付申请待上报"), url=desk, confidential=True)
define(
    "care.claim_moved",
    label=_("给付进展"),
    subject=_("您的给付申请：%(state)s"),
    body=_("%(words)s"),
    url=own,
    confidential=True,
)
