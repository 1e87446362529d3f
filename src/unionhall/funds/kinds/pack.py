"""What an evidence pack is made of (FIN-11)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PieceKind(models.TextChoices):
    """What one piece of evidence shows."""

    PLAN = "plan", _("方案或事由")
    APPROVAL = "approval", _("审批单")
    ROSTER = "roster", _("名单或清单")
    INVOICE = "invoice", _("发票")
    SIGN_OFF = "sign_off", _("签领或验收")
    RECEIPT = "receipt", _("收据或回单")
    OTHER = "other", _("其他单据")
