"""What tests of hardship files hold in hand: the day, what the household told, a document."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

DAY = date(2023, 3, 1)
SECRET = "配偶重病，负债较多，恳请工会帮助"


def pdf() -> SimpleUploadedFile:
    """A diagnosis."""
    return SimpleUploadedFile("诊断证明.pdf", b"%PDF-1.4 secret diagnosis")
