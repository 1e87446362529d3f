"""How much one file may hold: enough for the largest hospital, too little to fill the memory."""

from django.conf import settings
from django.utils.translation import gettext as _

from unionhall.pages.sheets.refusals import Unreadable

ROWS = 50_000
COLUMNS = 200
CELLS = 2_000_000
UNPACKED_BYTES = 300 * 1024 * 1024
PACKED_TIMES = 150  # a workbook packs 5 to 30 times; what packs better hides something
ALWAYS_FINE_BYTES = 20 * 1024 * 1024


def check_size(size: int) -> None:
    """Refuse an empty file and one over the installation's upload limit."""
    if size == 0:
        raise Unreadable(_("这个文件是空的。请确认选对了文件，再上传一次。"))
    if size > settings.UNIONHALL_UPLOAD_BYTES:
        reason = _("文件有 {size} MB，超过了 {limit} MB 的上限。请删去图片和多余的工作表，或拆成几个文件。")
        limit = settings.UNIONHALL_UPLOAD_BYTES // 2**20
        raise Unreadable(reason.format(size=size // 2**20 + 1, limit=limit))


def check_area(rows: int, columns: int) -> None:
    """Refuse a sheet with more rows or columns than a list of people can have."""
    if columns > COLUMNS:
        raise Unreadable(
            _("表里有 {columns} 列，超过了 {limit} 列的上限。请只保留要导入的列。").format(
                columns=f"{columns:,}", limit=COLUMNS
            )
        )
    if rows > ROWS:
        raise Unreadable(
            _("表里有 {rows} 行，超过了 {limit} 行的上限。请拆成几个文件分别导入。").format(
                rows=f"{rows:,}", limit=f"{ROWS:,}"
            )
        )
    if rows * columns > CELLS:
        raise Unreadable(
            _("表里有 {rows} 行、{columns} 列，单元格太多。请只保留要导入的列，或拆成几个文件。").format(
                rows=f"{rows:,}", columns=columns
            )
        )
