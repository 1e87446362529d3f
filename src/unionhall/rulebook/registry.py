"""The rules the house knows, each with its default. Modules declare theirs in `rulebook_entries.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.rulebook import kinds
from unionhall.rulebook.subjects import SUBJECTS

Text = str | Promise
NATIONWIDE = gettext_lazy("全国")


class Checked(models.TextChoices):
    """How far the value was compared with the text it rests on."""

    LAW = "L", gettext_lazy("已核对全文")
    PARTLY = "P", gettext_lazy("已核对节选")
    SAMPLE = "S", gettext_lazy("参照其他单位做法")
    UNVERIFIED = "unverified", gettext_lazy("未核对")


@dataclass(frozen=True)
class Rule:
    """One value and where it comes from. `text` is the default as kept; `choices` maps admitted values to words."""

    key: str
    label: Text
    text: str
    kind: str
    unit: Text
    source: Text
    article: Text
    rule_id: str
    checked: Checked
    jurisdiction: Text
    choices: Mapping[str, Text] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The module it belongs to: the first word of its key."""
        return self.key.partition(".")[0]

    @property
    def citation(self) -> Text:
        """Law and article of the default."""
        return format_lazy("{}{}", self.source, self.article)

    def read(self, text: str) -> Any:
        """The typed value of `text`; raises ValueError with a sentence."""
        value = kinds.read(self.kind, text)
        if self.choices and value not in self.choices:
            words = "、".join(str(word) for word in self.choices.values())
            raise ValueError(_("请在这些做法中选一种：%(words)s。") % {"words": words})
        return int(value) if self.kind == "choice" and value.isdigit() else value

    def write(self, value: Any) -> str:
        """A typed value as kept."""
        return kinds.KINDS[self.kind].write(value)

    def shown(self, text: str) -> str:
        """The kept text as a page shows it, with its unit."""
        words = self.choices.get(text) or kinds.KINDS[self.kind].show(kinds.read(self.kind, text))
        return f"{words} {self.unit}".rstrip()


_rules: dict[str, Rule] = {}


def rule(
    key: str,
    *,
    label: Text,
    value: Any,
    source: Text,
    article: Text = "",
    unit: Text = "",
    rule_id: str = "",
    checked: str = Checked.UNVERIFIED,
    jurisdiction: Text = NATIONWIDE,
    kind: str = "int",
    choices: Mapping[str, Text] | None = None,
) -> Rule:
    """Declare a rule with its default; raises ValueError for a key taken, of no subject, or a default not of its kind."""
    if key in _rules:
        raise ValueError(f"the rule {key} is declared twice")
    if key.partition(".")[0] not in SUBJECTS:
        raise ValueError(f"the rule {key} belongs to no subject of the rulebook")
    new = Rule(
        key, label, str(value), kind, unit, source, article, rule_id, Checked(checked), jurisdiction, choices or {}
    )
    new.read(new.text)
    _rules[key] = new
    return new


def get(key: str) -> Rule:
    """The rule of that key; raises KeyError for one nobody declared."""
    return _rules[key]


def all_rules() -> list[Rule]:
    """Every rule, by subject, and within one as declared."""
    order = list(SUBJECTS)
    return sorted(_rules.values(), key=lambda entry: order.index(entry.subject))
