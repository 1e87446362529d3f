"""The states of a public notice and of an objection to it."""

from django.db import models
from django.utils.translation import gettext_lazy


class NoticeState(models.TextChoices):
    RUNNING = "running", gettext_lazy("公示中")
    STOPPED = "stopped", gettext_lazy("已撤下")
