"""Long work leaves the request. Pages say what is to be done; the jobs engine, a floor above, carries it out."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise

from unionhall.accounts.models import User

Text = str | Promise
Work = Callable[..., dict[str, Any]]
Carrier = Callable[..., str]
_works: dict[str, tuple[Text, Work]] = {}
_carriers: list[Carrier] = []


def work(key: str, label: Text) -> Callable[[Work], Work]:
    """Register `fn(progress, *, by, **plain_arguments) -> {"url": where to go then}`; it may run twice."""

    def register(fn: Work) -> Work:
        _works[key] = (label, fn)
        return fn

    return register


def works() -> Iterator[tuple[str, Text, Work]]:
    """Everything that can be carried out: key, label, function."""
    for key, (label, fn) in _works.items():
        yield key, label, fn


def carried_by(carrier: Carrier) -> None:
    """Tell who carries work out: `carrier(key, by=, **arguments)` returns the address where it can be watched."""
    _carriers[:] = [carrier]


def start(key: str, *, by: User, **arguments: Any) -> str:
    """Hand work over and return where to watch it; without a carrier do it now and return where it leads."""
    if _carriers:
        return _carriers[0](key, by=by, **arguments)
    return _works[key][1](_unwatched, by=by, **arguments)["url"]


def _unwatched(done: int, total: int = 0, text: str = "") -> None:
    """Progress nobody watches."""
