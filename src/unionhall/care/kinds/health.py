"""The words of health-check rounds and recuperation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Whom(models.TextChoices):
    """Who a round of health checks is for."""

    STAFF = "staff", _("全体在岗职工")
    MEMBERS = "members", _("全体会员")
    WOMEN = "women", _("女职工")
