"""What is asked for a record beyond what its own plan has for it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Sum

from unionhall.funds import subjects
from unionhall.funds.models import SpendingRequest


@dataclass(frozen=True)
class Plan:
    """A record's own plan in yuan: how much it has, and what is asked of it in all, `over` by how much."""

    planned: Decimal
    asked: Decimal

    @property
    def over(self) -> Decimal:
        """What goes beyond the plan."""
        return max(self.asked - self.planned, Decimal(0))


def plan_of(obj: models.Model | None, amount: Decimal, *, but: Any = None) -> Plan | None:
    """The plan of a record when `amount` is asked for it beside all that stands, the request `but` left out; None for a
    record that plans no money."""
    subject = subjects.get(obj._meta.label_lower) if obj is not None else None
    if obj is None or subject is None or subject.planned is None:
        return None
    others = SpendingRequest.objects.about(obj).live().exclude(pk=but)
    return Plan(subject.planned(obj), amount + (others.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)))
