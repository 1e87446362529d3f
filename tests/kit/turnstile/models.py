"""A small tenant model for tests of the figures engine itself: one turn is one person in one item on one day."""

from typing import Any

from django.db import models

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel.money import MoneyField


class TurnQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "TurnQuerySet":
        """A reader sees the turns of the person with the reader's staff number; the system sees all."""
        return self if user.is_system else self.filter(person=user.staff_no)


class Turn(TenantModel):
    person = models.CharField(max_length=20, null=True)
    item = models.CharField(max_length=20, default="rope")
    day = models.DateField()
    prizes = models.IntegerField(default=0)
    cost = MoneyField(default=0)

    objects = tenant_manager(TurnQuerySet)

    def __str__(self) -> str:
        return f"{self.person} {self.item}"
