"""How prose refers to a figure: `[[activities.entries activity=… as=over from=2023-01-01 to=2023-12-31]]`.

A paragraph stores tokens and never numbers, so that a figure can be neither typed nor typed over
(docs/decisions: why paragraphs store tokens).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from django.utils.translation import gettext as _

from unionhall.accounts.models import Union
from unionhall.figures import registry, words
from unionhall.figures.scope import Scope
from unionhall.flows import Blocked

if TYPE_CHECKING:
    from unionhall.figures.readings import Reading

TOKEN = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
RESERVED = ("from", "to", "as")
SAFE = ":-_."


class BadToken(Blocked):
    """A token that says nothing: malformed, or naming what does not exist."""


@dataclass(frozen=True)
class Token:
    """A reference to one reading; `style` is how it is printed (see `words`)."""

    key: str
    first: date
    last: date
    filters: tuple[tuple[str, str], ...] = ()
    style: str = "exact"

    def __str__(self) -> str:
        names = [
            *self.filters,
            *([("as", self.style)] if self.style != "exact" else []),
            ("from", self.first.isoformat()),
            ("to", self.last.isoformat()),
        ]
        return f"[[{self.key} {' '.join(f'{name}={quote(value, safe=SAFE)}' for name, value in names)}]]"

    def styled(self, style: str) -> "Token":
        """The same reference, printed in another way."""
        return replace(self, style=style)

    def reading(self, union: Union) -> "Reading":
        """What it refers to in a union; raises UnknownFigure, UnknownFilter or BadPeriod (all refusals)."""
        return registry.get(self.key)(Scope(union, self.first, self.last).of(**dict(self.filters)))

    def checked(self, union: Union) -> "Token":
        """Itself, when the figure and everything it is narrowed to exist; else a refusal says what does not."""
        reading = self.reading(union)
        for name, value in self.filters:
            reading.figure.filters[name].name_of(value)
        return self


def parse(text: str) -> Token:
    """The token of a text with or without its brackets; raises BadToken with the reason."""
    inner = text.strip().removeprefix("[[").removesuffix("]]")
    key, *pairs = inner.split() or [""]
    named = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not (name and equals and value) or name in named:
            raise BadToken(_("数据标记“%(text)s”写得不完整：“%(pair)s”不是“名称=值”。") % {"text": text, "pair": pair})
        named[name] = unquote(value)
    if not key or "from" not in named or "to" not in named:
        raise BadToken(_("数据标记“%(text)s”写得不完整：应有数据名称和起止日期。") % {"text": text})
    filters = tuple(sorted((name, value) for name, value in named.items() if name not in RESERVED))
    style = _style(named.get("as", "exact"), text)
    return Token(key, _day(named["from"], text), _day(named["to"], text), filters, style)


def _day(value: str, text: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadToken(_("数据标记“%(text)s”里的“%(day)s”不是日期。") % {"text": text, "day": value}) from None


def _style(value: str, text: str) -> str:
    kind, colon, chosen = value.partition(":")
    if kind not in words.STYLES or (colon and not chosen.isdecimal()):
        raise BadToken(_("数据标记“%(text)s”里没有“%(style)s”这种写法。") % {"text": text, "style": value})
    return value


def parts(text: str) -> list[str | Token]:
    """Prose and tokens in their order; raises BadToken for a malformed one or a bracket left open."""
    found: list[str | Token] = []
    for index, piece in enumerate(TOKEN.split(text)):
        if index % 2:
            found.append(parse(piece))
        elif "[[" in piece or "]]" in piece:
            raise BadToken(_("有一处数据标记的方括号不成对：“%(piece)s”。") % {"piece": piece.strip()[:40]})
        elif piece:
            found.append(piece)
    return found


def tokens_in(text: str) -> list[Token]:
    """The tokens of a text, in order, repeats included."""
    return [part for part in parts(text) if isinstance(part, Token)]


def printed(text: str, say: Callable[[Token], str]) -> str:
    """The text with each token as `say` has it."""
    return "".join(part if isinstance(part, str) else say(part) for part in parts(text))


def harmless(text: object) -> str:
    """Text of a record (a title, a name) made unable to open a token."""
    return str(text).replace("[[", "［［").replace("]]", "］］")
