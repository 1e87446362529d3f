"""Hardship files as pages show them."""

from typing import Any

from django.db.models import QuerySet

from unionhall.care.models import HardshipFile
from unionhall.care.permissions import sees_hardship


def rows(user: Any) -> QuerySet[HardshipFile]:
    """All files, for the office; nobody else has this list."""
    files = HardshipFile.objects.visible_to(user) if sees_hardship(user) else HardshipFile.objects.none()
    return files.select_related("person__department", "person__user")


def own(user: Any) -> QuerySet[HardshipFile]:
    """One's own files."""
    return HardshipFile.objects.filter(person__user=user.pk).select_related("person__user")
