"""Batches of payments and of vouchers in the background; each may run again after a crash and does nothing twice."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.funds.services import batches
from unionhall.jobs.registry import job
from unionhall.people.models import Person


@job("funds.pay_all", gettext_lazy("批量付款"))
def pay_all(
    progress: Any,
    *,
    by: User,
    requests: list[str],
    way: str,
    paid_on: str,
    reference: str = "",
    second: str | None = None,
) -> dict[str, Any]:
    """Pay these requests, each by itself."""
    day = date.fromisoformat(paid_on)
    other = Person.objects.filter(pk=second).first() if second else None
    facts = {"way": way, "paid_on": day, "reference": reference, "second": other}
    return _said(batches.pay_all(requests, by=by, progress=progress, **facts))


@job("funds.book_all", gettext_lazy("批量入账"))
def book_all(progress: Any, *, by: User, requests: list[str], on: str | None = None) -> dict[str, Any]:
    """Book these requests, each by itself."""
    day = date.fromisoformat(on) if on else None
    return _said(batches.book_all(requests, by=by, on=day, progress=progress))


def _said(outcome: batches.Outcome) -> dict[str, Any]:
    """What the job's page says, and where it leads; the first refusals in words."""
    text = _("办理%(done)s笔") % {"done": outcome.done}
    refused = [f"{number}：{reason}" for number, reason in outcome.refused[:20]]
    if outcome.refused:
        text += _("，未办理%(count)s笔：") % {"count": len(outcome.refused)} + "；".join(refused)
    return {"url": reverse("funds.requests.list"), "text": text}
