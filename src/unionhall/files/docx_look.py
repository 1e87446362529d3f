"""The faces and styles of official papers.

Faces are named and not shipped, since 方正小标宋 and 仿宋 are not free; each names its substitute in the font table, which
Word and WPS use where the face is not installed.
"""

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

TITLE_FACE, BODY_FACE, FIRST_FACE, SECOND_FACE = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
LATIN_FACE = "Times New Roman"
SUBSTITUTES = {TITLE_FACE: "宋体", BODY_FACE: "仿宋", SECOND_FACE: "楷体", FIRST_FACE: "微软雅黑"}
BLACK = RGBColor(0, 0, 0)


def set_styles(document: Paper, *, compact: bool) -> None:
    """Normal, title, three headings and the smaller text of tables; `compact` for forms rather than letters."""
    styles, body = document.styles, 12 if compact else 16
    face(styles["Normal"], BODY_FACE, body)
    form = styles["Normal"].paragraph_format
    form.space_before = form.space_after = 0
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(body * 1.8)
    form.first_line_indent = Pt(body * 2)
    face(styles["Title"], TITLE_FACE, 18 if compact else 22)
    _headline(styles["Title"])
    for level, name in enumerate((FIRST_FACE, SECOND_FACE, BODY_FACE), 1):
        face(styles[f"Heading {level}"], name, body, bold=level == 3)
        styles[f"Heading {level}"].paragraph_format.space_before = 0
        styles[f"Heading {level}"].paragraph_format.first_line_indent = Pt(body * 2)
    small = styles.add_style("Table Text", 1)
    small.base_style = styles["Normal"]
    face(small, BODY_FACE, 10.5 if compact else 12)
    small.paragraph_format.first_line_indent = 0
    small.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _headline(style: ParagraphStyle) -> None:
    form = style.paragraph_format
    form.alignment, form.first_line_indent, form.space_after = WD_ALIGN_PARAGRAPH.CENTER, 0, Pt(12)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def name_substitutes(document: Paper) -> None:
    """Name in the font table what stands in for each face."""
    part = next(part for part in document.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in SUBSTITUTES.items()
    )
    part._blob = part.blob.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")


def face(style: ParagraphStyle, east_asian: str, size: float, *, bold: bool = False) -> None:
    """Set a style's face in both scripts: without `w:eastAsia`, WPS shows Chinese in a face of its own choosing."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = LATIN_FACE, Pt(size), bold, False
    style.font.color.rgb = BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), east_asian)
