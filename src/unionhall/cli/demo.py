"""The demo unions: built if absent, then served, with the accounts of each role printed."""

import argparse
from time import monotonic

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.cli import kept
from unionhall.cli.building import build_once, is_built
from unionhall.cli.processes import apart
from unionhall.cli.say import Failure, say
from unionhall.cli.scope import make_ready
from unionhall.cli.serve import serve
from unionhall.demo.world import PASSWORD, Part

ABOUT = gettext_lazy("建立示范工会（已有则不动），列出各角色的账号，并打开。")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--build", action="store_true", help=_("只建立，不打开"))
    parser.add_argument("--host", default="127.0.0.1", help=_("监听地址，默认 127.0.0.1"))
    parser.add_argument("--port", type=int, default=8000, help=_("端口，默认 8000"))


def run(options: argparse.Namespace) -> None:
    """Build if absent, in a process that ends with it; print the accounts, serve."""
    if kept.is_kept():
        kept.cast()  # said before anything asks tables that may be made otherwise
    make_ready()
    began = monotonic()
    if not is_built():
        say(_("正在建立示范工会，约需一分钟……"))
        if not apart(build_once):
            raise Failure(_("示范数据没有建成，请看上面的日志。"))
    cast = build_once()
    say(_("示范数据已就绪（%(seconds).1f 秒）。") % {"seconds": monotonic() - began})
    _tell(cast)
    if not options.build:
        serve(options.host, options.port)


def _tell(cast: list[Part]) -> None:
    for union in dict.fromkeys(part.union for part in cast):
        say(f"\n{union}")
        for part in cast:
            if part.union == union:
                say(
                    _("  %(role)s：工号 %(staff_no)s（%(name)s）")
                    % {"role": part.role, "staff_no": part.staff_no, "name": part.name}
                )
    say(_("\n密码都是 %(password)s") % {"password": PASSWORD})
