"""What members are told of the funds, quarter by quarter."""

from typing import Any, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.funds.permissions.ledger import may_read_disclosure
from unionhall.funds.rules.quarters import number_of


class DisclosureQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Everybody of the union."""
        return self if may_read_disclosure(user) else self.none()


class Disclosure(TenantModel):
    """One quarter's income, spending and purses as members were told them, frozen on the day (FIN-13, OPEN-03).

    `lines` holds amounts by account and by source only, in fen; no voucher text and no name of a purse gets into it.
    """

    first_on = models.DateField(gettext_lazy("起"))
    last_on = models.DateField(gettext_lazy("止"))
    note = models.TextField(gettext_lazy("说明"), blank=True)
    lines = models.JSONField(encoder=DjangoJSONEncoder)
    published_on = models.DateField(gettext_lazy("公布日期"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=gettext_lazy("公布人")
    )

    objects = tenant_manager(DisclosureQuerySet)

    class Meta:
        verbose_name = gettext_lazy("经费收支公布")
        ordering = ["-first_on"]
        constraints = [
            models.UniqueConstraint(fields=["union", "first_on"], name="disclosure_quarter_once"),
            models.CheckConstraint(name="disclosure_days_in_order", condition=Q(last_on__gt=F("first_on"))),
        ]

    def __str__(self) -> str:
        return _("%(year)s年第%(quarter)s季度经费收支情况") % {
            "year": self.first_on.year,
            "quarter": number_of(self.first_on),
        }
