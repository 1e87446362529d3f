"""Collections are found by their title and cause; hardship files, aid and notices are in no index."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.care.models import Drive
from unionhall.care.permissions import may_list_drives
from unionhall.search import registry


def _url(drive: Any, user: Any) -> str:
    name = "care.drives.detail" if may_list_drives(user) else "my.care.drive"
    return reverse(name, args=[drive.pk])


registry.index(
    Drive,
    kind=_("募捐"),
    title=str,
    text=lambda drive: drive.cause,
    about=lambda drive: drive.get_state_display(),
    url=_url,
)
