"""Verbs as pages take them."""

from collections.abc import Callable
from typing import Any

from unionhall.accounts.models import User


def staying(service: Callable[..., Any]) -> Callable[..., None]:
    """The verb as a page that stays at its record takes it, whatever the verb makes."""

    def act(obj: Any, *, by: User, **facts: Any) -> None:
        service(obj, by=by, **facts)

    return act
