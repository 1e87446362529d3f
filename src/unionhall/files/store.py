"""Content by its digest: written once under its own name, checked whenever it is read. Kept apart for each union."""

import hashlib
from io import BytesIO
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from unionhall.accounts.tenancy import current_union
from unionhall.flows import Blocked

CHUNK = 2**16


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
        written = default_storage.save(place, File(file))
        if written != place:  # somebody stored the same content meanwhile
            default_storage.delete(written)
    file.seek(0)
    return digest


def read(digest: str) -> bytes:
    """The content of that digest; raises Damaged when it is gone or altered."""
    try:
        with default_storage.open(_place(digest)) as file:
            content = file.read()
    except FileNotFoundError:
        content = b""
    if digest_of(BytesIO(content)) != digest:
        raise Damaged(_("存档的文件缺失或已被改动，不能打开，请联系系统管理员。"))
    return content
