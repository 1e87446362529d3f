"""Content by its digest: written once under its own name, checked whenever it is read. Kept apart for each union.

What lies on the disk is cipher text (PRI-03): a picture taken at a bedside or a scanned contract tells as much as a column.
"""

import hashlib
from io import BytesIO
from typing import IO

from cryptography.exceptions import InvalidTag
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from unionhall.accounts.tenancy import current_union
from unionhall.flows import Blocked
from unionhall.kernel import cipher

CHUNK = 2**16
SEALED_AS = "files.store"


class Damaged(Blocked):
    """What is stored is no longer what was given."""


def _place(digest: str) -> str:
    return f"{current_union().pk}/{digest[:2]}/{digest}"


def digest_of(file: IO[bytes]) -> str:
    """SHA-256 of a file from its beginning; leaves it at its beginning."""
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def keep(file: IO[bytes]) -> str:
    """Store a file of the union in scope and return its digest; what is there already is not written again."""
    digest = digest_of(file)
    place = _place(digest)
    if not default_storage.exists(place):
        written = default_storage.save(place, ContentFile(cipher.seal(file.read(), SEALED_AS)))
        if written != place:  # somebody stored the same content meanwhile
            default_storage.delete(written)
    file.seek(0)
    return digest


def read(digest: str) -> bytes:
    """The content of that digest; raises Damaged when it is gone or altered."""
    try:
        with default_storage.open(_place(digest)) as file:
            content = cipher.unseal(file.read(), SEALED_AS)
    except (FileNotFoundError, InvalidTag, KeyError, ValueError):  # gone, altered, or of a key that is not here
        content = b""
    if digest_of(BytesIO(content)) != digest:
        raise Damaged(_("存档的文件缺失或已被改动，不能打开，请联系系统管理员。"))
    return content
