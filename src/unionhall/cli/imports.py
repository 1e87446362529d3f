"""Files that come in: `unionhall import roster` previews a staff roster, or applies it."""

import argparse
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.cli.say import Failure, say, say_json
from unionhall.cli.scope import union_of
from unionhall.pages.imports import Kind, Preview
from unionhall.people.exchange import roster

ABOUT = gettext_lazy("预览或导入花名册；有错误的行不导入。")


def arguments(parser: argparse.ArgumentParser) -> None:
    command = parser.add_subparsers(required=True, metavar="roster").add_parser("roster")
    command.add_argument("file", type=Path, help=_("xlsx、xls 或 csv 文件"))
    command.add_argument("--union", required=True, help=_("工会代码"))
    command.add_argument("--apply", action="store_true", help=_("写入；不加则只预览"))
    command.add_argument("--json", action="store_true", help=_("输出 JSON"))


def run(options: argparse.Namespace) -> None:
    """Preview, and with --apply write; a preview that found bad rows has done what was asked."""
    if not options.file.is_file():
        raise Failure(_("没有这个文件：%(file)s") % {"file": options.file})
    with union_of(options.union) as by:
        preview = roster.preview_file(options.file)
        if options.apply:
            roster.apply(preview, by=by)
    if options.json:
        say_json(preview.counts | {"errors": _errors(preview), "applied": options.apply})
    else:
        _tell(preview, options.apply)


def _errors(preview: Preview) -> list[dict[str, Any]]:
    return [{"row": line.row, "staff_no": line.key, "reasons": list(line.reasons)} for line in preview.of(Kind.ERROR)]


def _tell(preview: Preview, applied: bool) -> None:
    say("，".join(f"{Kind(kind).label} {count}" for kind, count in preview.counts.items()))
    for error in _errors(preview):
        say(
            _("第 %(row)s 行 %(staff_no)s：%(reasons)s")
            % {"row": error["row"], "staff_no": error["staff_no"] or "", "reasons": " ".join(error["reasons"])}
        )
    for ask in preview.asks:
        say(f"{ask.text}：{'、'.join(ask.items[:10])}{'…' if len(ask.items) > 10 else ''}（{len(ask.items)}）")
    say(_("已写入。") if applied else _("这是预览，什么都没有写入；加 --apply 写入。"))
