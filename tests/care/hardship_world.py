"""What tests of hardship files hold in hand: the day, what the household told, a document."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from unionhall.accounts.models import User
from unionhall.care.models import HardshipFile
from unionhall.care.services import hardship
from unionhall.kernel import clock

DAY = date(2023, 3, 1)
SECRET = "配偶重病，负债较多，恳请工会帮助"


def pdf() -> SimpleUploadedFile:
    """A diagnosis."""
    return SimpleUploadedFile("诊断证明.pdf", b"%PDF-1.4 secret diagnosis")


def deliberated(file: HardshipFile, by: User, **held: object) -> None:
    """The committee met on it, seven of nine, all of them for it, unless `held` says otherwise."""
    meeting = {"held_on": clock.today(), "minutes": "纪要第3号", "entitled": 9, "present": 7, "votes_for": 7} | held
    hardship.agree(file, by=by, opinion="同意认定", **meeting)
