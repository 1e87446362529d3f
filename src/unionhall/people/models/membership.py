"""Membership of the union: one row is one spell, from joining to leaving."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.kernel.money import MoneyField
from unionhall.kernel.spans import runs_on
from unionhall.people import permissions
from unionhall.people.choices import Entry, RetainReason
from unionhall.people.flow import HELD, WAITING, State


class MembershipQuerySet(models.QuerySet):
    def running(self, day: date) -> Self:
        """Spells that had begun and not ended on a day, full or retained."""
        return self.filter(runs_on(day, first="joined_on", last="ended_on"))

    def full(self, day: date) -> Self:
        """Spells in full membership on a day: not yet retained, and the person had not left the hospital (MEM-03)."""
        return self.unretained(day).filter(Q(person__left_on=None) | Q(person__left_on__gt=day))

    def unretained(self, day: date) -> Self:
        """Running spells not yet retained on a day, whether or not the person had left."""
        return self.running(day).filter(Q(retained_reason="") | Q(retained_on__gt=day))

    def retained(self, day: date) -> Self:
        """Spells retained on a day; a retirement from before the first roster has no day and counts from ever."""
        return self.running(day).exclude(retained_reason="").filter(Q(retained_on=None) | Q(retained_on__lte=day))

    def open(self) -> Self:
        """Spells asked for or held: at most one for each person."""
        return self.filter(state__in=(*WAITING, *HELD), ended_on=None)

    def visible_to(self, user: Any) -> Self:
        """Whoever sees the person sees the membership."""
        if in_office(user):
            return self
        if not getattr(user, "is_active", False) or permissions.sees_no_person(user):
            return self.none()
        return self.filter(Q(person__user=user.pk) | Q(person__unit__in=units_where(user, *permissions.LEADERS)))


class Membership(TenantModel):
    """One spell of membership. `retained_on` opens the part without dues and vote, `ended_on` closes the spell.

    A retained spell has its reason; `retained_on` is empty where somebody had retired before the first roster.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="memberships", verbose_name=_("职工"))
    state = models.CharField(_("会籍状态"), max_length=15, choices=State, default=State.APPLIED)
    entry = models.CharField(_("入会方式"), max_length=11, choices=Entry, default=Entry.APPLIED)
    card_no = models.CharField(_("会员证号"), max_length=32, blank=True)
    applied_on = models.DateField(_("申请日期"), null=True, blank=True)
    application = models.TextField(_("入会申请"), blank=True)
    joined_on = models.DateField(_("入会日期"), null=True, blank=True)
    came_from = models.CharField(_("转自"), max_length=80, blank=True)
    dues_base = MoneyField(_("会费基数"), null=True, blank=True)
    dues_from = models.DateField(_("起缴月"), null=True, blank=True)
    retained_on = models.DateField(_("保留会籍日期"), null=True, blank=True)
    retained_reason = models.CharField(_("保留原因"), max_length=10, choices=RetainReason, blank=True)
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    went_to = models.CharField(_("去向"), max_length=80, blank=True)
    filed_on = models.DateField(_("报上级备案日期"), null=True, blank=True)
    filing_no = models.CharField(_("备案文号"), max_length=80, blank=True)

    objects = tenant_manager(MembershipQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("会籍")
        ordering = ["-applied_on", "-joined_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "person"],
                name="membership_one_open",
                condition=Q(state__in=[*WAITING, *HELD], ended_on=None),
            ),
            models.UniqueConstraint(
                fields=["union", "card_no"],
                name="membership_card_unique",
                condition=Q(state__in=list(HELD), ended_on=None) & ~Q(card_no=""),
            ),
            models.CheckConstraint(
                name="membership_held_since", condition=~Q(state__in=list(HELD)) | Q(joined_on__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_state_display()}"
