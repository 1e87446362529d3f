"""What a file is, by its content: names and browsers' claims are not believed."""

import zipfile
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from unionhall.flows import Blocked

UNPACKED_MOST = 300 * 2**20
ENTRIES_MOST = 10_000
OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True)
class Type:
    """An accepted type: its media type, and the endings a name of it may have (the first is its own)."""

    media: str
    endings: tuple[str, ...]


PDF = Type("application/pdf", ("pdf",))
PNG, JPEG = Type("image/png", ("png",)), Type("image/jpeg", ("jpg", "jpeg"))
WEBP, HEIC = Type("image/webp", ("webp",)), Type("image/heic", ("heic", "heif"))
DOCX, XLSX = Type(OFFICE + "wordprocessingml.document", ("docx",)), Type(OFFICE + "spreadsheetml.sheet", ("xlsx",))
PPTX = Type(OFFICE + "presentationml.presentation", ("pptx",))
OLD_OFFICE = Type("application/x-ole-storage", ("doc", "xls", "ppt", "wps", "et", "dps"))
TEXT = Type("text/plain", ("txt", "csv"))
PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}


class NotAccepted(Blocked):
    """A file of a kind the house does not take."""


def sniff(file: IO[bytes], name: str) -> Type:
    """The type of an upload, read from its content; raises NotAccepted, in words, also when the name claims another."""
    file.seek(0)
    head = file.read(4096)
    found = _type(head, file)
    file.seek(0)
    ending = name.rpartition(".")[2].lower()
    if found is None:
        raise NotAccepted(_("不接收这种文件。可以上传图片、PDF、Word、Excel、PPT 或纯文本。"))
    if ending not in found.endings:
        raise NotAccepted(
            _("文件“%(name)s”的内容是 %(found)s，与扩展名不符。") % {"name": name, "found": found.endings[0]}
        )
    return found


def _type(head: bytes, file: IO[bytes]) -> Type | None:
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1"):
        return HEIC
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE
    if head.startswith(b"PK\x03\x04"):
        return _office(file)
    return TEXT if is_text(head) else None


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file reads as plain text in UTF-8 or GB18030; a character cut at the end is forgiven."""
    if not head or b"\x00" in head:
        return False
    for codec in ("utf-8-sig", "gb18030"):
        for cut in range(min(4, len(head))):
            try:
                text = head[: len(head) - cut].decode(codec)
            except UnicodeDecodeError:
                continue
            return not any(ord(character) < 32 and character not in "\t\r\n\f" for character in text)
    return False


def _office(file: IO[bytes]) -> Type | None:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise NotAccepted(_("文件已损坏，打不开。")) from None
    if len(entries) > ENTRIES_MOST or sum(entry.file_size for entry in entries) > UNPACKED_MOST:
        raise NotAccepted(_("文件解开后过大，不接收。"))
    names = {entry.filename for entry in entries}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise NotAccepted(_("不接收带宏的文件，请另存为不带宏的格式后再上传。"))
    return next((kind for part, kind in PARTS.items() if part in names), None)
