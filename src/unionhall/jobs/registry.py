"""What can be run in the background: jobs somebody asks for, and rounds the ticker makes by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Work = Callable[..., dict[str, Any] | None]
Round = Callable[[], object]


@dataclass(frozen=True)
class Spec:
    """A registered job: its key, what users read, and the function that does it."""

    key: str
    label: str | Promise
    work: Work


@dataclass(frozen=True)
class Regular:
    """A function the ticker calls every so many seconds in the scope of each active union."""

    seconds: float
    work: Round


_jobs: dict[str, Spec] = {}
_rounds: list[Regular] = []


def job(key: str, label: str | Promise = "") -> Callable[[Work], Work]:
    """Register `fn(progress, *, by, **arguments) -> dict` under a key.

    It runs in the union's scope as the user who asked. `arguments` are plain JSON values; the dict it returns is kept
    on the job, and a `url` in it is where the page leads when done. It may run again after a crash, so it is
    idempotent. Call `progress(done, total, text)` between steps and outside transactions: it is also where a
    cancelled job stops.
    """

    def register(work: Work) -> Work:
        _jobs[key] = Spec(key, label or key, work)
        return work

    return register


def get(key: str) -> Spec:
    """The job of that key; KeyError for an unknown one."""
    return _jobs[key]


def every(seconds: float) -> Callable[[Round], Round]:
    """Register `fn()` for the ticker; several tickers may run at once, so it must bear company."""

    def register(work: Round) -> Round:
        _rounds.append(Regular(seconds, work))
        return work

    return register


def rounds() -> list[Regular]:
    """Everything the ticker does."""
    return list(_rounds)
