"""Text files as rows: UTF-8, UTF-16 or GB18030, whichever the whole file really is."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from unionhall.pages.sheets.limits import check_area
from unionhall.pages.sheets.refusals import Unreadable

CHINESE_ONLY = re.compile(r"[\x00-\x7f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")


def rows_of_text(content: bytes) -> list[list[str]]:
    """The rows of a csv, its separator found by itself."""
    text = decoded(content)
    if any(ord(sign) < 32 and sign not in "\t\r\n\f\x1a" for sign in text[:100_000]):
        raise Unreadable(_("这个文件不是表格。可以上传 .xlsx、.xls 或 .csv 文件。"))
    check_area(text.count("\n"), 0)
    try:
        return list(_bounded(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False)))
    except csv.Error:
        raise Unreadable(_("这个 csv 文件的引号没有配对，读不出来。请另存为 .xlsx 后再上传。")) from None


def _bounded(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows, refused as soon as they become too many or too wide."""
    widest = 0
    for number, row in enumerate(rows, 1):
        widest = max(widest, len(row))
        check_area(number, widest)
        yield row


def decoded(content: bytes) -> str:
    """The text; raises Unreadable when no single encoding fits the whole file."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _by("utf-16", content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_mixture(content)
        return _by("gb18030", content, error)


def _by(encoding: str, content: bytes, first: UnicodeDecodeError | None = None) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: max(error.start, first.start if first else 0)].count(b"\n") + 1
        reason = _("第 {line} 行的文字编码不对，读不出来。请另存为 .xlsx 后再上传。").format(line=line)
        raise Unreadable(reason) from None


def _refuse_mixture(content: bytes) -> None:
    """A file that is not UTF-8, but some of whose lines are Chinese in UTF-8, was pasted together from two."""
    for number, line in enumerate(content.splitlines(), 1):
        if not line.isascii() and _is_chinese_utf8(line):
            raise Unreadable(
                _("这个文件混用了两种文字编码（第 {line} 行与别的行不同）。请核对文字，另存为 .xlsx 后再上传。").format(
                    line=number
                )
            )


def _is_chinese_utf8(line: bytes) -> bool:
    try:
        return bool(CHINESE_ONLY.fullmatch(line.decode("utf-8")))
    except UnicodeDecodeError:
        return False


def _separator(text: str) -> str:
    head = "".join(text.splitlines(keepends=True)[:20])
    return max(",\t;", key=head.count)
