"""Who is told of a request: by its number and amount, never by its title, which may be confidential."""

from collections.abc import Iterable
from typing import Any

from unionhall.accounts.models import User
from unionhall.funds.models import SpendingRequest
from unionhall.kernel.money import shown
from unionhall.notices import services as notices


def tell(key: str, request: SpendingRequest, to: User | Iterable[User], **context: Any) -> None:
    """Send one notice about a request, after commit."""
    notices.after_commit(f"funds.{key}", request, to=to, number=request.number, amount=shown(request.amount), **context)
