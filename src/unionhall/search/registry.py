"""What can be found. A module declares its nouns in `search.py`: what is indexed of each, and where a hit leads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office


@dataclass(frozen=True)
class Indexed:
    """One kind of record in the index. Its manager's `visible_to(user)` decides who finds what."""

    model: type[models.Model]
    kind: str | Promise
    title: Callable[[Any], str]
    url: Callable[[Any, User], str]
    text: Callable[[Any], str]
    about: Callable[[Any], str]
    keywords: Callable[[Any], Iterable[str]]
    names: Callable[[Any], Iterable[str]]
    secrets: Callable[[Any], Iterable[str]]
    secrets_for: Callable[..., bool]
    related: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its name in addresses and in the index: `people.person`."""
        return self.model._meta.label_lower


_kinds: dict[str, Indexed] = {}


def index(
    model: type[models.Model],
    *,
    kind: str | Promise,
    title: Callable[[Any], str],
    url: Callable[[Any, User], str],
    text: Callable[[Any], str] = lambda obj: "",
    about: Callable[[Any], str] = lambda obj: "",
    keywords: Callable[[Any], Iterable[str]] = lambda obj: (),
    names: Callable[[Any], Iterable[str]] = lambda obj: (),
    secrets: Callable[[Any], Iterable[str]] = lambda obj: (),
    secrets_for: Callable[..., bool] = in_office,
    related: tuple[str, ...] = (),
) -> None:
    """Make a model findable from now on, by every save of a row.

    `title`, `text` and `keywords` (numbers, codes) are found by their words, `names` also by pinyin, `secrets`
    (numbers of encrypted columns) by keyed hash, whole or by last digits, and only for whom `secrets_for` admits,
    since a hit tells whose number it is. Encrypted text belongs in none of the others. `about` is shown beside the
    title and not indexed, `related` names the records it reads; `url(obj, user)` is where a hit leads this reader.
    """
    entry = Indexed(model, kind, title, url, text, about, keywords, names, secrets, secrets_for, related)
    _kinds[entry.key] = entry


def get(key: str) -> Indexed | None:
    """The kind of that name, or None when it is not indexed."""
    return _kinds.get(key)


def of(record: models.Model) -> Indexed:
    """The kind of a record; raises KeyError when records like it are not indexed."""
    return _kinds[record._meta.label_lower]


def kinds() -> list[Indexed]:
    """Every kind, in the order of declaration: the order in which results are grouped."""
    return list(_kinds.values())


def forget(model: type[models.Model]) -> None:
    """Take a kind out again, which tests do after themselves."""
    _kinds.pop(model._meta.label_lower, None)
