"""Lists that come in as workbooks, each for one activity."""

from typing import Any
from uuid import UUID

from django.http import Http404

from unionhall.activities.exchange import EntryImporter, ResultImporter
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity
from unionhall.activities.permissions import may_list, runs
from unionhall.pages.imports import ImportPages


def _activity(user: Any, pk: UUID, verb: str) -> Activity:
    """The activity, for who runs it and while the verb may be taken."""
    activity = Activity.objects.visible_to(user).filter(pk=pk).first()
    if activity is None or not runs(user, activity):
        raise Http404
    FLOW.check(activity, verb, by=user)
    return activity


entry_import = ImportPages(
    name="activities.import_entries",
    path="office/activities/<uuid:pk>/import-entries",
    who=may_list,
    done="activities.detail",
    importer=lambda user, pk: EntryImporter(_activity(user, pk, "enter_list")),
)
result_import = ImportPages(
    name="activities.import_results",
    path="office/activities/<uuid:pk>/import-results",
    who=may_list,
    done="activities.detail",
    importer=lambda user, pk: ResultImporter(_activity(user, pk, "record_results")),
)
