"""What the union's money may be spent on, and the account each purpose falls under (FIN-15, rules of account of 2022)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a request is for, in the words of the chart of accounts."""

    EDUCATION = "education", _("职工教育")
    CULTURE = "culture", _("文体活动")
    PUBLICITY = "publicity", _("宣传活动")
    RECUPERATION = "recuperation", _("劳模职工疗休养")
    OUTING = "outing", _("会员活动")
    WELFARE = "welfare", _("职工集体福利")
    OTHER_ACTIVITY = "other_activity", _("其他职工活动")
    RELATIONS = "relations", _("劳动关系协调")
    PROTECTION = "protection", _("劳动保护")
    LEGAL_AID = "legal_aid", _("法律援助")
    HARDSHIP = "hardship", _("困难职工帮扶")
    WARMTH = "warmth", _("送温暖")
    MUTUAL_AID = "mutual_aid", _("互助保障")
    TRAINING = "training", _("工会干部培训")
    MEETING = "meeting", _("工会会议")
    PROJECT = "project", _("专项业务")
    EQUIPMENT = "equipment", _("购置设备")
    DONATED = "donated", _("转付捐款")
    RETIREES = "retirees", _("离退休人员慰问")
    OTHER = "other", _("其他支出")
    REMITTANCE = "remittance", _("上解经费")


CODES = {
    Purpose.EDUCATION: "50101",
    Purpose.CULTURE: "50102",
    Purpose.PUBLICITY: "50103",
    Purpose.RECUPERATION: "50104",
    Purpose.OUTING: "50105",
    Purpose.WELFARE: "50106",
    Purpose.OTHER_ACTIVITY: "50199",
    Purpose.RELATIONS: "50401",
    Purpose.PROTECTION: "50402",
    Purpose.LEGAL_AID: "50403",
    Purpose.HARDSHIP: "50404",
    Purpose.WARMTH: "50405",
    Purpose.MUTUAL_AID: "50499",
    Purpose.TRAINING: "50501",
    Purpose.MEETING: "50502",
    Purpose.PROJECT: "50503",
    Purpose.EQUIPMENT: "507",
    Purpose.DONATED: "510",
    Purpose.RETIREES: "510",
    Purpose.OTHER: "510",
    Purpose.REMITTANCE: "221",  # what is owed to the union above: no expense, and no part of the budget (FIN-05)
}

# Gifts and grants to persons, which two sources may not both pay for the same event (CARE-13).
PERSONAL = frozenset({Purpose.WELFARE, Purpose.HARDSHIP, Purpose.WARMTH, Purpose.RETIREES})
