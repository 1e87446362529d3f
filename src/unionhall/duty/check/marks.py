"""What may be said of a claim."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.duty.check.claims import Claim


class Status(models.TextChoices):
    BACKED = "backed", _("有据")
    DIFFERS = "differs", _("与记录不符")
    NO_RECORD = "no_record", _("没有记录")
    OUTSIDE = "outside", _("不在期间内")
    IMPLAUSIBLE = "implausible", _("不合常理")
    WRONG_SHARE = "wrong_share", _("比例不等于部分除以整体")
    ABSOLUTE = "absolute", _("绝对化说法没有依据")
    PRIVATE = "private", _("涉及个人姓名")


@dataclass(frozen=True)
class Mark:
    """What is to be said of one claim: its status, the reason in words, and the page that opens the rows."""

    claim: Claim
    status: Status
    reason: str = ""
    url: str = ""

    @property
    def is_backed(self) -> bool:
        return self.status == Status.BACKED
