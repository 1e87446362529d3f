"""What makes a password too weak, beyond Django's own checks."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class LongEnough:
    """At least `min_length` characters; Django's own check of this has no Chinese wording."""

    def __init__(self, min_length: int = 10) -> None:
        self.min_length = min_length

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) < self.min_length:
            raise ValidationError(_("密码太短，至少要 %(count)s 个字符。"), params={"count": self.min_length})

    def get_help_text(self) -> str:
        return _("至少 %(count)s 个字符。") % {"count": self.min_length}
