"""An enrolment in mutual-aid cover, told to the book: for what the premium is, and who is covered."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import CoverBatch
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence


def of_batch(batch: CoverBatch, user: Any) -> str:
    """The enrolment at the desk."""
    return reverse("care.cover_batches.detail", args=[batch.pk])


def shown_for_batch(batch: CoverBatch) -> Iterator[Evidence]:
    """What it is for, and who is covered."""
    yield Evidence(PieceKind.PLAN, f"{batch.number} {batch.get_plan_display()}", of_batch(batch, None))
    yield Evidence(PieceKind.ROSTER, _("参保%(n)s人") % {"n": batch.people}, of_batch(batch, None))


subjects.take(
    CoverBatch,
    rows=lambda user: CoverBatch.objects.visible_to(user),
    url=of_batch,
    evidence=shown_for_batch,
    in_part=True,
)
