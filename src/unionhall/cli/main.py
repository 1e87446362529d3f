"""The `unionhall` command: every command takes `--data DIR` or UNIONHALL_DATA, and ends with 0 only when done."""

import argparse
import gc
import os
import sys
from importlib import import_module

import django
from django.apps import apps
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext as _

from unionhall.cli.parser import Parser
from unionhall.cli.say import Failure, complain

# Each command is a module of this package, imported only once Django is set up for the chosen data directory.
COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "union": "union",
    "import": "imports",
    "figures": "figures",
    "report": "report",
    "audit": "audit",
}
USAGE = """usage: unionhall [--data DIR] [--lang zh-hans|en] COMMAND …

  demo     建立示范工会并打开；--build 只建立 (build the demo union and serve it)
  serve    打开系统 (serve)
  union    新建工会 (create a union)
  import   导入花名册 (import a roster)
  figures  查数据 (figures of a period)
  report   生成述职报告 (draft a duty report as Word)
  audit    核验审计链 (verify the audit chain)

unionhall COMMAND --help 看各命令的用法。"""


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 1 not done (with a sentence on stderr), 2 wrong usage."""
    try:
        common, rest = _common().parse_known_args(argv)
    except argparse.ArgumentError:  # Django, which knows how to say it, is not set up yet
        complain(USAGE)
        return 2
    if not rest or rest[0] in {"-h", "--help"}:
        (complain if not rest else sys.stdout.write)(USAGE + "\n")
        return 0 if rest else 2
    if rest[0] not in COMMANDS:
        complain(USAGE)
        return 2
    _set_up(common.data)
    with translation.override(common.lang):
        return _run(rest[0], rest[1:])


def _common() -> argparse.ArgumentParser:
    """What every command takes, before or after its name."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--data")
    parser.add_argument("--lang", choices=["zh-hans", "en"], default="zh-hans")
    return parser


def _set_up(data: str | None) -> None:
    if apps.ready:  # another program, such as a test run, has set Django up already
        return
    if data:
        os.environ["UNIONHALL_DATA"] = data
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionhall.web.settings.prod")
    django.setup()
    _collect_seldom()


def _collect_seldom() -> None:
    """Programs and models stay to the end: looking for garbage among them takes an eighth of the time a page takes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _run(name: str, arguments: list[str]) -> int:
    command = import_module(f"unionhall.cli.{COMMANDS[name]}")
    parser = Parser(prog=f"unionhall {name}", description=str(command.ABOUT))
    command.arguments(parser)
    try:
        command.run(parser.parse_args(arguments))
    except Failure as failure:
        complain(str(failure))
        return 1
    except DatabaseError as error:
        reason = str(error).splitlines()[0]
        complain(
            _("数据库与这一版程序不符：%(reason)s。请用建立它的那一版程序，或用 --data 指定另一个数据目录。")
            % {"reason": reason}
        )
        return 1
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        complain(_("已中断。"))
        return 130
    return 0
