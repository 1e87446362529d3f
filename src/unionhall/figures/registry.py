"""Every figure the modules have declared, by key."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.flows import Blocked

if TYPE_CHECKING:
    from unionhall.figures.kinds import Figure
    from unionhall.figures.scope import Scope


class UnknownFigure(Blocked):
    """No module has declared a figure of this name."""


class UnknownFilter(Blocked):
    """A figure was asked under a filter it does not admit, or for a record that does not exist."""


Before = Callable[[Any, "Scope"], Any]


def stays(record: Any, scope: "Scope") -> Any:
    """What is there every year is compared with itself."""
    return record


def once(record: Any, scope: "Scope") -> None:
    """What happened once has nothing before it to be compared with."""


@dataclass(frozen=True)
class FilterBy:
    """A filter a figure admits; `resolve(text)` finds the record or code it names, or None; `str` of that is shown.

    `before(record, scope)` is the record it is compared with in the period before, `scope`, or None.
    """

    label: str | Promise
    resolve: Callable[[str], Any]
    before: Before = stays

    def name_of(self, text: str) -> str:
        """What the filter's value is called; raises UnknownFilter when it names nothing."""
        return str(self._found(text))

    def value_before(self, text: str, scope: "Scope") -> str | None:
        """The value that stands for this one in the period before; None when nothing does. Raises UnknownFilter."""
        if self.before is stays:
            return text
        record = self.before(self._found(text), scope)
        return str(record.pk) if record else None

    def _found(self, text: str) -> Any:
        try:
            found = self.resolve(text) if text.isprintable() else None
        except (ValidationError, ValueError, LookupError):
            found = None
        if found is None:
            raise UnknownFilter(_("没有找到这个%(label)s：“%(text)s”。") % {"label": self.label, "text": text})
        return found


def of_record(label: str | Promise, model: type[Model], before: Before = stays) -> FilterBy:
    """A filter by one record, whose value is its key."""
    return FilterBy(label, lambda text: model.objects.filter(pk=text).first(), before)


_figures: dict[str, "Figure"] = {}


def register(figure: "Figure") -> None:
    """Make a figure known; a key is given once."""
    if figure.key in _figures:
        raise ValueError(f"the figure {figure.key} is declared twice")
    _figures[figure.key] = figure


def get(key: str) -> "Figure":
    """The figure of a key; raises UnknownFigure."""
    if key not in _figures:
        raise UnknownFigure(_("没有名为“%(key)s”的数据。请从数据清单里选取。") % {"key": key})
    return _figures[key]


def all() -> Iterator["Figure"]:
    """Every figure, module by module in the order of its declaration."""
    yield from _figures.values()


def module_label(module: str) -> str:
    """What the module that counts something is called."""
    return str(apps.get_app_config(module).verbose_name) if apps.is_installed(f"unionhall.{module}") else module
