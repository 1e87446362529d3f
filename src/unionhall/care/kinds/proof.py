"""The papers that prove an occasion, and the set the house starts with (CARE-16)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.words import Occasion


class Proof(models.TextChoices):
    """One kind of paper."""

    DISCHARGE = "discharge", _("出院小结")
    BILL = "bill", _("住院发票")
    MARRIAGE = "marriage", _("结婚证")
    BIRTH = "birth", _("出生证明")
    DEATH = "death", _("死亡证明")
    RETIREMENT = "retirement", _("退休通知")
    DISASTER = "disaster", _("灾害证明")
    INVOICE = "invoice", _("慰问品发票")
    OTHER = "other", _("其他材料")


STARTING = {  # CARE-16; a union's own rows go before
    Occasion.HOSPITAL: (Proof.DISCHARGE, Proof.BILL),
    Occasion.OPERATION: (Proof.DISCHARGE, Proof.BILL),
    Occasion.WEDDING: (Proof.MARRIAGE,),
    Occasion.BIRTH: (Proof.BIRTH,),
    Occasion.DEATH: (Proof.DEATH,),
    Occasion.BEREAVEMENT: (Proof.DEATH,),
    Occasion.RETIREMENT: (Proof.RETIREMENT,),
}
ASKABLE = tuple(one for one in Proof if one != Proof.INVOICE)  # the invoice goes with goods, whatever the occasion
OPEN = (Proof.INVOICE,)  # nobody's private matter: whoever keeps the book may open it
