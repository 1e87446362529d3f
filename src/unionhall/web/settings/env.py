"""Every setting an installation may change, with type, default and meaning. Read from the environment."""

import os
from pathlib import Path


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


# Directory of database, uploaded files, keys and audit anchors.
DATA = Path(os.environ.get("UNIONHALL_DATA", "var/unionhall")).resolve()
# Empty: SQLite in DATA. Otherwise a PostgreSQL address: postgresql://user:password@host[,host]:port/name
DATABASE = os.environ.get("UNIONHALL_DATABASE", "")
# Host names under which the pages are reached, separated by commas.
HOSTS = os.environ.get("UNIONHALL_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
# Served over HTTPS (behind a proxy that sets X-Forwarded-Proto): secure cookies and redirects.
HTTPS = _flag("UNIONHALL_HTTPS", False)
# Holders of office posts must use a one-time code (TOTP) when they sign in.
OFFICE_TOTP = _flag("UNIONHALL_OFFICE_TOTP", False)
# Largest upload in megabytes.
UPLOAD_MB = int(os.environ.get("UNIONHALL_UPLOAD_MB", "20"))
# E-mail: smtp://user:password@host:port (smtps:// for TLS, ?starttls=1 for TLS after the greeting), or empty to keep
# messages in the in-app inbox only.
MAIL = os.environ.get("UNIONHALL_MAIL", "")
MAIL_FROM = os.environ.get("UNIONHALL_MAIL_FROM", "unionhall@localhost")
# Failed sign-ins before a lock-out, and its length in minutes.
LOCKOUT_AFTER = int(os.environ.get("UNIONHALL_LOCKOUT_AFTER", "5"))
LOCKOUT_MINUTES = int(os.environ.get("UNIONHALL_LOCKOUT_MINUTES", "15"))
# Longest run of one background job in seconds; a job whose process was killed elsewhere is taken up again after that.
JOB_SECONDS = int(os.environ.get("UNIONHALL_JOB_SECONDS", "600"))
