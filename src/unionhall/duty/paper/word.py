"""The report as a Word document in the layout of official papers, with its evidence as an annex."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from unionhall.duty.models import Report
from unionhall.duty.paper import faces
from unionhall.duty.paper.compose import Block, Paper, compose
from unionhall.duty.paper.faces import BODY, HEADING, NUMBER_2, NUMBER_3, NUMBER_5, SUBHEADING, TITLE, face, line

FACES = {"salutation": BODY, "heading": HEADING, "subheading": SUBHEADING, "text": BODY}
ANNEX_HEAD = ("数据", "范围", "写法", "统计口径", "记录数", "截至")


def word(report: Report) -> bytes:
    """The document as bytes; a signed report's numbers are those it was signed with."""
    paper = compose(report)
    document = Document()
    faces.sheet(document.sections[0])
    faces.number_pages(document.sections[0])
    faces.name_fallbacks(document)
    document.core_properties.title, document.core_properties.author = paper.title, report.union.name
    _body(document, paper)
    _annex(document, paper)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _body(document: Any, paper: Paper) -> None:
    title = document.add_paragraph()
    line(title, centred=True)
    face(title.add_run(paper.title), TITLE, NUMBER_2)
    line(document.add_paragraph())
    for block in paper.blocks:
        _block(document, block)
    line(document.add_paragraph())
    for text in paper.signature:
        _written(document, text, BODY, indent=0).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _block(document: Any, block: Block) -> None:
    for text in block.text.split("\n"):
        _written(document, text, FACES[block.kind], indent=0 if block.kind == "salutation" else 2)


def _written(document: Any, text: str, name: str, *, indent: int = 2) -> Any:
    paragraph = document.add_paragraph()
    line(paragraph, indent=indent)
    face(paragraph.add_run(text), name, NUMBER_3)
    return paragraph


def _annex(document: Any, paper: Paper) -> None:
    if not (paper.proofs or paper.notes):
        return
    document.add_page_break()
    _written(document, "附件：数据与依据", HEADING, indent=0)
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
        _written(document, f"“{note.quote}”（{note.get_status_display()}）：{note.reason}", BODY)


def _table(document: Any, lines: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=len(lines), cols=len(lines[0]), style="Table Grid")
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            face(cell.paragraphs[0].add_run(text), BODY, NUMBER_5)
