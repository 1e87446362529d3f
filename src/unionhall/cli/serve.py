"""The whole house in one process tree, until it is told to end."""

import argparse
import os
import socket

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.cli.processes import Housekeeper
from unionhall.cli.say import Failure, say
from unionhall.cli.scope import make_ready
from unionhall.cli.statics import collect_once

ABOUT = gettext_lazy("打开系统（网页、后台任务和定时事务在同一个进程树里），按 Ctrl-C 结束。")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help=_("监听地址，默认 127.0.0.1"))
    parser.add_argument("--port", type=int, default=8000, help=_("端口，默认 8000"))
    parser.add_argument("--workers", type=int, default=2, help=_("网页进程数，默认 2"))


def run(options: argparse.Namespace) -> None:
    """Serve until told to stop; ends with a Failure when the port is taken or the pages cannot start."""
    make_ready()
    serve(options.host, options.port, options.workers)


def serve(host: str, port: int, workers: int = 2) -> None:
    """Pages, background jobs and the ticker under one parent, which ends when it is told to."""
    with listening(host, port) as door:
        collect_once()
        say(_("已打开：http://%(host)s:%(port)s（按 Ctrl-C 结束）") % {"host": host, "port": door.getsockname()[1]})
        if not Housekeeper(door, workers).keep():
            raise Failure(_("网页进程没有起来，请看上面的日志。"))


def listening(host: str, port: int) -> socket.socket:
    """The open door, taken before anything is started, so that a taken port is told at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise Failure(
            _("端口 %(port)s 打不开：%(reason)s。可用 --port 换一个。")
            % {"port": port, "reason": os.strerror(error.errno)}
        ) from error
