"""Readers, and a mail server on the loopback that keeps what it is given."""

import socketserver
import threading

import pytest

from unionhall.accounts import roles
from unionhall.accounts.models import User
from unionhall.accounts.roles import Grant, Role
from unionhall.notices import registry


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """The kinds of notice these tests tell of."""
    monkeypatch.setattr(registry, "_kinds", {})
    registry.define(
        "test.moved", label="转会办结", subject="%(name)s的转会已于%(on)s办结", body="%(record)s", url=_page
    )
    registry.define("test.urgent", subject="立即到会", urgent=True)
    registry.define("test.secret", subject="您的咨询预约已确认", body="周三下午", confidential=True)


def _page(obj, user):
    return f"/test/{obj.code}/{user.staff_no}/"


@pytest.fixture
def member(union):
    return User.objects.create_user(union, "1001", "许安", email="xu@example.com")


@pytest.fixture
def other_member(union):
    return User.objects.create_user(union, "1003", "周宁", email="zhou@example.com", language="en")


@pytest.fixture
def clerk(union):
    clerk = User.objects.create_user(union, "1002", "李宁")
    clerk._grants = dict.fromkeys(roles._sources, frozenset({Grant(Role.CLERK)}))
    return clerk


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.answer("220 ready")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                self.answer("354 go on")
                self.server.letters.append(self.letter())
            elif word == "RCPT" and self.server.refuses:
                self.answer("550 no such mailbox")
                continue
            self.answer("221 bye" if word == "QUIT" else "250 ok")
            if word == "QUIT":
                return

    def letter(self):
        return b"".join(iter(self.rfile.readline, b".\r\n"))

    def answer(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@pytest.fixture
def mail_server(settings):
    """A real conversation over the loopback; `letters` holds what was sent, `refuses` turns every reader away."""
    settings.EMAIL_BACKEND = "unionhall.notices.mail.Backend"
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        server.letters, server.refuses, server.daemon_threads = [], False, True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.UNIONHALL_MAIL = f"smtp://127.0.0.1:{server.server_address[1]}"
        yield server
        server.shutdown()
