"""A visit that is due: contact made, given to others, or waived with a reason."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User, system_user
from unionhall.care.flow.visits import TASK_FLOW
from unionhall.care.models import LifeEvent, VisitTask
from unionhall.care.services import checks
from unionhall.care.services.tasks.due import responsible
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.models import Unit


def contact(task: VisitTask, *, by: User, contacted_on: date | None = None) -> None:
    """Note that the person was spoken to; today by default. Raises Blocked for a day to come."""
    day = contacted_on or clock.today()
    checks.has_been(day, _("联系日期在今天以后，请核对。"))
    TASK_FLOW.fire(task, "contact", by=by, fields={"contacted_on": day})


def waive(task: VisitTask, *, by: User, reason: str) -> None:
    """Leave a visit out, with a reason: it no longer counts as due."""
    TASK_FLOW.fire(task, "waive", by=by, note=checks.given(reason, _("请写明不必走访的理由。")))


@transaction.atomic
def assign(task: VisitTask, *, by: User, level: str, unit: Unit | None = None) -> None:
    """Give a task to the hospital's union or to another unit; whoever goes is told."""
    TASK_FLOW.fire(task, "assign", by=by, fields={"level": level, "unit": unit or task.unit})
    notices.after_commit("care.task_due", task, to=responsible(task), by_day=task.visit_by)


def drop_for(event: LifeEvent, *, reason: str) -> None:
    """Waive what a dismissed event had made due."""
    for task in event.tasks.pending():
        TASK_FLOW.fire(task, "waive", by=system_user(), note=reason)
