"""What becomes of a motion that is referred: modules above say so in `ready()`, and act in the same transaction."""

from collections.abc import Callable
from typing import Any

_takers: list[Callable[..., Any]] = []


def take(taker: Callable[..., Any]) -> None:
    """Register `taker(motion, by=user)`."""
    _takers.append(taker)


def hand_over(motion: Any, *, by: Any) -> None:
    """Let each taker make of a referred motion what it is for them; a Refusal of theirs undoes the referral."""
    for taker in _takers:
        taker(motion, by=by)
