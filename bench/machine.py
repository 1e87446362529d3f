"""Where the figures come from."""

import os
import platform
import sqlite3
from pathlib import Path


def described() -> str:
    """One line on the machine and the versions in play."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} × {cpu}, {memory:.0f} GB; {platform.platform()}; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}. Load generator and server share the machine."
    )
