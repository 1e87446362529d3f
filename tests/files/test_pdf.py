import shutil
import subprocess

import pytest

from unionhall.files import glyphs, pdf
from unionhall.flows import Blocked

COLUMNS = [("序号", 1), ("姓名", 2), ("签字", 3)]


def text_of(data, tmp_path):
    (tmp_path / "x.pdf").write_bytes(data)
    tool = shutil.which("pdftotext")
    return subprocess.run([tool, "-layout", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True).stdout


def test_a_list_has_its_title_head_and_rows(tmp_path):
    text = text_of(
        pdf.table(
            "奖品签领表",
            COLUMNS,
            [(1, "许安", ""), (2, "周宁", None)],
            notes=["2023年5月1日"],
            foot=["经办人：", "证明人："],
        ),
        tmp_path,
    )
    for words in ("奖品签领表", "2023年5月1日", "许安", "周宁", "经办人：", "1/1"):
        assert words in text


def test_the_head_stands_on_every_page(tmp_path):
    text = text_of(pdf.table("签到表", COLUMNS, [(number, "许安", "") for number in range(100)]), tmp_path)
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    assert all("姓名" in page for page in pages)


@pytest.mark.parametrize("text", ["#panic()", "*a*", "$x$", "<b>&amp;", "\\", "[[x]]", "// x"])
def test_data_is_never_markup(tmp_path, text):
    assert text in text_of(pdf.table("x", [("x", 1)], [(text,)]), tmp_path)


def test_two_thousand_rows_are_printed_and_one_more_is_refused():
    rows = [(number, "许安", "") for number in range(2001)]
    assert pdf.table("x", COLUMNS, rows[:2000]).startswith(b"%PDF")
    with pytest.raises(Blocked, match="2001 行"):
        pdf.table("x", COLUMNS, rows)


@pytest.mark.parametrize("name", ["王喆", "刘堃", "㛃玥", "李𬭎", "張國榮", "阿依古丽·买买提", "赵①", "陈镕"])
def test_rare_characters_of_names_are_drawn(tmp_path, name):
    assert name in text_of(pdf.table("x", [("姓名", 1)], [(name,)]), tmp_path)


@pytest.mark.parametrize("text", ["许安😀", "𠀋", "ไทย"])
def test_a_character_the_face_lacks_is_refused_and_named(text):
    with pytest.raises(pdf.MissingGlyphs, match=glyphs.missing(iter([text]), pdf.FACE)):
        pdf.table("x", [("姓名", 1)], [(text,)])


def test_without_the_check_the_character_would_vanish(tmp_path, monkeypatch):
    """The twin: typst prints a list with a hole and says nothing."""
    monkeypatch.setattr(glyphs, "missing", lambda texts, font: "")
    assert "许安" in text_of(pdf.table("x", [("姓名", 1)], [("许安😀",)]), tmp_path)


def test_a_face_that_is_not_there_is_an_error(tmp_path):
    (tmp_path / "x.typ").write_text('#set text(font: "FangSong_GB2312")\nx')
    with pytest.raises(pdf.MissingFont, match="fangsong"):
        pdf.render(tmp_path / "x.typ", {})


def test_the_face_draws_all_of_gb2312_and_its_size_is_bounded():
    codes = (bytes([lead, trail]) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    assert glyphs.missing((code.decode("gb2312", "ignore") for code in codes), pdf.FACE) == ""
    assert pdf.FACE.stat().st_size < 6 * 2**20
