"""Charts drawn on the server: SVG whose bars are links that open their lists, with a table under every chart.

No chart library: twelve bars need no 700 kB, a link works without script, and a printed page keeps its picture
(docs/decisions: charts are drawn on the server). Geometry is in units of a 360 unit wide drawing, so that on a phone one unit
is one pixel and the figures can be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from unionhall.pages.values import words

Text = str | Promise
WIDTH, HEIGHT, TOP, FOOT = 360, 132, 18, 18
GAP = 0.3


@dataclass(frozen=True)
class Bar:
    """One value: what it is of, the number, and the list it opens (empty: none)."""

    label: Text
    value: Any
    url: str = ""

    @property
    def said(self) -> str:
        """The number as it stands over the bar and in the table."""
        return words(self.value)


@dataclass(frozen=True)
class Drawn:
    """A bar with its place in the drawing."""

    bar: Bar
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def over(self) -> float:
        """Where the number stands."""
        return self.y - 4

    @property
    def beside(self) -> float:
        """Where the number stands beside a lying bar."""
        return self.x + self.width + 5

    @property
    def line(self) -> float:
        """The line its words stand on beside a lying bar."""
        return self.y + self.height - 3


@dataclass(frozen=True)
class Columns:
    """Upright bars side by side: the months of a year. `color` is one of the six, c1 to c6."""

    title: Text
    bars: Sequence[Bar]
    unit: Text = ""
    color: str = "c1"
    heading: Text = ""

    width, height, base, foot = WIDTH, HEIGHT, HEIGHT - FOOT, HEIGHT - 4

    @property
    def drawn(self) -> list[Drawn]:
        """Every bar in its place; the highest fills the drawing."""
        step, top = WIDTH / len(self.bars), max((bar.value or 0 for bar in self.bars), default=0)
        return [
            Drawn(
                bar,
                round((at + GAP / 2) * step, 1),
                round(self.base - self._height(bar, top), 1),
                round(step * (1 - GAP), 1),
                self._height(bar, top),
            )
            for at, bar in enumerate(self.bars)
        ]

    def _height(self, bar: Bar, top: Any) -> float:
        return round(float(bar.value / top) * (self.base - TOP), 1) if bar.value and top else 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not any(bar.value for bar in self.bars)


ROW, LABELS, NUMBERS = 24, 108, 44


@dataclass(frozen=True)
class Rows:
    """Bars lying one under another, each beside its name: departments, categories. `color` is one of the six, c1 to c6."""

    title: Text
    bars: Sequence[Bar]
    unit: Text = ""
    color: str = "c1"
    heading: Text = ""

    width, start = WIDTH, LABELS

    @property
    def height(self) -> int:
        """As high as it has bars."""
        return ROW * len(self.bars)

    @property
    def drawn(self) -> list[Drawn]:
        """Every bar in its place; the longest fills the drawing."""
        top = max((bar.value or 0 for bar in self.bars), default=0)
        return [Drawn(bar, LABELS, ROW * at + 5, self._length(bar, top), ROW - 10) for at, bar in enumerate(self.bars)]

    def _length(self, bar: Bar, top: Any) -> float:
        return round(float(bar.value / top) * (WIDTH - LABELS - NUMBERS), 1) if bar.value and top else 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not any(bar.value for bar in self.bars)
