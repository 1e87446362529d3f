"""The way out by e-mail: the SMTP server of the settings, or none."""

import logging
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as Smtp

log = logging.getLogger(__name__)
TIMEOUT = 20  # seconds, for a server that does not answer


def is_configured() -> bool:
    """Whether this installation has a mail server."""
    return bool(settings.UNIONHALL_MAIL)


def server(address: str) -> dict[str, Any]:
    """Django's SMTP arguments for `smtp://user:password@host:port`, `smtps:` for TLS throughout, `?starttls=1`."""
    parts = urlsplit(address)
    return {
        "host": parts.hostname or "localhost",
        "port": parts.port or (465 if parts.scheme == "smtps" else 25),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": parts.scheme == "smtps",
        "use_tls": "starttls" in parse_qs(parts.query),
        "timeout": TIMEOUT,
    }


class Backend(BaseEmailBackend):
    """Sends by the configured server; without one it says so in the log, naming nobody, and sends nothing."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not is_configured():
            log.info("%s message(s) kept: no mail server is set", len(email_messages))
            return 0
        smtp = Smtp(fail_silently=self.fail_silently, **server(settings.UNIONHALL_MAIL))
        return smtp.send_messages(email_messages) or 0
