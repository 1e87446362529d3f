"""What can be counted in a period, with the records behind each number."""

import argparse
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import current_union
from unionhall.cli.say import say, say_json
from unionhall.cli.scope import union_of
from unionhall.figures import registry
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope

ABOUT = gettext_lazy("一段时间的数据，连同它所依据的记录。")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("keys", nargs="*", metavar="KEY", help=_("数据的名称；不填则为全部"))
    parser.add_argument("--union", required=True, help=_("工会代码"))
    parser.add_argument("--from", dest="first", required=True, type=date.fromisoformat, help=_("第一天，如 2023-01-01"))
    parser.add_argument("--to", dest="last", required=True, type=date.fromisoformat, help=_("最后一天（含）"))
    parser.add_argument("--json", action="store_true", help=_("输出 JSON"))


def run(options: argparse.Namespace) -> None:
    """Read the figures; an unknown key or a period that ends before it starts is refused."""
    with union_of(options.union):
        wanted = [registry.get(key) for key in options.keys] or list(registry.all())
        scope = Scope(current_union(), options.first, options.last)
        if options.json:
            say_json([_read(figure(scope)) for figure in wanted])
            return
        for reading in (figure(scope) for figure in wanted):
            say(f"{reading.label}（{reading.figure.key}）：{_('无') if reading.value is None else reading.say()}")


def _read(reading: Reading) -> dict[str, Any]:
    value, ids = reading.evidence
    return {
        "key": reading.figure.key,
        "label": reading.label,
        "value": value,
        "unit": reading.unit,
        "definition": reading.definition,
        "rows": ids,
    }
