"""What the search box finds of proposals."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.proposals.models import Proposal
from unionhall.proposals.permissions import oversees
from unionhall.search import registry


def _page(proposal: Any, user: Any) -> str:
    """The committee's page for who oversees, the share for a department, else the phone's."""
    if oversees(user) and proposal.submitted_on:
        return reverse("proposals.detail", args=[proposal.pk])
    share = proposal.assignments.of(user).last()
    if share:
        return reverse("proposals.shares.detail", args=[share.pk])
    return reverse("my.proposals.detail", args=[proposal.pk])


registry.index(
    Proposal,
    kind=_("提案"),
    title=str,
    keywords=lambda proposal: [proposal.number, proposal.suggestion_number],
    text=lambda proposal: f"{proposal.grounds}\n{proposal.remedy}",
    about=lambda proposal: str(proposal.get_state_display()),
    url=_page,
)
