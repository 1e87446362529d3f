import io

import pytest

from tests.files.conftest import PDF, PNG, archive
from unionhall.files import sniff
from unionhall.files.services import file_name


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "a.pdf", sniff.PDF),
        (PNG, "照片.PNG", sniff.PNG),
        (b"\xff\xd8\xff\xe0..", "a.jpeg", sniff.JPEG),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a.webp", sniff.WEBP),
        (b"\0\0\0\x18ftypheic", "a.heic", sniff.HEIC),
        (archive(**{"word/document.xml": b""}), "a.docx", sniff.DOCX),
        (archive(**{"xl/workbook.xml": b""}), "a.xlsx", sniff.XLSX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", sniff.OLD_OFFICE),
        ("工号,姓名\r\n".encode(), "a.csv", sniff.TEXT),
        ("工号,姓名".encode("gb18030"), "a.txt", sniff.TEXT),
    ],
)
def test_a_file_is_what_its_content_says(content, name, kind):
    assert sniff.sniff(io.BytesIO(content), name) is kind


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"MZ\x90\x00\x03", "a.pdf", "不接收这种文件"),
        (PNG, "a.pdf", "与扩展名不符"),
        (PDF, "a", "与扩展名不符"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "与扩展名不符"),
        (b"<html><script>", "a.html", "与扩展名不符"),
        (archive(**{"a.txt": b"x"}), "a.zip", "不接收这种文件"),
        (archive(**{"word/document.xml": b"", "word/vbaProject.bin": b""}), "a.docx", "不接收带宏的文件"),
        (b"PK\x03\x04 and then nothing", "a.docx", "已损坏"),
        (b"", "a.txt", "不接收这种文件"),
    ],
)
def test_what_it_is_not_is_refused_in_words(content, name, reason):
    with pytest.raises(sniff.NotAccepted, match=reason):
        sniff.sniff(io.BytesIO(content), name)


def test_a_bomb_is_refused_without_unpacking_it():
    bomb = archive(**{"word/document.xml": b"\0" * (sniff.UNPACKED_MOST + 1)})
    assert len(bomb) < 2**20
    with pytest.raises(sniff.NotAccepted, match="过大"):
        sniff.sniff(io.BytesIO(bomb), "a.docx")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\桌面\\通知.docx", "通知.docx"),
        ("a\r\nb.pdf", "ab.pdf"),
        ("", "未命名"),
        (None, "未命名"),
        (".pdf", "未命名.pdf"),
        ("名" * 300 + ".pdf", "名" * 190 + ".pdf"),
        ('a"<b>.pdf', "ab.pdf"),
    ],
)
def test_a_name_is_made_harmless(given, kept):
    assert file_name(given) == kept
