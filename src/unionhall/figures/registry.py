"""Every figure the modules have declared, by key."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.flows import Blocked

if TYPE_CHECKING:
    from unionhall.figures.kinds import Figure


class UnknownFigure(Blocked):
    """No module has declared a figure of this name."""


class UnknownFilter(Blocked):
    """A figure was asked under a filter it does not admit, or for a record that does not exist."""


@dataclass(frozen=True)
class FilterBy:
    """A filter a figure admits; `resolve(text)` finds the record or code it names, or None; `str` of that is shown."""

    label: str | Promise
    resolve: Callable[[str], Any]

    def name_of(self, text: str) -> str:
        """What the filter's value is called; raises UnknownFilter when it names nothing."""
        try:
            found = self.resolve(text)
        except (ValidationError, ValueError, LookupError):
            found = None
        if found is None:
            raise UnknownFilter(_("没有找到这个%(label)s：“%(text)s”。") % {"label": self.label, "text": text})
        return str(found)


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
