"""What stands on a home page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Text = str | Promise
SHOWN = 5  # things of one kind on a home page


@dataclass(frozen=True)
class Waiting:
    """Something that waits for this user (待我办理): a sentence, where to do it, and by when. `count` is how many it is
    when one line tells of several."""

    text: Text
    url: str
    due_on: date | None = None
    count: int = 1


@dataclass(frozen=True)
class Missing:
    """What a union has to have before a kind of work can go on, and has not yet: a sentence that says what stands still,
    where it is seen to, who may do it there, and who that is in words."""

    text: Text
    url: str
    who: Callable[..., bool]
    whose: Text


def most_urgent(
    rows: models.QuerySet, say: Callable[..., Waiting], *, what: Text, url: str, shown: int = SHOWN
) -> Iterator[Waiting]:
    """The first of `rows`, which come most urgent first, as `say(row)` tells them, and how many more the list at `url`
    holds, due when the next of them is. Two queries at most."""
    first = list(rows[: shown + 1])
    yield from map(say, first[:shown])
    if len(first) > shown:
        left = rows.count() - shown
        yield Waiting(_("另有%(n)s项：%(what)s") % {"n": left, "what": what}, url, say(first[shown]).due_on, left)


def how_many(items: Iterable[Waiting]) -> int:
    """How many things these lines tell of."""
    return sum(item.count for item in items)


@dataclass(frozen=True)
class News:
    """Something that happened in a matter of this user: a sentence, where to read it, and when."""

    text: Text
    url: str
    at: datetime
