"""What a training has beyond an activity (ACT-07)."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities.models.activity import Activity
from unionhall.activities.models.entry import Entry


class Training(TenantModel):
    """Hours, topic and lecturer of one training."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="training")
    topic = models.CharField(_("培训内容"), max_length=60)
    hours = models.DecimalField(_("学时"), max_digits=5, decimal_places=1)
    lecturer = models.CharField(_("授课人"), max_length=60)

    class Meta:
        verbose_name = _("培训")
        constraints = [models.CheckConstraint(condition=Q(hours__gt=Decimal(0)), name="training_hours_positive")]

    def __str__(self) -> str:
        return self.topic


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CertificateQuerySet":
        """The certificates of the entries one may see."""
        return self.filter(entry__in=Entry.objects.visible_to(user))


class Certificate(TenantModel):
    """The certificate somebody got for a training."""

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="certificate")
    number = models.CharField(_("证书编号"), max_length=40)
    issued_on = models.DateField(_("发证日期"))

    objects = tenant_manager(CertificateQuerySet)

    class Meta:
        verbose_name = _("培训证书")
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="certificate_number_unique")]

    def __str__(self) -> str:
        return self.number
