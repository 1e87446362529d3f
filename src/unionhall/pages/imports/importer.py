"""What a module declares to have an import: fields, what exists, what follows. Pages and command line use the same."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.pages.imports.clean import Bad
from unionhall.pages.imports.fields import Field
from unionhall.pages.imports.preview import Ask, Kind, Line, Preview
from unionhall.pages.imports.table import Source
from unionhall.pages.sheets import is_blank
from unionhall.pages.values import words

Progress = Callable[[int, int, str], None]


class Importer(ABC):
    """One kind of list that can be imported. A module says what is known (`existing`) and what follows (`apply`).

    An empty cell leaves what is recorded as it is. Hooks are called once for the whole file, `check` once a row.
    """

    key: str
    label: str | Promise
    fields: Sequence[Field]
    identity: str
    kinds: Sequence[Kind] = tuple(Kind)  # those its rows can be of

    def prepare(self, lines: list[Line]) -> None:  # noqa: B027 - a hook that may be left
        """Mend cleaned values that only the whole file can mend, before anything is checked."""

    def check(self, line: Line) -> Iterable[str]:
        """The reasons against one row that lie between its fields."""
        return ()

    def key_of(self, line: Line) -> Any:
        """Which record a row is: the value of `identity`, or several values as a tuple."""
        return line.values.get(self.identity)

    def label_of(self, line: Line) -> str:
        """How a row is called beside its number: its first two fields."""
        return " ".join(words(line.values[field.name]) for field in self.fields[:2] if line.values.get(field.name))

    def repeated(self, first: int | None) -> str:
        """Why a row is refused whose key stands in row `first` already."""
        return _("与第 {row} 行重复。").format(row=first)

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """The recorded values by key, as `clean` would give them: what a row is compared with. Without, each row is new."""
        return {}

    def leavers(self, keys: Collection[Any]) -> Iterable[tuple[Any, str]]:
        """Key and name of the records that stand in none of the rows and are proposed to have left."""
        return ()

    def asks(self, lines: Sequence[Line]) -> Iterable[Ask]:
        """What the rows would make besides themselves."""
        return ()

    def notes(self, line: Line) -> Iterable[str]:
        """What one should know of a row that is no error: whom it means, what it resembles."""
        return ()

    def sum(self, lines: Sequence[Line]) -> str:
        """What the new rows come to, in words."""
        return ""

    def say(self, name: str, value: Any) -> str:
        """A value of a field in words, for old → new."""
        return words(value)

    @abstractmethod
    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Write what the preview says, inside the transaction of `run`, with its audit events."""

    def preview(self, source: Source) -> Preview:
        """Sort every row of a list into a kind, with reasons in words. Reads only.

        Raises Blocked when a required column is not pointed out.
        """
        self._require_columns(source)
        lines = list(self._lines(source))
        self.prepare(lines)
        self._name(lines)
        for line in lines:
            line.reasons.extend(self.check(line))
        self._compare(lines)
        seen = {line.key for line in lines}
        left = [Line(None, {}, key, label, Kind.LEFT) for key, label in self.leavers(seen)]
        good = [line for line in lines if line.kind is not Kind.ERROR]
        for line in good:
            line.notes.extend(self.notes(line))
        new = [line for line in good if line.kind is Kind.NEW]
        return Preview([*lines, *left], tuple(self.asks(good)), self.sum(new))

    def run(self, preview: Preview, *, by: User, confirmed: Collection[str] = ()) -> dict[str, int]:
        """Apply a preview: all of it, or nothing. Returns its counts; raises Blocked while an ask is unconfirmed.

        `confirmed` holds the keys of the asks agreed to; `apply` looks there for the optional ones.
        """
        for ask in preview.asks:
            if ask.key not in confirmed and not ask.optional:
                items = _("、").join(ask.items[:20])
                raise Blocked(_("请先确认：{text}（{items}）。").format(text=ask.text, items=items))
        try:
            with transaction.atomic():
                self.apply(preview, by=by, confirmed=frozenset(confirmed))
        except IntegrityError:  # somebody wrote the same record meanwhile, or the preview missed a clash
            raise Blocked(_("有的行与已有的记录冲突，这次什么都没有导入。请重新上传，再看一次预览。")) from None
        return preview.counts

    def missing_columns(self, mapping: Mapping[str, int]) -> list[Field]:
        """The required fields for which no column is known."""
        return [field for field in self.fields if field.required and field.name not in mapping]

    def _require_columns(self, source: Source) -> None:
        missing = self.missing_columns(source.mapping)
        if missing:
            names = _("、").join(f"“{field.label}”" for field in missing)
            raise Blocked(_("没有找到这张表里的{names}列，请指一下是哪一列。").format(names=names))

    def _lines(self, source: Source) -> Iterator[Line]:
        plan = [
            (field.name, source.mapping[field.name], field.clean, field.required, str(field.label))
            for field in self.fields
            if field.name in source.mapping
        ]
        for number, row in source.rows():
            values: dict[str, Any] = {}
            reasons: list[str] = []
            for name, at, clean, required, label in plan:
                cell = row[at] if at < len(row) else None
                values[name] = None
                try:
                    if not is_blank(cell):
                        values[name] = clean(cell)
                except Bad as bad:
                    reasons.append(_("{label}：{reason}。").format(label=label, reason=bad))
                    continue
                if required and values[name] in (None, ""):
                    reasons.append(_("没有填写{label}。").format(label=label))
            yield Line(number, values, reasons=reasons)

    def _name(self, lines: list[Line]) -> None:
        """Give each line key and label, and refuse a key that an earlier row already has."""
        rows: dict[Any, int | None] = {}
        for line in lines:
            line.key, line.label = self.key_of(line), self.label_of(line)
            if line.key is None:
                continue
            first = rows.setdefault(line.key, line.row)
            if first != line.row:
                line.reasons.append(self.repeated(first))

    def _compare(self, lines: list[Line]) -> None:
        good = [line for line in lines if not line.reasons]
        known = self.existing({line.key for line in good})
        labels = {field.name: str(field.label) for field in self.fields}
        for line in lines:
            if line.reasons:
                line.kind = Kind.ERROR
            elif line.key in known:
                line.changes = list(self._changes(line, known[line.key], labels))
                line.kind = Kind.CHANGED if line.changes else Kind.UNCHANGED

    def _changes(self, line: Line, old: Mapping[str, Any], labels: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        for name, value in line.values.items():
            if name in old and value not in (None, "") and value != old[name]:
                yield labels.get(name, name), self.say(name, old[name]), self.say(name, value)
