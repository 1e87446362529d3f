from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from unionhall.duty import services
from unionhall.duty.paper.compose import numeral
from unionhall.duty.paper.word import word


@pytest.fixture
def document(report, told, clerk):
    services.add(told.section, by=clerk, text="运动会", is_heading=True)
    return Document(BytesIO(word(report)))


def paragraph(document, start):
    return next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith(start))


def look(paragraph):
    style = paragraph.style
    return style.name, style.element.rPr.rFonts.get(qn("w:eastAsia")), style.font.size


def test_styles_and_faces_are_those_of_an_official_document(document):
    assert look(paragraph(document, "工会主席述职报告")) == ("Title", "方正小标宋简体", Pt(22))
    assert look(paragraph(document, "一、履职情况")) == ("Heading 1", "黑体", Pt(16))
    assert look(paragraph(document, "（一）运动会")) == ("Heading 2", "楷体_GB2312", Pt(16))
    assert look(paragraph(document, "5月1日")) == ("Normal", "仿宋_GB2312", Pt(16))


def test_lines_and_margins_are_those_of_an_official_document(document):
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    assert document.styles["Normal"].paragraph_format.line_spacing == Pt(28)
    assert "PAGE" in section.footer._element.xml


def test_another_face_is_named_for_machines_without_ours(report):
    from zipfile import ZipFile

    fonts = ZipFile(BytesIO(word(report))).read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in fonts


def test_the_annex_shows_each_figure_with_definition_and_rows(document):
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells[1][:5] == ["参加人次", "", "9人次", "期间内每人每项计一次。", "9"]


def test_a_draft_is_called_one_and_a_signed_report_dated(report, chair):
    assert paragraph(Document(BytesIO(word(report))), "（草稿，未签发）")
    services.sign(report, by=chair)
    texts = [paragraph.text for paragraph in Document(BytesIO(word(report))).paragraphs]
    assert "（草稿，未签发）" not in texts
    day = report.signed_on
    assert f"{day.year}年{day.month}月{day.day}日" in texts


def test_markup_in_a_paragraph_is_text(told, clerk, report):
    services.write(told, by=clerk, text="甲<b>&乙")
    assert "甲<b>&乙" in [paragraph.text for paragraph in Document(BytesIO(word(report))).paragraphs]


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")])
def test_headings_count_in_chinese(number, text):
    assert numeral(number) == text
