"""The delegate roll as a workbook, into one term."""

from typing import Any
from uuid import UUID

from django.http import Http404

from unionhall.congress.exchange import DelegateImporter
from unionhall.congress.models import Term
from unionhall.congress.permissions import manages
from unionhall.congress.services import checks
from unionhall.pages.imports import ImportPages


def _importer(user: Any, pk: UUID) -> DelegateImporter:
    term = Term.objects.visible_to(user).filter(pk=pk).first()
    if term is None:
        raise Http404
    checks.runs(term)
    return DelegateImporter(term)


delegate_import = ImportPages(
    name="congress.import_delegates",
    path="office/congress/terms/<uuid:pk>/import-delegates",
    who=manages,
    done="congress.terms.detail",
    importer=_importer,
)
