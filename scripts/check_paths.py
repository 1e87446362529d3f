"""No committed file names a place of the machine it was written on: the checkout, what stands around it, a home."""

import re
import subprocess
import sys
from pathlib import Path

COMMON = {Path("/"), Path("/tmp"), Path("/home")}


def places() -> re.Pattern[str]:
    """Absolute paths that mean something on one machine only."""
    here = {Path.cwd(), Path.cwd().parent, Path.home()} - COMMON
    return re.compile(
        "|".join(
            [*(rf"(?<![\w./-]){re.escape(str(p))}(?![\w-])" for p in sorted(here)), r"(?<![\w.])/(?:home|Users)/\w+"]
        )
    )


def main() -> int:
    pattern, wrong = places(), []
    files = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.splitlines()
    for name in filter(lambda name: Path(name).is_file(), files):
        lines = Path(name).read_text(encoding="utf-8", errors="ignore").splitlines()
        wrong += [f"{name}:{n}: {line.strip()[:100]}" for n, line in enumerate(lines, 1) if pattern.search(line)]
    print("\n".join(wrong), end="\n" if wrong else "")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
