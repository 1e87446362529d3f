"""The one-time secrets of accounts. Only keyed hashes are kept: nobody can read a code out of the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel
from unionhall.kernel import clock


class ActivationCode(TenantModel):
    """A code by which the owner of an account sets a password once, before `expires_at`."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="activation_codes")
    digest = models.CharField(max_length=64, editable=False)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("发出时间"), default=clock.now)
    expires_at = models.DateTimeField(_("有效期至"))
    closed_at = models.DateTimeField(_("停用时间"), null=True)  # used, or replaced by a newer one

    class Meta:
        verbose_name = _("激活码")
        constraints = [
            models.UniqueConstraint(
                fields=["union", "user"], condition=models.Q(closed_at=None), name="activation_code_open_once"
            )
        ]


class RecoveryCode(TenantModel):
    """A code that stands in for the one-time code once, when the phone is lost."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64, editable=False)
    used_at = models.DateTimeField(_("使用时间"), null=True)

    class Meta:
        verbose_name = _("备用码")
        constraints = [models.UniqueConstraint(fields=["union", "user", "digest"], name="recovery_code_unique")]
