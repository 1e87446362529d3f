"""Attach a file to a record, take it off again, and put a union's own template in place."""

from collections.abc import Callable
from pathlib import PurePath
from typing import IO, Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.files import sniff, store, word
from unionhall.files.models import Attachment, FormTemplate
from unionhall.files.word import Form
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.kernel.text import folded


def attach(
    subject: models.Model,
    upload: UploadedFile,
    *,
    by: User,
    why_not: Callable[[Any, str], str | None] | None = None,
) -> Attachment:
    """Attach a file to a record; raises Blocked when it is empty or of a kind not taken. Who may is the caller's affair.

    `why_not(subject, media)` says why this record takes no file of that media type, or None.
    Content goes to the store first and outside the transaction; a row that then fails leaves only an unnamed blob.
    """
    name = file_name(upload.name)
    if not upload.size:
        raise Blocked(_("文件“%(name)s”是空的。") % {"name": name})
    content = cast(IO[bytes], upload.file)
    kind = sniff.sniff(content, name)
    if why_not and (reason := why_not(subject, kind.media)):
        raise Blocked(reason)
    digest = store.keep(content)
    with transaction.atomic():
        attachment = Attachment.objects.create(
            subject_type=subject._meta.label_lower,
            subject_id=subject.pk,
            name=name,
            media_type=kind.media,
            size=upload.size,
            sha256=digest,
            by=by,
        )
        audit.record(
            "files.attach",
            subject,
            by=by,
            after={"file": name, "sha256": digest},
        )
    return attachment


def remove(attachment: Attachment, subject: models.Model, *, by: User) -> None:
    """Take a file off its record; the row and the content stay for the archive (PRI-18)."""
    with transaction.atomic():
        if not Attachment.objects.of(subject).filter(pk=attachment.pk).update(removed_at=clock.now()):
            raise Blocked(_("这个附件刚被移除。"))
        audit.record(
            "files.remove",
            subject,
            by=by,
            before={"file": attachment.name, "sha256": attachment.sha256},
        )


def replace_template(form: Form, upload: UploadedFile, *, by: User) -> FormTemplate:
    """Print a form from the union's own template from now on; raises Blocked when the template cannot be filled."""
    name, content = file_name(upload.name), cast(IO[bytes], upload.file)
    if sniff.sniff(content, name) is not sniff.DOCX:
        raise Blocked(_("表样要用 Word 文档（.docx）。"))
    word.check(form, content.read())
    return _choose(form, by=by, name=name, sha256=store.keep(content))


def restore_template(form: Form, *, by: User) -> FormTemplate:
    """Print a form from the product's template again."""
    return _choose(form, by=by)


@transaction.atomic
def _choose(form: Form, *, by: User, **fields: Any) -> FormTemplate:
    if not in_office(by):
        raise NotAllowed(_("只有工会办公室可以更换表样。"))
    chosen = FormTemplate.objects.create(key=form.key, by=by, **fields)
    audit.record("files.template", chosen, by=by, after=audit.snapshot(chosen, ["key", "name", "sha256"]))
    return chosen


def file_name(given: str | None) -> str:
    """A name without path and control characters, at most 200 characters, its ending kept."""
    plain = "".join(
        character
        for character in folded(PurePath((given or "").replace("\\", "/")).name)
        if character.isprintable() and character not in '<>:"/|?*'
    )
    stem, dot, ending = plain.rpartition(".")
    return f"{(stem or _('未命名'))[:190]}{dot}{ending[:9]}" if dot else plain[:200] or _("未命名")
