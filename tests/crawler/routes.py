"""Every address of the house, read from the URL resolver."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One named address. `params` are the parts of the path that vary; `fixed` what the declaration passes along."""

    name: str
    path: str
    params: tuple[str, ...]
    view: Callable[..., Any]

    def __str__(self) -> str:
        return self.name


def _walk(patterns: list[Any], before: str = "") -> Iterator[Route]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, before + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            path = before + str(pattern.pattern)
            yield Route(pattern.name or path, path, tuple(pattern.pattern.converters), pattern.callback)


@cache
def routes() -> list[Route]:
    """All routes, by name."""
    return sorted(_walk(get_resolver().url_patterns), key=lambda route: (route.name, route.path))
