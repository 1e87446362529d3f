"""Every address of the house, read from the URL resolver."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Route:
    """One named address. `params` are the parts of the path that vary; `model` the records a declaration shows.

    Two addresses of one URL name are told apart by their parts: `people.register pk+kind`.
    """

    name: str
    path: str
    params: tuple[str, ...]
    model: type[models.Model] | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.name

    def address(self, *values: Any) -> str:
        """The address with its parts filled in."""
        return reverse(self.name.split()[0], args=values)


def _walk(patterns: list[Any], before: str = "") -> Iterator[Route]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            pages = pattern.default_args.get("pages")
            yield Route(pattern.name or path, path, tuple(pattern.pattern.converters), pages and pages.model)


@cache
def routes() -> list[Route]:
    """All routes, by name."""
    found = list(_walk(get_resolver().url_patterns))
    times = Counter(route.name for route in found)
    told_apart = (
        replace(route, name=f"{route.name} {'+'.join(route.params)}") if times[route.name] > 1 else route
        for route in found
    )
    return sorted(told_apart, key=lambda route: route.name)
