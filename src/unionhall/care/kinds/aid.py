"""The words of aid and of mutual-aid cover."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.words import Occasion


class AidKind(models.TextChoices):
    """What aid is for (CARE-09)."""

    HARDSHIP = "hardship", _("困难补助")
    ONE_OFF = "one_off", _("一次性救助")
    MEDICAL = "medical", _("医疗救助")
    EDUCATION = "education", _("助学")


OCCASIONS = {  # what each kind counts as where payments of all sources are held against one another (CARE-13)
    AidKind.HARDSHIP: Occasion.HARDSHIP,
    AidKind.ONE_OFF: Occasion.DISASTER,
    AidKind.MEDICAL: Occasion.ILLNESS,
    AidKind.EDUCATION: Occasion.EXAM,
}


class Guardian(models.TextChoices):
    """Who consents for a child under fourteen."""

    SELF = "self", _("职工本人（父母）")
    SPOUSE = "spouse", _("配偶（父母另一方）")
    OTHER = "other", _("其他监护人")


class Plan(models.TextChoices):
    """What a cover is against."""

    HOSPITAL = "hospital", _("住院医疗互助")
    ILLNESS = "illness", _("重大疾病互助")
    ACCIDENT = "accident", _("意外伤害互助")
    WOMEN = "women", _("女职工特殊疾病互助")
