"""Long lists as PDF, by typst: sign-off lists, certificates, labels. What a union edits itself is a Word form."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from unionhall.files import glyphs
from unionhall.flows import Blocked

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
FACE = FONTS / "NotoSansCJKsc-Subset.otf"
LIST = HERE / "typst" / "list.typ"
MOST_ROWS = 2000  # 10,000 rows took 1.3 GB of memory


class MissingGlyphs(Blocked):
    """The committed face cannot draw a character; it would have vanished from the page without a word."""


class MissingFont(RuntimeError):
    """A template asks for a face that is not there: our mistake, never the user's."""


def render(template: Path, data: dict[str, Any], *, font_paths: Sequence[Path] = (FONTS,)) -> bytes:
    """A typst template as PDF; it reads `data` by `json(bytes(sys.inputs.data))`, where nothing is ever markup.

    Raises Blocked beyond 2,000 entries of `data["rows"]`, MissingGlyphs for characters outside the face, MissingFont.
    """
    rows = len(data.get("rows", ()))
    if rows > MOST_ROWS:
        raise Blocked(
            _("PDF 一次最多 %(most)s 行，这里有 %(rows)s 行。请缩小范围，或改用 Excel。")
            % {"most": MOST_ROWS, "rows": rows}
        )
    lost = glyphs.missing(glyphs.texts_in(data), FACE)
    if lost:
        raise MissingGlyphs(_("字库里没有这些字，印出来会缺：%(lost)s。请改用 Word 或 Excel。") % {"lost": lost})
    pdf, warnings = typst.compile_with_warnings(
        template,
        root=template.parent,
        font_paths=[str(path) for path in font_paths],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    _refuse_missing_fonts(template, warnings)
    return pdf


def _refuse_missing_fonts(template: Path, warnings: Sequence[typst.TypstWarning]) -> None:
    faults = [warning.message for warning in warnings if "unknown font family" in warning.message]
    if faults:
        raise MissingFont(f"{template.name}: {'; '.join(faults)}")


def table(
    title: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[Any]],
    *,
    notes: Sequence[str] = (),
    foot: Sequence[str] = (),
    landscape: bool = False,
) -> bytes:
    """A ruled A4 list: `columns` are labels with their share of the width; the head repeats on each page.

    `notes` stand under the title, `foot` side by side under the table (经办人, 证明人 …). An empty cell is for signing.
    """
    data = {
        "title": title,
        "columns": [{"label": label, "width": width} for label, width in columns],
        "rows": [["" if cell is None else str(cell) for cell in row] for row in rows],
        "notes": list(notes),
        "foot": list(foot),
        "landscape": landscape,
    }
    return render(LIST, data)
