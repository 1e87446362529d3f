"""`/my/care/`, what the union did for one: a page made of parts that each side of care registers at start."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise

from unionhall.people.models import Person


@dataclass(frozen=True)
class Part:
    """One part of the page: its heading and the template of what stands below it, with what that template needs."""

    title: str | Promise
    template: str
    context: dict[str, Any] = field(default_factory=dict)

    def html(self, request: HttpRequest) -> str:
        """The part as it stands on the page."""
        return render_to_string(self.template, {"part": self} | self.context, request)


Source = Callable[[Person, Any], Part | None]
_sources: list[Source] = []
_last: list[Source] = []


def part(source: Source, *, last: bool = False) -> Source:
    """Register `source(person, user)`: one part about this person, or None when there is nothing; those that are `last`
    stand below all others. A decorator."""
    (_last if last else _sources).append(source)
    return source


def parts(person: Person, user: Any) -> list[Part]:
    """The parts that have something to say to this reader about themselves, in the order they registered."""
    return [found for source in (*_sources, *_last) if (found := source(person, user))]
