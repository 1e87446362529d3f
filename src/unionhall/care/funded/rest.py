"""A recuperation batch money is asked for, told to the book: who goes, and by what they were chosen."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import RestBatch
from unionhall.care.permissions import recommends_rest
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence


def rows(user: Any) -> QuerySet[RestBatch]:
    """Those whose page this user has."""
    return RestBatch.objects.visible_to(user) if recommends_rest(user) else RestBatch.objects.none()


def of_rest(batch: RestBatch, user: Any) -> str:
    """The batch at the desk."""
    return reverse("care.rest.detail", args=[batch.pk])


def shown_for_rest(batch: RestBatch) -> Iterator[Evidence]:
    """Where to and for whom, and who was chosen."""
    address, chosen = of_rest(batch, None), batch.candidates.filter(is_chosen=True).count()
    yield Evidence(PieceKind.PLAN, f"{batch.title} {batch.place}", address)
    yield Evidence(PieceKind.ROSTER, _("选定%(n)s人") % {"n": chosen}, address)


subjects.take(RestBatch, rows=rows, url=of_rest, evidence=shown_for_rest, in_part=True)
