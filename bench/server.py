"""The product served as an installation serves it, and clients that ask it as fast as it answers."""

import http.client
import os
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from unionhall.accounts.models import User

TOKEN = "0" * 32  # cookie and form agree on it, which is all the check asks


@dataclass(frozen=True)
class Request:
    """One request in one user's session."""

    session: str
    method: str
    path: str
    form: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What came back and how long it took, in seconds."""

    status: int
    taken: float


def session_of(user: User) -> str:
    """A session in which the user is signed in."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store.update(
        {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[-1],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
    )
    store.create()
    return store.session_key


@contextmanager
def serving() -> Iterator[int]:
    """`unionhall serve` on a free port, until the block ends; gives the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [Path(".venv/bin/unionhall"), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def wait_for(port: int, most: float = 30) -> None:
    """Return when a page answers."""
    until = perf_counter() + most
    while perf_counter() < until:
        try:
            ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), Request("", "GET", "/sign-in/"))
            return
        except OSError:
            sleep(0.05)
    raise TimeoutError("the server did not start")


def ask(connection: http.client.HTTPConnection, request: Request) -> Answer:
    """One request over a connection kept open."""
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={request.session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
    body = urlencode(request.form) if request.method == "POST" else None
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    begun = perf_counter()
    connection.request(request.method, request.path, body, headers)
    response = connection.getresponse()
    response.read()
    return Answer(response.status, perf_counter() - begun)


def load(port: int, requests: Sequence[Request], clients: int) -> tuple[list[Answer], float]:
    """Every request once, by so many clients at a time; the answers, and the seconds from first to last."""
    answers: list[Answer] = []
    waiting = iter(requests)

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for request in waiting:
            answers.append(ask(connection, request))

    threads = [Thread(target=work) for _ in range(clients)]
    begun = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers, perf_counter() - begun


@dataclass
class Screen:
    """A screen that asks again and again under the tag of what it shows; `changed_at` is when it first saw another."""

    session: str
    path: str
    tag: str = ""
    changed_at: float = 0.0

    def ask(self, connection: http.client.HTTPConnection) -> bool:
        """Ask once; whether there was an answer."""
        headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={self.session}", "If-None-Match": self.tag}
        connection.request("GET", self.path, headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status == 200:
            self.changed_at, self.tag = perf_counter() if self.tag else 0.0, response.headers["ETag"]
        return response.status in (200, 304)


def watch(port: int, screens: Sequence[Screen], *, every: float, seconds: float, hands: int = 16) -> tuple[float, int]:
    """Let every screen ask at its own moment of each round, for so many seconds; questions a second, and those in vain."""
    told: list[bool] = []
    begun = perf_counter()

    def work(mine: Sequence[tuple[float, Screen]]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        due = begun
        while due < begun + seconds:
            for offset, screen in mine:
                sleep(max(0.0, due + offset - perf_counter()))
                told.append(screen.ask(connection))
            due += every

    spread = [(every * at / len(screens), screen) for at, screen in enumerate(screens)]
    threads = [Thread(target=work, args=(spread[hand::hands],)) for hand in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(told) / (perf_counter() - begun), told.count(False)
