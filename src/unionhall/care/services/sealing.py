"""Documents of people's lives: their content is encrypted in the column, never put into the store of files."""

from typing import IO, Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from unionhall.files import sniff
from unionhall.files.services import file_name
from unionhall.flows import Blocked
from unionhall.kernel.cipher import seal

MOST = 20 * 2**20  # bytes of one document


def sealed(upload: UploadedFile, salt: str) -> dict[str, Any]:
    """Name, type and encrypted content of an upload, as the columns keep them.

    Raises Blocked when it is empty, larger than 20 MB, or of a kind that is not taken.
    """
    if not upload.size:
        raise Blocked(_("这个文件是空的。"))
    if upload.size > MOST:
        raise Blocked(_("文件超过20兆，请压缩或分开上传。"))
    name, content = file_name(upload.name), cast(IO[bytes], upload.file)
    found = sniff.sniff(content, name)
    return {"name": name, "media_type": found.media, "content": seal(content.read(), salt)}
