"""The process tree of `unionhall serve`: a parent that only watches, and three children that work; and work done apart.

The children are forked after Django is set up, which makes the start quick. A child that dies is started again, but for
pages that never came up. When the parent is killed outright, Linux tells the children to end, so that the next start
finds the port free.
"""

import ctypes
import multiprocessing
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any

from django.db import connections
from django_q.cluster import Cluster
from gunicorn.app.base import BaseApplication

from unionhall.jobs import ticker
from unionhall.jobs.services import take_up_abandoned

fork = multiprocessing.get_context("fork")
SECONDS_TO_END = 20
SECONDS_TO_BE_TRUSTED = 5  # a page server that dies sooner than this will not come up a second time either
STOPPING = (signal.SIGINT, signal.SIGTERM)
_PR_SET_PDEATHSIG = 1


def apart(work: Callable[[], object]) -> bool:
    """Do work in a process of its own, to its end; whether it came to a good one.

    What it leaves in memory ends with it. A PDF printed in the parent would leave it the printer's threads by name, which
    a fork does not copy: every page server forked afterwards waits for them for ever at its first PDF.
    """
    connections.close_all()
    child = fork.Process(target=work)
    child.start()
    child.join()
    return child.exitcode == 0


class Housekeeper:
    """Keeps pages, jobs and ticker running until a signal to stop."""

    def __init__(self, door: socket.socket, workers: int) -> None:
        self._tasks: dict[str, Callable[[], None]] = {
            "pages": lambda: _pages(door, workers),
            "jobs": _jobs,
            "ticker": _ticker,
        }
        self._stopped = threading.Event()

    def keep(self) -> bool:
        """Watch until told to stop; False when the pages could not be started."""
        take_up_abandoned()
        connections.close_all()  # a connection must not be shared across a fork
        for number in STOPPING:
            signal.signal(number, lambda *_arguments: self._stopped.set())
        began, children = monotonic(), {name: self._start(name) for name in self._tasks}
        try:
            while not self._stopped.wait(0.5):
                dead = [name for name, child in children.items() if not child.is_alive()]
                if "pages" in dead and monotonic() - began < SECONDS_TO_BE_TRUSTED:
                    return False
                children |= {name: self._start(name) for name in dead}
            return True
        finally:
            _end(list(children.values()))

    def _start(self, name: str) -> BaseProcess:
        """Fork a child; a signal that arrives meanwhile waits until each side has its own handlers."""
        child = fork.Process(target=_child, args=(self._tasks[name], os.getpid()), name=name)
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        child.start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
        return child


def _child(work: Callable[[], None], parent: int) -> None:
    """Run one task in a process that does not outlive its parent."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() == parent:
        work()


def _end(children: list[BaseProcess]) -> None:
    """Ask every child to end, wait, and insist."""
    for child in children:
        child.terminate()
    limit = monotonic() + SECONDS_TO_END
    for child in children:
        child.join(max(0.1, limit - monotonic()))
        if child.is_alive():
            child.kill()


class _Gunicorn(BaseApplication):
    """gunicorn over a socket that is already open, with the application loaded before its workers fork."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from unionhall.web.wsgi import application  # builds the application: only the process that serves it should

        return application


def _pages(door: socket.socket, workers: int) -> None:
    os.set_inheritable(door.fileno(), True)
    _Gunicorn(
        {
            "bind": f"fd://{door.fileno()}",
            "workers": workers,
            "preload_app": True,
            "control_socket_disable": True,
            "timeout": 120,
            "graceful_timeout": 10,
            "loglevel": "warning",
        }
    ).run()


def _jobs() -> None:
    Cluster().start()


def _ticker() -> None:
    stopped = threading.Event()
    for number in STOPPING:
        signal.signal(number, lambda *_arguments: stopped.set())
    ticker.run(stopped)
