"""What a household does, or the office on its behalf: ask, hand in papers, take it back."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import OFFICE_ROLES
from unionhall.audit import services as audit
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.models import HardshipFile, HardshipPaper
from unionhall.care.permissions import is_own, is_served, sees_hardship
from unionhall.care.services import posting
from unionhall.care.services.hardship import confirming
from unionhall.care.services.sealing import sealed
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.models import Person
from unionhall.people.selectors import users_with

SEALED_AS = "care.hardshippaper.content"


@transaction.atomic
def apply(*, by: User, person: Person, consented_on: date | None, **facts: Any) -> HardshipFile:
    """Ask for a household to be recognised; `facts` are fields of the file.

    Raises NotAllowed for whom it is not about outside the office; Blocked without the separate consent that health and
    income may be processed (PIPL arts. 28–30), and while the person has an open file.
    """
    if not (sees_hardship(by) or (is_own(by, person) and is_served(by))):
        raise NotAllowed(_("帮扶申请由本人提出，或由工会办公室代为登记。"))
    if consented_on is None:
        raise Blocked(_("申请要用到健康和收入等敏感个人信息，须有本人的单独同意（个人信息保护法第二十九条）。"))
    today = clock.today()
    file = HardshipFile(
        number=of_year("KN", "care.hardship", today.year),
        person=person,
        consented_on=consented_on,
        applied_on=today,
        applied_by=by,
        **facts,
    )
    with only_once(_("已有一份办理中或在档的申请，一户一档（CARE-05）。")):
        file.save(force_insert=True)
    audit.record("care.hardship.apply", file, by=by, after={"number": file.number})
    confirming.ask_branch(file)
    notices.after_commit("care.hardship.applied", file, to=users_with(*OFFICE_ROLES).exclude(pk=by.pk))
    return file


def describe(file: HardshipFile, *, by: User, reason: str, **facts: Any) -> None:
    """Write the household's circumstances anew, with the reason; what stood before stays masked in the trail."""
    HARDSHIP.fire(file, "describe", by=by, note=reason, fields=facts)


@transaction.atomic
def add_paper(file: HardshipFile, *, by: User, kind: str, upload: UploadedFile) -> HardshipPaper:
    """Hand in a document; its content is encrypted in the database and never put into the store of files.

    Raises Blocked when it is empty, larger than 20 MB, or of a kind that is not taken.
    """
    HARDSHIP.check(file, "add_paper", by=by)
    paper = HardshipPaper.objects.create(file=file, kind=kind, by=by, **sealed(upload, SEALED_AS))
    audit.record("care.hardship.add_paper", file, by=by, after={"kind": kind})
    return paper


def withdraw(file: HardshipFile, *, by: User, reason: str = "") -> None:
    """Take the request back before it is decided; a posting that runs comes down."""
    with transaction.atomic():
        HARDSHIP.fire(file, "withdraw", by=by, note=reason)
        posting.take_down(file.notices.all(), by=by)
