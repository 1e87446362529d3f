"""The papers of a union's yearly money."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanKind(models.TextChoices):
    """A budget, what changes it within the year, and the account of how it was kept."""

    BUDGET = "budget", _("预算")
    ADJUSTMENT = "adjustment", _("调整预算")
    FINAL = "final", _("决算")
