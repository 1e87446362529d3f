"""What a union decided about a rule, from which day."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel import clock
from unionhall.rulebook.registry import Checked


class RuleEntryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "RuleEntryQuerySet":
        """The office reads the rulebook; others meet a rule where it is cited."""
        return self if in_office(user) else self.none()


class RuleEntry(TenantModel):
    """One value of one rule from a day on, until the next row of the same key. Written once, never changed."""

    key = models.CharField(_("参数"), max_length=80)
    text = models.CharField(_("取值"), max_length=80)
    valid_from = models.DateField(_("生效日期"))
    source = models.CharField(_("依据"), max_length=120)
    article = models.CharField(_("条款"), max_length=60, blank=True)
    checked = models.CharField(_("核对情况"), max_length=10, choices=Checked, default=Checked.UNVERIFIED)
    reason = models.TextField(_("修改理由"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("录入时间"), default=clock.now, editable=False)

    objects = tenant_manager(RuleEntryQuerySet)

    class Meta:
        verbose_name = _("规则参数")
        ordering = ["key", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["union", "key", "valid_from"], name="rule_entry_day_unique")]

    def __str__(self) -> str:
        return f"{self.key} {self.text}"
