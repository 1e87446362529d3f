"""Which value of a rule holds on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from unionhall.kernel import clock
from unionhall.rulebook import registry
from unionhall.rulebook.models import RuleEntry
from unionhall.rulebook.registry import Checked, Rule

TONES = {Checked.LAW: "done", Checked.PARTLY: "going", Checked.SAMPLE: "wait", Checked.UNVERIFIED: "late"}


@dataclass(frozen=True)
class Ruling:
    """A rule as it holds on a day: the union's own row, or the default when `entry` is None."""

    rule: Rule
    entry: RuleEntry | None

    @property
    def text(self) -> str:
        """The value as kept."""
        return self.entry.text if self.entry else self.rule.text

    @property
    def value(self) -> Any:
        """The value with its type: int, Fraction, Decimal, Span, tuple of days, or str."""
        return self.rule.read(self.text)

    @property
    def shown(self) -> str:
        """The value with its unit, as a page shows it."""
        return self.rule.shown(self.text)

    @property
    def source(self) -> str:
        """The document and clause it rests on."""
        return f"{self.entry.source}{self.entry.article}" if self.entry else str(self.rule.citation)

    @property
    def checked(self) -> Checked:
        """How far it was compared with that document."""
        return Checked(self.entry.checked) if self.entry else self.rule.checked

    @property
    def is_unverified(self) -> bool:
        """Whether nobody has yet compared it with its source."""
        return self.checked == Checked.UNVERIFIED

    @property
    def tone(self) -> str:
        """The look of how far it was checked, among those of the pages' states."""
        return TONES[self.checked]

    @property
    def citation(self) -> str:
        """The source as a refusal quotes it, saying so where it was not checked."""
        return _("%(source)s（未核对）") % {"source": self.source} if self.is_unverified else self.source


def in_force(key: str, on: date | None = None) -> Ruling:
    """The ruling of one key on a day (today by default), in one query; raises KeyError for an unknown key."""
    rule = registry.get(key)
    return Ruling(rule, RuleEntry.objects.filter(key=key, valid_from__lte=on or clock.today()).first())


def all_in_force(on: date | None = None) -> Iterator[Ruling]:
    """Every rule as it holds on a day, by subject, in one query."""
    entries = RuleEntry.objects.filter(valid_from__lte=on or clock.today()).order_by("key", "-valid_from")
    latest = {key: next(rows) for key, rows in groupby(entries, key=lambda entry: entry.key)}
    return (Ruling(rule, latest.get(rule.key)) for rule in registry.all_rules())


def history(key: str) -> list[RuleEntry]:
    """The union's own rows of one key, newest first."""
    return list(RuleEntry.objects.filter(key=key).select_related("by"))
