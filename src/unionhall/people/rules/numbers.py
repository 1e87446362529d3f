"""Staff numbers, whether Excel kept them as text or made numbers of them."""

from collections.abc import Iterable

from unionhall.kernel.text import squeezed


def bare(cell: object) -> str:
    """A staff number as written: 12.0 is `12`, full-width digits are narrow, spaces are gone."""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return squeezed("" if cell is None else cell)


def padded_width(numbers: Iterable[str]) -> int:
    """The widest convention of leading zeros among staff numbers, 0 when none has leading zeros."""
    return max((len(number) for number in numbers if number.isdigit() and number.startswith("0")), default=0)


def padded(number: str, width: int) -> str:
    """A staff number in the convention: `12` is `00012` where numbers are five wide."""
    return number.zfill(width) if number.isdigit() else number
