"""What the congress resolved."""

import hashlib
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.congress import permissions
from unionhall.congress.models.agenda import AgendaItem
from unionhall.congress.models.session import Session


class ResolutionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """What is published is for everybody of the union (CON-22); the rest for who may see the session."""
        if permissions.may_list(user):
            return self
        if not permissions.may_read_resolutions(user):
            return self.none()
        return self.filter(Q(published_on__isnull=False) | Q(session__in=Session.objects.visible_to(user)))


class Resolution(TenantModel):
    """A resolution as adopted. No verb changes its words; another needs a new item, and then `replaces` it (CON-23).

    `entitled` and `present` are those of the vote, without one those of the moment the item was called.
    `digest` seals number, title and text: whoever changed them elsewhere is found out (`is_intact`).
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="resolutions", verbose_name=_("会议"))
    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="resolution", verbose_name=_("议题"))
    number = models.CharField(_("编号"), max_length=24)
    title = models.CharField(_("决议"), max_length=120)
    text = models.TextField(_("正文"))
    adopted_on = models.DateField(_("通过日期"))
    entitled = models.PositiveIntegerField(_("应到"))
    present = models.PositiveIntegerField(_("实到"))
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name=_("取代的决议")
    )
    published_on = models.DateField(_("公布日期"), null=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)

    objects = tenant_manager(ResolutionQuerySet)

    class Meta:
        verbose_name = _("决议")
        ordering = ["-adopted_on", "-number"]
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="congress_resolution_number")]

    def __str__(self) -> str:
        return self.title

    @property
    def seal(self) -> str:
        """The digest of what it says now."""
        return hashlib.sha256("\x1f".join((self.number, self.title, self.text)).encode()).hexdigest()

    @property
    def is_intact(self) -> bool:
        """Whether it still says what was adopted."""
        return self.seal == self.digest
