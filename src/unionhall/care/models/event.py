"""What happens in people's lives, as far as the union was told."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care.flow.visits import EventState
from unionhall.care.kinds.words import Channel, Occasion, Relation
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.permissions import LEADERS


class ByPersonQuerySet(models.QuerySet):
    """Rows about one person each, `person` by name."""

    def visible_to(self, user: Any) -> Self:
        """All for the office, those of the own unit for who leads it, one's own for everybody else."""
        if in_office(user):
            return self
        return self.filter(Q(person__user=user.pk) | Q(person__unit__in=units_where(user, *LEADERS)))


class LifeEventQuerySet(ByPersonQuerySet):
    def standing(self) -> Self:
        """Those nobody dismissed."""
        return self.exclude(state=EventState.DISMISSED)

    def known_to(self, user: Any) -> Self:
        """Those one may see, and what one told oneself."""
        return self.visible_to(user) | self.filter(told_by=user.pk)


class LifeEvent(TenantModel):
    """One thing that happened to one person or one of their next of kin. Birthdays and retirements are no rows: the
    roster has them. What was said of it (`words`, `place`) is encrypted, and every look at it logged.

    It is there once when it is confirmed; before that several colleagues may tell of it, none of whom learns of the others.
    """

    number = models.CharField(_("编号"), max_length=24)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="life_events", verbose_name=_("姓名"))
    kind = models.CharField(_("事由"), max_length=12, choices=Occasion)
    relation = models.CharField(_("关系人"), max_length=13, choices=Relation, default=Relation.SELF)
    happened_on = models.DateField(_("发生日期"))
    is_serious = models.BooleanField(_("重大疾病或特别困难"), default=False)
    words = EncryptedTextField(_("情况说明"), blank=True)
    place = EncryptedTextField(_("地点"), blank=True)
    channel = models.CharField(_("来源"), max_length=9, choices=Channel)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("告知人"))
    told_at = models.DateTimeField(_("告知时间"), default=clock.now)
    state = models.CharField(_("状态"), max_length=9, choices=EventState, default=EventState.TOLD)

    objects = tenant_manager(LifeEventQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("职工事件")
        ordering = ["-happened_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="life_event_number_unique"),
            models.UniqueConstraint(
                fields=["union", "person", "kind", "relation", "happened_on"],
                condition=Q(state=EventState.CONFIRMED),
                name="life_event_once",
            ),
        ]

    def __str__(self) -> str:
        return self.number
