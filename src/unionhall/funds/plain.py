"""What modules above hand over: who is to be paid, and what evidence there is."""

from dataclasses import dataclass
from typing import Any

from unionhall.funds.kinds.pack import PieceKind


@dataclass(frozen=True)
class Payee:
    """Somebody on the roster, or by name a supplier or a person outside; `cash` and `goods` (their value) in fen."""

    person: Any = None
    name: str = ""
    cash: int = 0
    goods: int = 0
    text: str = ""


@dataclass(frozen=True)
class Evidence:
    """One piece of a pack: words, with the page of the record that shows it or the file attached.

    What `is_sealed` is opened at `url` by a POST of who may read it, record or no record.
    """

    kind: PieceKind
    text: str
    url: str = ""
    attachment: Any = None
    is_sealed: bool = False
