"""One line of the table, and how a figure is taken."""

import json
import statistics
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Measure:
    """What was done, the target, and what came out, in words."""

    work: str
    target: str
    value: str

    def tell(self) -> None:
        """Hand it to the process that prints the table."""
        print(json.dumps(asdict(self), ensure_ascii=False), flush=True)


def seconds(act: Callable[[], Any]) -> float:
    """How long an act takes, once."""
    begun = perf_counter()
    act()
    return perf_counter() - begun


def milliseconds(act: Callable[[], Any], times: int = 15) -> tuple[float, float]:
    """Median and slowest of some repetitions, the first one thrown away."""
    act()
    taken = [seconds(act) * 1000 for _ in range(times)]
    return statistics.median(taken), max(taken)


def percentile(taken: Iterable[float], share: float) -> float:
    """The value below which that share of the figures lies."""
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
