"""Cut the icons our pages ask for out of Tabler's sprite into one small local file.

    npm pack --ignore-scripts @tabler/icons-sprite@3.48.0 && tar xzf tabler-icons-sprite-3.48.0.tgz
    python scripts/icons.py package

Run it after asking for a new one; a test fails when a page asks for an icon that is not in the sprite.
"""

import re
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src/unionhall"
OUT = PACKAGE / "pages/static/unionhall"
SYMBOL = re.compile(r'<symbol id="tabler-(?P<name>[^"]+)".*?</symbol>', re.DOTALL)
BOUNDS = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />'
ASKED = re.compile(r"""\{% icon "([^"]+)" %\}|icon="([a-z0-9-]+)\"""")
DOORS = re.compile(r'"web\.\w+", "([a-z-]+)"|"[\w.]+", "([a-z-]+)"\)')


def asked_for() -> list[str]:
    """Every icon that a template, a declaration or the frame names, in order."""
    texts = [path.read_text(encoding="utf-8") for path in (*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py"))]
    named = {name for text in texts for pair in ASKED.findall(text) for name in pair}
    frame = (PACKAGE / "web/frame.py").read_text(encoding="utf-8")
    return sorted((named | {name for pair in DOORS.findall(frame) for name in pair}) - {""})


def cut(sprite: str, names: list[str]) -> str:
    """The named symbols alone, without the invisible bounds Tabler draws; raises KeyError for a name it lacks."""
    symbols = {found["name"]: found[0] for found in SYMBOL.finditer(sprite)}
    chosen = [symbols[name].replace("tabler-", "", 1).replace(BOUNDS, "") for name in names]
    return '<svg xmlns="http://www.w3.org/2000/svg"><defs>\n' + "\n".join(chosen) + "\n</defs></svg>\n"


if __name__ == "__main__":
    package = Path(sys.argv[1])
    sprite = (package / "dist/tabler-sprite-nostroke.svg").read_text(encoding="utf-8")
    (OUT / "icons.svg").write_text(cut(sprite, asked_for()), encoding="utf-8")
    (OUT / "icons.LICENSE.txt").write_text((package / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
