"""What the search box finds of proposals."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.proposals.models import Proposal
from unionhall.proposals.permissions import oversees
from unionhall.search import registry


def _page(proposal: Any, user: Any) -> str:
    """The desk's page for who has the desk, else the phone's."""
    return reverse("proposals.detail" if oversees(user) else "my.proposals.detail", args=[proposal.pk])


registry.index(
    Proposal,
    kind=_("提案"),
    title=str,
    keywords=lambda proposal: [proposal.number, proposal.suggestion_number],
    text=lambda proposal: f"{proposal.grounds}\n{proposal.remedy}",
    about=lambda proposal: str(proposal.get_state_display()),
    url=_page,
)
