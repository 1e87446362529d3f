"""The words of donation drives."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """How a donation came."""

    CASH = "cash", _("现金")
    TRANSFER = "transfer", _("转账")


class Remainder(models.TextChoices):
    """What becomes of what is left, said before the first donation and not changed after (DON-03)."""

    BENEFICIARY = "beneficiary", _("全部交付受助人")
    FUND = "fund", _("转入本会互助金，用于其他困难职工")
    RETURN = "return", _("按捐款比例退还捐款人")


class Goal(models.TextChoices):
    """What a payment out of a drive is for."""

    AID = "aid", _("交付受助人")
    REMAINDER = "remainder", _("按约定处理结余")
