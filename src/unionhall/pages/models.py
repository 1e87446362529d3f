"""What the engine itself remembers: views users saved, forms already acted on."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel
from unionhall.kernel import clock


class SavedView(TenantModel):
    """A list as one user likes it: filters, order and columns under a name, as the query string of its address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    page = models.CharField(max_length=80)
    name = models.CharField(_("名称"), max_length=30)
    query = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["union", "user", "page", "name"], name="saved_view_unique")]

    def __str__(self) -> str:
        return self.name


class Receipt(TenantModel):
    """A form that was acted on, by its one-time key: sent twice, it acts once and leads to the same place."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    led_to = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["union", "user", "key"], name="receipt_key_unique")]

    def __str__(self) -> str:
        return self.key
