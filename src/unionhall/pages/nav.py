"""What modules tell the frames about themselves, in their `apps.ready()`: rooms, offers, what waits, news, homes, what is missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.urls import get_urlconf, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import is_signed_in
from unionhall.pages.desk import Missing, News, Waiting

Text = str | Promise
Predicate = Callable[..., bool]
# The nine rooms of the desk, in their order: the character on the door and what is inside.
ROOMS = {
    "人": _("人：花名册与组织"),
    "会": _("会：职代会与提案"),
    "暖": _("暖：走访与帮扶"),
    "权": _("权：诉求与协商"),
    "活": _("活：活动与社团"),
    "家": _("家：建家与荣誉"),
    "账": _("账：经费"),
    "文": _("文：制度与档案"),
    "年": _("年：计划与述职"),
}


@cache
def _address(name: str, _urlconf: str | None) -> str:
    """Found once: every page of the desk asks where each of a user's doors leads."""
    return reverse(name)


@dataclass(frozen=True, eq=False)
class Entry:
    """A door to a page: label, URL name, who has it, icon; of the doors in one room the smaller rank comes first.

    An entry is only itself: comparing two by their labels would translate both, hundreds of times for one page.
    """

    label: Text
    url_name: str
    who: Predicate = is_signed_in
    icon: str = ""
    rank: int = 0

    @property
    def url(self) -> str:
        return _address(self.url_name, get_urlconf())


@dataclass(frozen=True)
class Room:
    """One of the nine rooms as a user sees it: the character on its door, what is inside, its lists."""

    glyph: str
    label: Text
    entries: list[Entry]


_rooms: dict[str, list[Entry]] = {room: [] for room in ROOMS}
_offers: list[Entry] = []
_homes: list[Entry] = []
_waiting: list[Callable[[Any], Iterable[Waiting]]] = []
_news: list[Callable[[Any], Iterable[News]]] = []
_missing: list[tuple[Callable[[], Iterable[Missing]], Predicate]] = []


def room(key: str, label: Text, name: str, *, who: Predicate = is_signed_in, icon: str = "", rank: int = 0) -> None:
    """A list in one of the nine rooms of the office; a room opens into its first list."""
    _rooms[key].append(Entry(label, name, who, icon, rank))


def offer(label: Text, name: str, *, icon: str, who: Predicate = is_signed_in, rank: int = 0) -> None:
    """Something a member can start, in the grid of /my; what has a larger rank comes after the others."""
    _offers.append(Entry(label, name, who, icon, rank))


def waiting(source: Callable[[Any], Iterable[Waiting]]) -> Callable[[Any], Iterable[Waiting]]:
    """Register `source(user)`: what waits for the user in this module. Usable as a decorator."""
    _waiting.append(source)
    return source


def news(source: Callable[[Any], Iterable[News]]) -> Callable[[Any], Iterable[News]]:
    """Register `source(user)`: what happened lately in the user's matters. Usable as a decorator."""
    _news.append(source)
    return source


def missing(source: Callable[[], Iterable[Missing]], *, who: Predicate) -> None:
    """Register `source()`: what the union has yet to set up in this module, first things first; asked only for those
    whom `who` admits, so that members' pages pay nothing for it."""
    _missing.append((source, who))


def landing(name: str, *, who: Predicate = is_signed_in, label: Text = "", rank: int = 0) -> None:
    """A home page for those the predicate admits; the first that admits, smaller ranks before others, is where they land."""
    _homes.append(Entry(label, name, who, rank=rank))


def rooms(user: Any) -> list[Room]:
    """The rooms this user has; empty rooms are absent."""
    found = (
        Room(glyph, label, [entry for entry in sorted(_rooms[glyph], key=lambda entry: entry.rank) if entry.who(user)])
        for glyph, label in ROOMS.items()
    )
    return [room for room in found if room.entries]


def offers(user: Any) -> list[Entry]:
    """What this user may start; what they may not is absent, not grey."""
    return [entry for entry in sorted(_offers, key=lambda entry: entry.rank) if entry.who(user)]


def waiting_for(user: Any) -> list[Waiting]:
    """Everything that waits for this user, soonest first, undated last."""
    return sorted((item for source in _waiting for item in source(user)), key=lambda item: item.due_on or date.max)


def news_for(user: Any) -> list[News]:
    """What happened in this user's matters, newest first."""
    return sorted((item for source in _news for item in source(user)), key=lambda item: item.at, reverse=True)


def missing_for(user: Any) -> list[Missing]:
    """What the union has yet to set up, in the order it is done; without an address where it is not this user's to do."""
    found = (item for source, who in _missing if who(user) for item in source())
    return [item if item.who(user) else replace(item, url="") for item in found]


def home_of(user: Any) -> str:
    """The address of the home page this user lands on, or empty when no module offers one."""
    return next((entry.url for entry in sorted(_homes, key=lambda entry: entry.rank) if entry.who(user)), "")
