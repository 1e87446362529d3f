"""Records of which readers of the trail may not even learn that they exist, told by the modules that keep them."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

_hidden: dict[str, Callable[..., bool]] = {}


def hide(*kinds: str, who: Callable[..., bool]) -> None:
    """Keep events about these kinds from readers of the trail whom `who(user)` does not admit.

    A kind is a model's label (`care.hardshipfile`) or the name of a list that is exported (`care.hardship.list`).
    """
    _hidden.update(dict.fromkeys(kinds, who))


def beyond(user: Any) -> Q:
    """The events this reader may not know of."""
    return Q(subject_type__in=[kind for kind, who in _hidden.items() if not who(user)])
