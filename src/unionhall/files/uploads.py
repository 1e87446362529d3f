"""Uploads are bounded while they arrive: what is too large is turned away before a byte of it is kept."""

from time import monotonic
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

FORM_BYTES = 2**20  # what the other fields of a form may take
PATIENCE = 5.0  # seconds


class UploadTooLarge(MultiPartParserError):
    """A request is larger than the installation admits; the text is what the user reads. Answered with 413."""


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes an upload to a temporary file, unless the request announces more than is admitted."""

    def handle_raw_input(
        self,
        input_data: BinaryIO,
        META: dict[str, Any],
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        if content_length > settings.UNIONHALL_UPLOAD_BYTES + FORM_BYTES:
            _drain(input_data)
            raise UploadTooLarge(
                _("文件太大：最大 %(most)s MB，这次上传了 %(size)s MB。什么都没有保存。")
                % {"most": settings.UNIONHALL_UPLOAD_BYTES // 2**20, "size": content_length // 2**20}
            )


def _drain(stream: BinaryIO) -> None:
    """Read on for a while and keep nothing: a browser cut off in mid-sentence never shows the reason."""
    until = monotonic() + PATIENCE
    while stream.read(2**20) and monotonic() < until:
        pass
