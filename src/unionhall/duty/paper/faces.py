"""Typefaces, sizes and distances of an official document (党政机关公文格式, GB/T 9704), and how a run gets them."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

TITLE, HEADING, SUBHEADING, BODY, PAGE_NUMBER = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
FALLBACKS = {
    TITLE: "FZXiaoBiaoSong-B05S,华文中宋,宋体",
    HEADING: "SimHei,Noto Sans CJK SC",
    SUBHEADING: "楷体,KaiTi",
    BODY: "仿宋,FangSong,STFangsong",
    PAGE_NUMBER: "SimSun,Noto Serif CJK SC",
}
NUMBER_2, NUMBER_3, NUMBER_4, NUMBER_5 = Pt(22), Pt(16), Pt(14), Pt(10.5)
LINE = Pt(28)
MARGINS = {"top_margin": Mm(37), "bottom_margin": Mm(35), "left_margin": Mm(28), "right_margin": Mm(26)}


def face(run: Any, name: str, size: Any, *, bold: bool = False) -> None:
    """Set a run in a typeface; the East Asian face is named too, or Word and WPS would take another."""
    run.font.name, run.font.size, run.font.bold = name, size, bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def line(paragraph: Any, *, indent: int = 2, centred: bool = False) -> None:
    """28 points from line to line, and an indent of so many characters."""
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    form.space_before = form.space_after = Pt(0)
    if centred:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif indent:
        spacing = paragraph._element.get_or_add_pPr().get_or_add_ind()
        spacing.set(qn("w:firstLineChars"), str(indent * 100))


def sheet(section: Any) -> None:
    """A4 with the margins of an official document."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, width in MARGINS.items():
        setattr(section, name, width)


def number_pages(section: Any) -> None:
    """`— 1 —` in the middle of the foot."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        face(run, PAGE_NUMBER, NUMBER_4)
        if text is None:
            _field(run, "PAGE")


def _field(run: Any, code: str) -> None:
    for kind, text in (("begin", ""), (None, code), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)


def name_fallbacks(document: Any) -> None:
    """Tell Word which face to take where one of ours is not installed."""
    table = document.part.part_related_by(RT.FONT_TABLE)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in FALLBACKS.items()
    )
    table._blob = table.blob.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")
