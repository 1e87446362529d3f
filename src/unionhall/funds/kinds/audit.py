"""What an audit of the union's funds is about (FIN-12)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditKind(models.TextChoices):
    YEARLY = "yearly", _("年度审查")
    SPECIAL = "special", _("专项审查")
    HANDOVER = "handover", _("人员调动监交")
