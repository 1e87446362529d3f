"""What a preview consists of."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from unionhall.people.exchange.columns import LABELS
from unionhall.people.exchange.reading import Entry
from unionhall.people.models import Person

KINDS = ("new", "changed", "unchanged", "left", "error")


@dataclass(frozen=True)
class Change:
    """One field that differs, in words; what is secret is not said."""

    name: str
    old: str
    new: str

    @property
    def label(self) -> str:
        """The field's name on the page."""
        return str(LABELS.get(self.name) or Person._meta.get_field(self.name).verbose_name)


@dataclass
class Line:
    """One line of the preview: a row of the sheet, or (`number` 0) somebody who is no longer in it."""

    number: int
    staff_no: str
    name: str
    kind: str = "unchanged"
    entry: Entry | None = None
    person: Person | None = None
    reasons: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def touches(self, *names: str) -> bool:
        """Whether one of these fields changes."""
        return any(change.name in names for change in self.changes)

    @property
    def leaves(self) -> bool:
        """Whether this is somebody to be taken as having left."""
        return self.kind == "left" and not self.reasons

    @property
    def retires(self) -> bool:
        """Whether the row tells that somebody known has retired."""
        return bool(self.entry and self.entry.has_retired and self.touches("employment"))


@dataclass(frozen=True)
class Places:
    """Departments, branches and groups by name; groups as (branch, group)."""

    departments: list[str]
    branches: list[str]
    groups: list[tuple[str, str]]

    def __bool__(self) -> bool:
        return bool(self.departments or self.branches or self.groups)

    def __iter__(self):
        yield from self.departments
        yield from self.branches
        yield from (f"{branch}－{group}" for branch, group in self.groups)


@dataclass
class Comparison:
    """Every line, the day the roster describes, and the places nobody has heard of yet."""

    lines: list[Line]
    as_of: date
    unknown: Places

    @property
    def counts(self) -> dict[str, int]:
        """How many lines of each kind, all five named."""
        found = Counter(line.kind for line in self.lines)
        return {kind: found[kind] for kind in KINDS}

    def of(self, *kinds: str) -> list[Line]:
        """The lines of some kinds, in the order of the sheet."""
        return [line for line in self.lines if line.kind in kinds]

    @property
    def moved(self) -> list[Line]:
        """Who changed department."""
        return [line for line in self.lines if line.touches("department")]

    @property
    def renamed(self) -> list[Line]:
        """Who changed name."""
        return [line for line in self.lines if line.touches("name")]

    @property
    def retired(self) -> list[Line]:
        """Who retired."""
        return [line for line in self.lines if line.retires]
