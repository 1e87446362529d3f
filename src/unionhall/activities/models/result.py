"""What was achieved in an item."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities.models.activity import Activity
from unionhall.activities.models.entry import Entry, Item, Team


class ResultQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ResultQuerySet":
        """Results are announced: whoever may see the activity may see them."""
        return self.filter(item__activity__in=Activity.objects.visible_to(user))


class Result(TenantModel):
    """The mark of one entry or one team, and the place it makes among the others of the item."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="results", verbose_name=_("项目"))
    entry = models.OneToOneField(Entry, models.PROTECT, null=True, related_name="result", verbose_name=_("选手"))
    team = models.OneToOneField(Team, models.PROTECT, null=True, related_name="result", verbose_name=_("队伍"))
    mark = models.DecimalField(_("成绩"), max_digits=10, decimal_places=3, null=True)
    rank = models.PositiveSmallIntegerField(_("名次"), null=True)
    broke_record = models.BooleanField(_("破纪录"), default=False)
    note = models.CharField(_("备注"), max_length=60, blank=True)

    objects = tenant_manager(ResultQuerySet)

    class Meta:
        verbose_name = _("成绩")
        ordering = [models.F("rank").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                name="result_of_one", condition=Q(entry=None, team__isnull=False) | Q(entry__isnull=False, team=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.who}"

    @property
    def who(self) -> str:
        """The name under which it is announced."""
        return self.team.name if self.team_id else self.entry.person.name
