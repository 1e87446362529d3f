"""Every `Pages` and `ImportPages` of the house by its name, for what works on all of them: jobs, batteries."""

from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver

_declared: dict[str, Any] = {}


def register(name: str, declaration: Any) -> None:
    """Keep a declaration under its name; raises ValueError for a name that is taken."""
    if name in _declared:
        raise ValueError(f"{name}: declared twice")
    _declared[name] = declaration


def declared() -> Iterator[Any]:
    """Every declaration whose module has been loaded."""
    yield from _declared.values()


def named(name: str) -> Any:
    """The declaration of that name."""
    if name not in _declared:
        get_resolver().url_patterns  # noqa: B018  a worker has served no page yet, so nothing is declared there
    return _declared[name]
