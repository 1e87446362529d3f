"""What is handed in for a session to take up."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.congress import permissions
from unionhall.congress.flow import MotionState
from unionhall.congress.kinds import Mover
from unionhall.congress.models.agenda import AgendaItem
from unionhall.congress.models.delegate import Delegate, Delegation
from unionhall.congress.models.session import Session
from unionhall.congress.rules.powers import Power
from unionhall.kernel import clock


class MotionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for those who oversee and, of their session, for who presides; for a delegate those of their delegation."""
        if permissions.oversees(user):
            return self
        own = Delegate.objects.serving().filter(person__user=user.pk).values("delegation")
        presided = Session.objects.filter(presidium__delegate__person__user=user.pk).values("pk")
        return self.filter(Q(delegation__in=own) | Q(session__in=presided))


class Motion(TenantModel):
    """A matter handed in to a session (议案), by a body rather than by single delegates, whose way is a proposal (提案).

    `item` is what became of it on the agenda; `reply` why it did not get there. The mover is told either.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="motions", verbose_name=_("会议"))
    number = models.CharField(_("编号"), max_length=24)
    title = models.CharField(_("案由"), max_length=100)
    power = models.CharField(_("职权类型"), max_length=10, choices=Power)
    mover = models.CharField(_("提出方"), max_length=10, choices=Mover)
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="motions", verbose_name=_("代表团")
    )
    reason = models.TextField(_("理由"))
    text = models.TextField(_("方案"))
    handed_in_on = models.DateField(_("提交日期"), default=clock.today)
    state = models.CharField(
        _("状态"), max_length=10, choices=MotionState, default=MotionState.HANDED_IN, editable=False
    )
    item = models.OneToOneField(
        AgendaItem, models.PROTECT, null=True, related_name="motion", editable=False, verbose_name=_("议题")
    )
    reply = models.TextField(_("答复"), blank=True, editable=False)

    objects = tenant_manager(MotionQuerySet)

    class Meta:
        verbose_name = _("议案")
        ordering = ["-session__held_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="congress_motion_number"),
            models.CheckConstraint(
                name="congress_motion_of_delegation",
                condition=Q(mover=Mover.DELEGATION, delegation__isnull=False)
                | ~Q(mover=Mover.DELEGATION) & Q(delegation=None),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def by_whom(self) -> str:
        """Who moved it, in words."""
        return str(self.delegation or self.get_mover_display())

    @property
    def is_late(self) -> bool:
        """Whether it came later than the administration's own papers have to (CON-17); a warning, no bar."""
        due: date | None = self.session.steps.filter(key="hand_in").values_list("due_on", flat=True).first()
        return due is not None and self.handed_in_on > due

    def is_of_head(self, user: Any) -> bool:
        """Whether this user heads the delegation it comes from."""
        heads = Delegate.objects.serving().filter(delegation=self.delegation_id, is_head=True, person__user=user.pk)
        return self.delegation_id is not None and heads.exists()
