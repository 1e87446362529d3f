"""Who decides on a request, by its amount (FIN-10)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rung(models.TextChoices):
    CHAIR = "chair", _("工会主席")
    BOARD = "board", _("主席办公会")
    COMMITTEE = "committee", _("工会委员会，经审委员列席")
