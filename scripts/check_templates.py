"""Every template opens with a comment naming its blocks and context, and holds nothing the content policy forbids."""

import re
import sys
from pathlib import Path

FORBIDDEN = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.I),
    "inline style": re.compile(r"<style|\sstyle\s*=", re.I),
    "inline handler": re.compile(r"\s(?:on[a-z]+|hx-on[:\w-]*)\s*=|javascript:", re.I),
    "another host": re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.I),
}


def faults(text: str) -> list[str]:
    """What is wrong with one template, in words."""
    found = [] if text.lstrip().startswith(("{#", "{% comment")) else ["does not open with a comment"]
    markup = re.sub(r"{%.*?%}", "", text, flags=re.S)
    return found + [fault for fault, pattern in FORBIDDEN.items() if pattern.search(markup)]


def main() -> int:
    wrong = [
        f"{path}: {fault}"
        for path in sorted(Path("src").rglob("*.html"))
        for fault in faults(path.read_text(encoding="utf-8"))
    ]
    print("\n".join(wrong), end="\n" if wrong else "")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
