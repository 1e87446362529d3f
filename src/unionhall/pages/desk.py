"""What stands on a home page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Waiting:
    """Something that waits for this user (待我办理): a sentence, where to do it, and by when."""

    text: Text
    url: str
    due_on: date | None = None


@dataclass(frozen=True)
class News:
    """Something that happened in a matter of this user: a sentence, where to read it, and when."""

    text: Text
    url: str
    at: datetime
