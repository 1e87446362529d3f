"""The report as a Word document in the layout of official papers, with its evidence as an annex."""

from io import BytesIO

from docx.document import Document
from docx.shared import Pt

from unionhall.duty.models import Report
from unionhall.duty.paper.compose import Block, Paper, compose
from unionhall.files import docx_build as docx

LINE, SMALL = Pt(28), Pt(10.5)  # from line to line; the size of the annex's table
LEVELS = {"heading": 1, "subheading": 2}
ANNEX_HEAD = ("数据", "范围", "写法", "统计口径", "记录数", "截至")


def word(report: Report) -> bytes:
    """The document as bytes; a signed report's numbers are those it was signed with."""
    paper = compose(report)
    document = docx.paper()
    document.styles["Normal"].paragraph_format.line_spacing = LINE
    document.styles["Table Text"].font.size = SMALL
    docx.number_pages(document)
    document.core_properties.title, document.core_properties.author = paper.title, report.union.name
    _body(document, paper)
    _annex(document, paper)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _body(document: Document, paper: Paper) -> None:
    docx.title(document, paper.title)
    for block in paper.blocks:
        _block(document, block)
    document.add_paragraph()
    for text in paper.signature:
        docx.paragraph(document, text, align="right")


def _block(document: Document, block: Block) -> None:
    if level := LEVELS.get(block.kind):
        docx.heading(document, block.text, level)
        return
    for text in block.text.split("\n"):
        docx.paragraph(document, text, indent=block.kind != "salutation")


def _annex(document: Document, paper: Paper) -> None:
    if not (paper.proofs or paper.notes):
        return
    document.add_page_break()
    docx.heading(document, "附件：数据与依据")
    lines = [
        (
            "　" + proof.label if proof.is_part else proof.label,
            proof.about,
            proof.text,
            proof.definition,
            str(proof.row_count),
            proof.as_of,
        )
        for proof in paper.proofs
    ]
    if lines:
        _table(document, [ANNEX_HEAD, *lines])
    for note in paper.notes:
        docx.paragraph(document, f"“{note.quote}”（{note.get_status_display()}）：{note.reason}")


def _table(document: Document, lines: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=len(lines), cols=len(lines[0]), style="Table Grid")
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            docx.put(cell, text)
