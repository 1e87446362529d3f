"""What who wrote something down is told of the second person's word."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.notices.registry import define


def show(word: Any, user: Any) -> str:
    """The office reads what was said; whoever else wrote it down, the visit."""
    if in_office(user):
        return reverse("care.words.detail", args=[word.pk])
    return reverse("care.visits.detail", args=[word.visit.pk]) if word.visit else ""


define(
    "care.attestation.denied",
    label=_("第二人说不属实"),
    subject=_("您登记的%(record)s，另一人说不属实"),
    body=_("请与对方核对；登记有误的，请办公室作废或冲销后重新登记。"),
    url=show,
    confidential=True,
)
