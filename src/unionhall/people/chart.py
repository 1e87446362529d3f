"""The organisation chart as a picture: where each box stands, for an SVG without a script."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from unionhall.kernel import clock
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit
from unionhall.people.selectors.organisation import unit_sizes
from unionhall.people.selectors.posts import leaders_of_units

WIDTH, HEIGHT, GAP, TOP = 132, 34, 10, 70


@dataclass(frozen=True)
class Box:
    """One unit: its place, its words, and the line that hangs it below another."""

    x: int
    y: int
    name: str
    under: str
    kind: str
    line: str = ""

    @property
    def middle(self) -> int:
        """Where its words are centred."""
        return self.x + WIDTH // 2

    @property
    def first_line(self) -> int:
        """The height of the name."""
        return self.y + 15

    @property
    def second_line(self) -> int:
        """The height of what stands below the name."""
        return self.y + 28


@dataclass
class Chart:
    """The whole picture with its size in pixels."""

    width: int
    height: int
    boxes: list[Box] = field(default_factory=list)


def draw() -> Chart:
    """The union above, its branches side by side with their groups below them, the stations last. Four queries."""
    units = list(Unit.objects.standing(clock.today()).select_related("parent").order_by("order", "name"))
    columns = [unit for unit in units if unit.kind == UnitKind.BRANCH]
    stations = [unit for unit in units if unit.kind == UnitKind.STATION]
    words = _words()
    count = len(columns) + bool(stations)
    chart = Chart(max(count, 1) * (WIDTH + GAP) + GAP, 0)
    root = next((unit for unit in units if unit.kind == UnitKind.UNION), None)
    if root:
        chart.boxes.append(Box((chart.width - WIDTH) // 2, GAP, root.name, words.get(root.pk, ""), root.kind))
    for at, branch in enumerate(columns):
        groups = [unit for unit in units if unit.parent_id == branch.pk]
        chart.boxes += _column(chart, at, [branch, *groups], words)
    if stations:
        chart.boxes += _column(chart, len(columns), stations, words)
    chart.height = max((box.y for box in chart.boxes), default=0) + HEIGHT + GAP
    return chart


def _words() -> dict:
    """What stands below each name: who leads the unit, and how many members it has."""
    sizes, leaders = unit_sizes(), leaders_of_units()
    return {
        key: " · ".join(filter(None, (leaders.get(key, ""), str(sizes.get(key, "") or ""))))
        for key in sizes.keys() | leaders.keys()
    }


def _column(chart: Chart, at: int, units: list[Unit], words: dict) -> Iterator[Box]:
    """A branch with its groups below it, each hanging from the line at its left."""
    x = GAP + at * (WIDTH + GAP)
    for row, unit in enumerate(units):
        y = TOP + row * (HEIGHT + GAP)
        top = f"M{chart.width // 2},{GAP + HEIGHT} V{TOP - GAP} H{x + WIDTH // 2} V{y}"
        line = top if row == 0 else f"M{x + WIDTH // 2},{y - GAP} V{y}"
        yield Box(x, y, unit.name, words.get(unit.pk, ""), unit.kind, line)
