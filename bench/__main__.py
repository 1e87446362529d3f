"""Measure everything on SQLite and on PostgreSQL, each in a process and data directory of its own; print the table."""

import json
import os
import subprocess
import sys
import tempfile

from bench import machine
from bench.measure import Measure

SETTINGS = {"DJANGO_SETTINGS_MODULE": "unionhall.web.settings.prod", "UNIONHALL_UPLOAD_MB": "50"}


def measures(database: str, address: str, parts: list[str]) -> list[Measure]:
    """What one database gave, as its process printed it, line by line."""
    with tempfile.TemporaryDirectory(prefix="unionhall-bench-") as data:
        environment = os.environ | SETTINGS | {"UNIONHALL_DATA": data, "UNIONHALL_DATABASE": address}
        run = subprocess.Popen(
            [sys.executable, "-m", "bench.run", *parts], env=environment, text=True, stdout=subprocess.PIPE
        )
        found = [Measure(**json.loads(line)) for line in run.stdout]
        if run.wait():
            sys.exit(f"the measurement on {database} failed")
    return found


def main() -> None:
    parts = sys.argv[1:]
    print(f"{machine.described()}\n", flush=True)
    columns = {"SQLite": "", "PostgreSQL": os.environ.get("UNIONHALL_POSTGRESQL", "")}
    results = {name: measures(name, address, parts) for name, address in columns.items() if name == "SQLite" or address}
    print("| work | target |", *(f"{name} |" for name in results))
    print("|---|---|" + "---|" * len(results))
    for row in zip(*results.values(), strict=True):
        print(f"| {row[0].work} | {row[0].target} |", *(f"{measure.value} |" for measure in row))


if __name__ == "__main__":
    main()
