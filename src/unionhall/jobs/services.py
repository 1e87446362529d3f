"""Asking for a job, cancelling it, and taking up again what a killed process left behind."""

import os
import socket
from typing import Any

from django.conf import settings
from django.db import transaction
from django_q.models import OrmQ
from django_q.tasks import async_task

from unionhall.accounts.models import User
from unionhall.jobs import registry
from unionhall.jobs.models import UNFINISHED, Job, State
from unionhall.kernel import clock


@transaction.atomic
def start(key: str, *, by: User, **arguments: Any) -> Job:
    """Queue a registered job for the union in scope, in the caller's transaction: a rolled-back act starts nothing."""
    job = Job.objects.create(key=key, label=str(registry.get(key).label), arguments=arguments, requested_by=by)
    async_task("unionhall.jobs.running.run", str(job.pk), group=key, save=False)
    job.refresh_from_db()
    return job


def cancel(job: Job, *, by: User) -> bool:
    """Stop a job: at once when it waits, at its next progress when it runs; False when it was already over."""
    mine = Job.objects.visible_to(by).filter(pk=job.pk, state__in=UNFINISHED)
    return bool(mine.update(state=State.CANCELLED, ended_at=clock.now()))


def here() -> str:
    """This process, as a job names its runner."""
    return f"{socket.gethostname()}:{os.getpid()}"


def take_up_abandoned() -> int:
    """Hand out again, at once, what processes of this host had taken before they were killed; returns how many.

    Called before a cluster starts. Without it a job would wait for the queue's own redelivery (`Q_CLUSTER["retry"]`),
    which still serves when another host has died.
    """
    if settings.Q_CLUSTER.get("sync"):
        return 0
    freed = 0
    for parcel in OrmQ.objects.filter(lock__gt=clock.now()):
        job = Job._base_manager.filter(pk=parcel.task["args"][0]).first()
        if job and job.state == State.RUNNING and _is_alive(job.runner):
            continue
        Job._base_manager.filter(pk=parcel.task["args"][0], state=State.RUNNING).update(state=State.QUEUED)
        freed += OrmQ.objects.filter(pk=parcel.pk, lock=parcel.lock).update(lock=clock.now())
    return freed


def _is_alive(runner: str) -> bool:
    """Whether a runner may still be at work; of another host we cannot know, so we say yes."""
    host, _, pid = runner.rpartition(":")
    if host != socket.gethostname():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
