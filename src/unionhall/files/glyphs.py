"""Which characters a font can draw, read from the font itself: typst leaves out what it lacks without a word."""

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

SEGMENTED, RANGES = 4, 12  # the two forms of a character map that fonts of today carry
INVISIBLE = frozenset(map(ord, "\n\r\t\u200b\u200c\u200d\u2060\ufeff"))


@lru_cache(maxsize=8)
def drawable(font: Path) -> frozenset[int]:
    """The code points an OpenType font has glyphs for; raises ValueError when it has no map we know."""
    data = font.read_bytes()
    cmap = _table(data, b"cmap")
    offsets = {struct.unpack_from(">I", data, cmap + 8 + 8 * number)[0] for number in range(_u16(data, cmap + 2))}
    points: set[int] = set()
    for offset in offsets:
        form = _u16(data, cmap + offset)
        if form == RANGES:
            points.update(_ranges(data, cmap + offset))
        elif form == SEGMENTED:
            points.update(_segments(data, cmap + offset))
    if not points:
        raise ValueError(f"{font.name}: no character map of form 4 or 12")
    return frozenset(points) | INVISIBLE


def missing(texts: Iterator[str], font: Path) -> str:
    """The characters of the texts that the font cannot draw, each once, in the order met."""
    known = drawable(font)
    return "".join(dict.fromkeys(character for text in texts for character in text if ord(character) not in known))


def texts_in(data: Any) -> Iterator[str]:
    """Every string inside lists and dicts, keys included."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from texts_in([*data.keys(), *data.values()])
    elif isinstance(data, list | tuple):
        for item in data:
            yield from texts_in(item)


def _u16(data: bytes, at: int) -> int:
    return struct.unpack_from(">H", data, at)[0]


def _table(data: bytes, tag: bytes) -> int:
    for number in range(_u16(data, 4)):
        name, _checksum, offset, _length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if name == tag:
            return offset
    raise ValueError(f"no {tag.decode()} table: not an OpenType font")


def _ranges(data: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    for number in range(count):
        first, last, _glyph = struct.unpack_from(">III", data, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _segments(data: bytes, at: int) -> Iterator[int]:
    width = _u16(data, at + 6)
    for number in range(0, width, 2):
        last, first = _u16(data, at + 14 + number), _u16(data, at + 16 + width + number)
        if first < 0xFFFF:
            yield from range(first, last + 1)
