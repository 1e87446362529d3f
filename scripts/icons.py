"""Cut our icons out of Tabler's sprite into one small local file.

    npm pack --ignore-scripts @tabler/icons-sprite@3.48.0 && tar xzf tabler-icons-sprite-3.48.0.tgz
    python tools/icons.py package

Add a name to NAMES and run it again; a test fails when a template asks for an icon that is not in the sprite.
"""
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "src/unionhall/pages/static/unionhall"
SYMBOL = re.compile(r'<symbol id="tabler-(?P<name>[^"]+)".*?</symbol>', re.DOTALL)
BOUNDS = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />'
NAMES = """
    adjustments alert-circle alert-triangle archive arrow-down arrow-left arrow-right arrow-up award ban bell book
    building building-hospital calendar calendar-event chart-bar check checkbox chevron-down chevron-left chevron-right
    circle-check clipboard-check clipboard-list clock coins columns copy database device-mobile door dots download edit
    external-link eye eye-off file file-spreadsheet file-text files filter flag gavel gift hand-finger heart-handshake
    history home hourglass id-badge inbox info-circle key language link list-check lock login logout mail map-pin medal
    menu-2 message message-circle minus moon news notes paperclip pencil phone photo plus printer qrcode receipt refresh
    report rotate run scale scan search settings shield-lock signature sitemap speakerphone star stethoscope table
    table-import tag text-size ticket trash trophy upload user user-circle users versions writing x
""".split()


def cut(sprite: str, names: list[str]) -> str:
    """The named symbols alone, without the invisible bounds Tabler draws; raises KeyError for a name it lacks."""
    symbols = {found["name"]: found[0] for found in SYMBOL.finditer(sprite)}
    chosen = [symbols[name].replace("tabler-", "", 1).replace(BOUNDS, "") for name in names]
    return '<svg xmlns="http://www.w3.org/2000/svg"><defs>\n' + "\n".join(chosen) + "\n</defs></svg>\n"


if __name__ == "__main__":
    package = Path(sys.argv[1])
    (OUT / "icons.svg").write_text(cut((package / "dist/tabler-sprite-nostroke.svg").read_text(), NAMES))
    (OUT / "icons.LICENSE.txt").write_text((package / "LICENSE").read_text())
