"""Proposals of a past session as a workbook, into its call."""

from typing import Any
from uuid import UUID

from django.http import Http404

from unionhall.pages.imports import ImportPages
from unionhall.proposals.exchange import PastImporter
from unionhall.proposals.models import Call
from unionhall.proposals.permissions import manages


def _importer(user: Any, pk: UUID) -> PastImporter:
    call = Call.objects.visible_to(user).filter(pk=pk).first()
    if call is None:
        raise Http404
    return PastImporter(call)


past_import = ImportPages(
    name="proposals.import",
    path="office/proposals/calls/<uuid:pk>/import",
    who=manages,
    done="proposals.calls.detail",
    importer=_importer,
)
