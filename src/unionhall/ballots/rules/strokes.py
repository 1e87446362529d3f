"""Names in the order in which a ballot paper lists them: by the strokes of the surname (姓氏笔画)."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent.parent / "data" / "strokes.txt"
UNKNOWN = 1 << 20


def by_strokes(names: Iterable[str]) -> list[str]:
    """The names by number of strokes, then by stroke order 横竖撇点折; of one surname the shorter names first.

    A character outside the table comes after all others, by code point; so do names in letters.
    """
    return sorted(names, key=stroke_key)


def stroke_key(name: str) -> tuple:
    """What one name is sorted by."""
    name = name.strip().replace(" ", "").replace("\u3000", "")
    ranks = [_ranks().get(char, UNKNOWN + ord(char)) for char in name]
    return ranks[:1], len(name), ranks


@cache
def _ranks() -> dict[str, int]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    known = "".join(line for line in lines if not line.startswith("#"))
    return {char: rank for rank, char in enumerate(known)}
