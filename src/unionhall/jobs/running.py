"""What a worker does with a job: take it, run it in the union's scope as the user who asked, keep how it ended."""

import logging
import traceback
from datetime import timedelta
from time import monotonic
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext as _
from django_q.exceptions import TimeoutException

from unionhall.accounts.tenancy import in_union
from unionhall.flows import Refusal
from unionhall.jobs import registry
from unionhall.jobs.models import Job, State
from unionhall.jobs.services import here
from unionhall.kernel import clock

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 3
SECONDS_BETWEEN_REPORTS = 0.5


class Cancelled(Exception):
    """The user gave the job up."""


class Progress:
    """What a job calls to say how far it is; written at most twice a second, raises Cancelled when given up."""

    def __init__(self, job: Job) -> None:
        self._mine = Job.objects.filter(pk=job.pk, state=State.RUNNING)
        self._last = 0.0

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        if monotonic() - self._last < SECONDS_BETWEEN_REPORTS and done != total:
            return
        self._last = monotonic()
        if not self._mine.update(done=done, total=total, text=text[:200]):
            raise Cancelled


def run(job_id: str) -> None:
    """Do a job that the queue handed over, unless somebody else has it or it is over. Never raises."""
    job = _take(job_id)
    if job is None:
        return
    with in_union(job.union), translation.override(job.requested_by.language):
        if job.attempts > MAX_ATTEMPTS:
            _end(job, State.FAILED, error=_("办理多次中断，已停止。请把任务编号告诉系统管理员。"))
        else:
            _work(job)


def _take(job_id: str) -> Job | None:
    """Mark the job as ours; None when it is not to be had. A run longer than the time limit is dead for certain."""
    stale = clock.now() - timedelta(seconds=settings.Q_CLUSTER["timeout"])
    free = Job._base_manager.filter(Q(state=State.QUEUED) | Q(state=State.RUNNING, started_at__lte=stale), pk=job_id)
    taken = free.update(state=State.RUNNING, started_at=clock.now(), attempts=F("attempts") + 1, runner=here())
    return Job._base_manager.select_related("union", "requested_by").get(pk=job_id) if taken else None


def _work(job: Job) -> None:
    try:
        result = registry.get(job.key).work(Progress(job), by=job.requested_by, **job.arguments)
        _end(job, State.DONE, result=result or {})
    except Cancelled:
        log.info("job %s %s was cancelled", job.key, job.pk)
    except Refusal as refusal:
        _end(job, State.FAILED, error=str(refusal))
    except TimeoutException:
        _end(job, State.FAILED, error=_("办理时间过长，已停止。"))
    except Exception as error:
        # The message of an error may quote a person's data, so only its kind and place are logged.
        log.error(
            "job %s %s failed with %s at\n%s",
            job.key,
            job.pk,
            type(error).__name__,
            "".join(traceback.format_tb(error.__traceback__)),
        )
        _end(job, State.FAILED, error=_("办理时出了错，已停止。请把任务编号告诉系统管理员。"))


def _end(job: Job, state: State, **fields: Any) -> None:
    Job.objects.filter(pk=job.pk, state=State.RUNNING).update(state=state, ended_at=clock.now(), **fields)
