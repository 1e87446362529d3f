"""What hundreds ask for in the same moment is worked out once for all of them, in each process."""

from collections.abc import Callable, Hashable
from time import monotonic
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Shared(Generic[Found]):
    """Answers by key, each kept for `seconds`: that much later a reader may be told of a change, so keep it small."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._kept: dict[Hashable, tuple[float, Found]] = {}

    def get(self, key: Hashable, work_out: Callable[[], Found]) -> Found:
        """The answer of the last moment, else a new one; those that are over are forgotten."""
        now = monotonic()
        known = self._kept.get(key)
        if known and now - known[0] < self.seconds:
            return known[1]
        found = work_out()
        self._kept = {other: kept for other, kept in self._kept.items() if now - kept[0] < self.seconds}
        self._kept[key] = (now, found)
        return found
