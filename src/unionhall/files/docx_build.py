"""Author Word documents in the look of official papers (GB/T 9704): for the product's own forms and for reports."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from unionhall.files import docx_look

ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
MADE = datetime(2000, 1, 1)  # written into every file, so that the same script gives the same bytes


def paper(*, landscape: bool = False, compact: bool = False) -> Paper:
    """An empty A4 paper with the styles set; `compact` has the margins of a form rather than of a letter."""
    document = Document()
    section = document.sections[0]
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.page_width, section.page_height = width, height
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    top, right, bottom, left = (20, 18, 18, 18) if compact else (37, 26, 35, 28)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    docx_look.set_styles(document, compact=compact)
    docx_look.name_substitutes(document)
    return document


def title(document: Paper, text: str) -> Paragraph:
    """The title, centred in the title face."""
    return document.add_paragraph(text, style="Title")


def heading(document: Paper, text: str, level: int = 1) -> Paragraph:
    """A heading: level 1 一、 in the black face, level 2 （一） in the italic one, level 3 1. in the body face."""
    return document.add_paragraph(text, style=f"Heading {level}")


def number_pages(document: Paper) -> None:
    """`— 1 —` in the middle of every foot."""
    docx_look.face(document.styles["Footer"], "宋体", 14)
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment, foot.paragraph_format.first_line_indent = ALIGN["center"], 0
    foot.add_run("— ")
    _field(foot, "PAGE")
    foot.add_run(" —")


def paragraph(document: Paper, text: str, *, align: str = "", indent: bool = True) -> Paragraph:
    """A paragraph of the body, its first line two characters in."""
    body = document.add_paragraph(text)
    if align:
        body.alignment = ALIGN[align]
    if not indent or align in ("center", "right"):
        body.paragraph_format.first_line_indent = 0
    return body


def fields(document: Paper, rows: Sequence[Sequence[tuple[str, str]]], *, label_mm: float = 26) -> Table:
    """A ruled form: each row is pairs of label and value (`{{ name }}`); a row of fewer pairs fills the width."""
    most = max(len(row) for row in rows)
    table = _ruled(document, len(rows), most * 2)
    widths = [Mm(label_mm), (_inner_width(document) - most * Mm(label_mm)) // most] * most
    for number, row in enumerate(rows):
        cells = list(table.rows[number].cells)
        if len(row) < most:
            cells[len(row) * 2 - 1].merge(cells[-1])
        for at, (label, value) in enumerate(row):
            put(cells[at * 2], label, align="center")
            put(cells[at * 2 + 1], value)
    return _sized(table, widths)


def listing(document: Paper, columns: Sequence[tuple[str, str, float]], rows: str = "rows", row: str = "row") -> Table:
    """A ruled list: columns are header, value (`{{ row.name }}`) and share of the width; one line for each of `rows`.

    The header repeats on every page; an empty value is a cell to sign in.
    """
    table = _ruled(document, 4, len(columns))
    total = sum(share for _header, _value, share in columns)
    for at, (header, value, _share) in enumerate(columns):
        put(table.cell(0, at), header, align="center")
        put(table.cell(2, at), value, align="center")
    put(table.cell(1, 0), f"{{%tr for {row} in {rows} %}}")
    put(table.cell(3, 0), "{%tr endfor %}")
    _repeat(table)
    return _sized(table, [int(_inner_width(document) * share / total) for _header, _value, share in columns])


def put(cell: _Cell, text: str, *, align: str = "left") -> None:
    """Text into a cell, in the smaller size of tables."""
    body = cell.paragraphs[0]
    body.style = "Table Text"
    body.alignment = ALIGN[align]
    body.add_run(text)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def saved(document: Paper) -> bytes:
    """The paper as .docx; the same content gives the same bytes."""
    properties = document.core_properties
    properties.author, properties.created, properties.modified, properties.revision = "", MADE, MADE, 1
    buffer = io.BytesIO()
    document.save(buffer)
    steady = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, MADE.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def write(document: Paper, path: Path) -> None:
    """Write the paper where a module keeps its forms."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(saved(document))


def _field(body: Paragraph, code: str) -> None:
    """What Word counts by itself, such as the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    body._p.append(field)


def _ruled(document: Paper, rows: int, columns: int) -> Table:
    table = document.add_table(rows, columns, style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    return table


def _sized(table: Table, widths: Sequence[int]) -> Table:
    for at, width in enumerate(widths):
        table.columns[at].width = width
    for row in table.rows:
        row.height = Mm(9)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def _inner_width(document: Paper) -> int:
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin


def _repeat(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
