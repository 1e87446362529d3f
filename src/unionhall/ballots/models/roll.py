"""Who may vote, and who counts."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.ballots.models.poll import Poll


class RollEntryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "RollEntryQuerySet":
        """The office sees rolls, others their own line."""
        return self if in_office(user) else self.filter(user_id=user.pk)


class RollEntry(TenantModel):
    """One voter of one poll. `voter` is the upper module's own key of the person; here it only means: the same one."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="roll", verbose_name=_("表决"))
    voter = models.UUIDField(default=uuid4)
    label = models.CharField(_("姓名"), max_length=80)
    group = models.CharField(_("代表团（组）"), max_length=80, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("账号")
    )
    is_present = models.BooleanField(_("到会"), default=False)

    objects = tenant_manager(RollEntryQuerySet)

    class Meta:
        verbose_name = _("应到人员")
        ordering = ["group", "label", "id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "poll", "voter"], name="roll_voter_unique"),
            models.UniqueConstraint(
                fields=["union", "poll", "user"], name="roll_user_unique", condition=Q(user__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.label


class TellerQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "TellerQuerySet":
        """Those of the polls one may see: who counted is no secret."""
        return self.filter(poll__in=Poll.objects.visible_to(user))


class Teller(TenantModel):
    """Somebody who counts the votes of a poll (监票人)."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="tellers", verbose_name=_("表决"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("监票人"))

    objects = tenant_manager(TellerQuerySet)

    class Meta:
        verbose_name = _("监票人")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["union", "poll", "user"], name="teller_unique")]

    def __str__(self) -> str:
        return self.user.name
