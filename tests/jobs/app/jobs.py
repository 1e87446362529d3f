"""A job that tells who runs it, waits the first time, and is done the second."""

import os
import time
from pathlib import Path
from typing import Any

from django.conf import settings

from unionhall.accounts.models import User
from unionhall.jobs.registry import job
from unionhall.jobs.running import Progress


def attempts() -> Path:
    """Where each attempt leaves the number of its process, one a line."""
    return Path(settings.UNIONHALL_DATA) / "attempts.txt"


@job("test.wait")
def wait_to_be_killed(progress: Progress, *, by: User) -> dict[str, Any]:
    with attempts().open("a") as file:
        file.write(f"{os.getpid()}\n")
    if len(attempts().read_text().splitlines()) == 1:
        time.sleep(120)
    return {"attempt": 2}
