"""The gift of a festival, told to the book: who was entitled, how many have signed."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import Issue
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence


def of_issue(issue: Issue, user: Any) -> str:
    """The issue at the desk."""
    return reverse("care.issues.detail", args=[issue.pk])


def shown_for_issue(issue: Issue) -> Iterator[Evidence]:
    """What it is for, who was entitled, how many have signed (CARE-12)."""
    address = of_issue(issue, None)
    signed = issue.entitlements.issued().count()
    yield Evidence(PieceKind.PLAN, f"{issue.number} {issue.title}", address)
    yield Evidence(PieceKind.ROSTER, _("应领%(n)s人") % {"n": issue.entitlements.count()}, address)
    if signed:
        yield Evidence(PieceKind.SIGN_OFF, _("签收表：%(n)s人已签收") % {"n": signed}, address)


subjects.take(
    Issue, rows=lambda user: Issue.objects.visible_to(user), url=of_issue, evidence=shown_for_issue, in_part=True
)
