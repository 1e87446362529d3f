"""What a file is, by its first bytes and its inner directory."""

import re
import zipfile
from io import BytesIO

from django.utils.translation import gettext as _

from unionhall.pages.sheets.limits import ALWAYS_FINE_BYTES, PACKED_TIMES, UNPACKED_BYTES
from unionhall.pages.sheets.refusals import Unreadable

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(rb"^\s*(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table|meta)", re.IGNORECASE)


def kind_of(content: bytes) -> str:
    """`xlsx`, `xls` or `csv`; raises Unreadable for anything else, for locked workbooks and for bombs."""
    if content.startswith(ZIP):
        return _kind_of_zip(content)
    if content.startswith(OLE):
        return _kind_of_ole(content)
    if MARKUP.match(content[:200]):
        raise Unreadable(_("这个文件其实是网页或 XML，只是名称像表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"))
    has_zeros = b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if has_zeros or content.startswith(b"%PDF"):
        raise _not_a_list()
    return "csv"


def _not_a_list() -> Unreadable:
    return Unreadable(
        _("这个文件不是表格。可以上传 .xlsx、.xls 或 .csv 文件；别的格式请先在 Excel 或 WPS 里另存为 .xlsx。")
    )


def _kind_of_zip(content: bytes) -> str:
    try:
        entries = zipfile.ZipFile(BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        raise damaged() from None
    if not any(entry.filename == "xl/workbook.xml" for entry in entries):
        raise _not_a_list()
    _refuse_bomb(entries)
    return "xlsx"


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse by what the directory says the entries unpack to, before unpacking any."""
    whole = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > ALWAYS_FINE_BYTES and entry.file_size > PACKED_TIMES * entry.compress_size
        for entry in entries
    )
    if whole > UNPACKED_BYTES or swollen:
        raise Unreadable(
            _("这个文件展开后大得不正常（{size} MB），没有读取。请把数据复制到一个新的工作簿里再上传。").format(
                size=whole // 2**20
            )
        )


def _kind_of_ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise locked()
    if "WordDocument".encode("utf-16-le") in content or "PowerPoint".encode("utf-16-le") in content:
        raise _not_a_list()
    return "xls"


def locked() -> Unreadable:
    """The refusal for a workbook that asks for a password."""
    return Unreadable(_("这个工作簿设了打开密码，读不出来。请在 Excel 或 WPS 里去掉密码，保存后再上传。"))


def damaged() -> Unreadable:
    """The refusal for a workbook that cannot be opened."""
    return Unreadable(_("这个文件已经损坏，打不开。请在 Excel 或 WPS 里重新保存一份再上传。"))
