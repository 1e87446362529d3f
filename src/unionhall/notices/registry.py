"""What can be told, and in which words. Modules define theirs in `notices.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from unionhall.accounts.models import User

Text = str | Promise
UNSPEAKABLE = ("diagnosis", "illness", "disease")  # no notice names an illness (PRI-04)


@dataclass(frozen=True)
class Kind:
    """One kind of notice. `subject` and `body` take their values by name: `%(title)s`."""

    key: str
    label: Text
    subject: Text
    body: Text
    url: Callable[[Any, User], str]
    urgent: bool
    confidential: bool


_kinds: dict[str, Kind] = {}


def define(
    key: str,
    *,
    label: Text = "",
    subject: Text,
    body: Text = "",
    url: Callable[[Any, User], str] = lambda obj, user: "",
    urgent: bool = False,
    confidential: bool = False,
) -> Kind:
    """Define a kind of notice; `url(obj, user)` is the page it leads this reader to.

    An urgent one does not wait for the morning. A confidential one shows neither subject nor reader in the office's log
    and says nothing by e-mail but that it exists. Raises ValueError when the wording would name an illness.
    """
    for name in UNSPEAKABLE:
        if f"%({name})" in str(subject) + str(body):
            raise ValueError(f"{key}: a notice does not name an illness")
    _kinds[key] = Kind(key, label or subject, subject, body, url, urgent, confidential)
    return _kinds[key]


def get(key: str) -> Kind:
    """The kind of that key; raises KeyError for one nobody defined."""
    return _kinds[key]


def label_of(key: str) -> str:
    """What the office reads of a kind; its key when the module is no longer there."""
    return str(_kinds[key].label) if key in _kinds else key
