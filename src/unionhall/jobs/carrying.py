"""The work that pages hand over: large imports run as jobs."""

from typing import Any

from django.urls import reverse

from unionhall.accounts.models import User
from unionhall.jobs import registry
from unionhall.jobs.services import start
from unionhall.pages import background


def carry(key: str, *, by: User, **arguments: Any) -> str:
    """Start the work as a job; returns the page that shows it."""
    return reverse("jobs.show", args=[start(key, by=by, **arguments).pk])


def take_over() -> None:
    """Register every work of the pages as a job and carry it from now on."""
    for key, label, fn in background.works():
        registry.job(key, label)(fn)
    background.carried_by(carry)
