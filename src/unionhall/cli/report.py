"""A duty report drafted from the records of a period, as Word."""

import argparse
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.cli.say import Failure, say, say_json
from unionhall.cli.scope import union_of
from unionhall.duty.outlines import OUTLINES
from unionhall.duty.paper.word import word
from unionhall.duty.selectors import reports
from unionhall.duty.services import drafting

ABOUT = gettext_lazy("由记录起草述职报告，存为 Word。")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--union", required=True, help=_("工会代码"))
    parser.add_argument("--period", required=True, help=_("2023、2023H1 或 2023Q2"))
    parser.add_argument("--outline", required=True, choices=list(OUTLINES), help=_("体例"))
    parser.add_argument("--out", required=True, type=Path, help=_("写到这个 .docx 文件"))
    parser.add_argument("--json", action="store_true", help=_("输出 JSON"))


def run(options: argparse.Namespace) -> None:
    """Draft, keep the draft for the office to work on, and write it as Word."""
    if options.out.suffix.lower() != ".docx" or not options.out.absolute().parent.is_dir():
        raise Failure(_("--out 要写成已有目录里的 .docx 文件：%(file)s") % {"file": options.out})
    with union_of(options.union) as by:
        report = drafting.draft(by=by, period=options.period, outline=options.outline)
        written = {
            "number": report.number,
            "title": report.title,
            "first": report.first,
            "last": report.last,
            "figures": reports.figures_used(report),
            "out": str(options.out),
        }
        options.out.write_bytes(word(report))
    if options.json:
        say_json(written)
    else:
        say(
            _("已起草《%(title)s》（%(number)s），引用数据 %(figures)s 个，存为 %(out)s。")
            % {**written, "figures": len(written["figures"])}
        )
