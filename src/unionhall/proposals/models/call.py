"""The call for proposals before a session."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.people.permissions import is_of_the_union


class CallQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """A call is public among the union's own."""
        return self if is_of_the_union(user) else self.none()

    def begun(self, day: date) -> Self:
        """Those that had opened by a day, closed ones included."""
        return self.filter(opens_on__lte=day)

    def open_on(self, day: date) -> Self:
        """Those open on a day, both ends inclusive."""
        return self.begun(day).filter(closes_on__gte=day)


class Call(TenantModel):
    """The window in which delegates hand in proposals for one session of the staff congress (PRO-01); one a session."""

    session = models.OneToOneField(
        "congress.Session", models.PROTECT, related_name="call", verbose_name=gettext_lazy("会议")
    )
    opens_on = models.DateField(gettext_lazy("征集开始"))
    closes_on = models.DateField(gettext_lazy("征集截止"))
    text = models.TextField(gettext_lazy("征集通知"), blank=True)

    objects = tenant_manager(CallQuerySet)

    class Meta:
        verbose_name = gettext_lazy("提案征集")
        ordering = ["-opens_on"]
        constraints = [models.CheckConstraint(name="proposals_call_days", condition=Q(closes_on__gte=F("opens_on")))]

    def __str__(self) -> str:
        return _("%(session)s提案征集") % {"session": self.session}
