"""The arguments of a command, in the language of the rest: argparse itself speaks English alone."""

import argparse
import re
from typing import Any, NoReturn

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

# What argparse says is wrong, and how it is said here; anything else stays as it is.
WRONG = {
    r"the following arguments are required: (?P<what>.+)": gettext_lazy("缺少：%(what)s"),
    r"unrecognized arguments: (?P<what>.+)": gettext_lazy("不认识：%(what)s"),
    r"argument (?P<what>\S+): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<known>.+)\)": gettext_lazy(
        "%(what)s 没有“%(given)s”，可以是：%(known)s"
    ),
    r"argument (?P<what>\S+): invalid \w+ value: '(?P<given>.*)'": gettext_lazy("%(what)s 不能是“%(given)s”"),
    r"argument (?P<what>\S+): expected .*": gettext_lazy("%(what)s 后面缺少内容"),
}


class Parser(argparse.ArgumentParser):
    """Of a command or of one below it; ends with 2 when the arguments are wrong."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, add_help=False, **kwargs)
        self._positionals.title, self._optionals.title = pgettext("cli", "内容"), _("选项")
        self.add_argument("-h", "--help", action="help", help=_("显示这份说明"))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", _("用法："), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", _("用法："), 1)

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong."""
        self.exit(2, f"{self.format_usage()}{told(message)}\n")


def told(message: str) -> str:
    """What argparse says is wrong, in words of the house."""
    for pattern, words in WRONG.items():
        if found := re.fullmatch(pattern, message):
            return str(words) % found.groupdict()
    return message
