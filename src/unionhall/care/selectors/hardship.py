"""Hardship files as pages show them."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from unionhall.care.kinds.hardship import Grade
from unionhall.care.models import HardshipFile
from unionhall.care.permissions import sees_hardship
from unionhall.people.choices import BodyKind
from unionhall.people.models import Post


def rows(user: Any) -> QuerySet[HardshipFile]:
    """All files, for the office; nobody else has this list."""
    files = HardshipFile.objects.visible_to(user) if sees_hardship(user) else HardshipFile.objects.none()
    return files.select_related("person__department", "person__user")


def to_confirm(user: Any) -> QuerySet[HardshipFile]:
    """Those that wait for one's first look."""
    return HardshipFile.objects.to_confirm_by(user).select_related("person__department", "person__unit", "person__user")


def committee_size(day: date) -> int:
    """How many sit on the union's committee on a day."""
    seats = Post.objects.held(day).filter(seat__body__kind=BodyKind.COMMITTEE)
    return seats.order_by().values("person").distinct().count()


def heads_of(file: HardshipFile) -> int:
    """How many live there, as far as it is known: who is registered, else as many as were calculated with before."""
    known = file.latest_means
    return file.relatives.count() + 1 if file.relatives.exists() or known is None else known.heads


def is_out(file: HardshipFile) -> bool:
    """Whether the newest calculation, of those read with the file, finds no hardship any more (CARE-07)."""
    tests = sorted(file.means_tests.all(), key=lambda test: (test.made_on, test.pk))
    return bool(tests) and tests[-1].means.grade == Grade.NONE


def own(user: Any) -> QuerySet[HardshipFile]:
    """One's own files."""
    return HardshipFile.objects.filter(person__user=user.pk).select_related("person__user")
