"""Where a reader finds a request: at the desk, or among their own."""

from typing import Any

from django.urls import reverse

from unionhall.funds.models import SpendingRequest
from unionhall.funds.permissions.spending import may_list


def of_request(request: SpendingRequest, user: Any) -> str:
    """The desk's page for who has the desk, else one's own: whoever asked has one, with or without a post."""
    return reverse("funds.requests.detail" if may_list(user) else "my.requests.detail", args=[request.pk])
