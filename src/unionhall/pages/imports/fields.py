"""The columns an import knows, and which header means which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from unionhall.kernel.text import squeezed
from unionhall.pages.imports.clean import Cleaner, text

_TEXT = text()
_ASIDE = re.compile(r"[(\[【].*?[)\]】]|[*:：?]")


@dataclass(frozen=True)
class Field:
    """One column of an import: its `words` are the headers that mean it besides its label.

    `clean(cell)` gives the value or raises `clean.Bad`; it is not called for an empty cell.
    """

    name: str
    label: str | Promise
    words: tuple[str, ...] = ()
    required: bool = False
    clean: Cleaner = _TEXT

    def meaning(self) -> list[str]:
        """Every header that means this field, as headers are compared."""
        return [meaning_of(word) for word in (str(self.label), *self.words)]


def meaning_of(header: Any) -> str:
    """A header as it is compared: no white space, stars or remarks in brackets (`姓 名*（必填）` is 姓名)."""
    return _ASIDE.sub("", squeezed(header)).lower()


def match(headers: Sequence[str], fields: Sequence[Field]) -> dict[str, int]:
    """Which column holds which field, by name; a header used once, the closest wording first, then the order."""
    meanings = [meaning_of(header) for header in headers]
    close = [
        (_closeness(meaning, field.meaning()), -at, field.name)
        for field in fields
        for at, meaning in enumerate(meanings)
        if meaning
    ]
    found: dict[str, int] = {}
    for score, at, name in sorted(close, reverse=True):
        if score and name not in found and -at not in found.values():
            found[name] = -at
    return found


def _closeness(header: str, words: list[str]) -> float:
    """1 for the word itself, the shared part for a longer or shorter wording of at least half, else 0."""
    if header in words:
        return 1.0
    shares = [
        min(len(word), len(header)) / max(len(word), len(header))
        for word in words
        if len(word) > 1 and len(header) > 1 and (word in header or header in word)
    ]
    return max((share for share in shares if share >= 0.5), default=0.0) * 0.9
