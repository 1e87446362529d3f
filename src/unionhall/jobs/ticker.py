"""The ticker: a small process that makes the regular rounds (sealing, outbox, reminders) in each active union."""

import logging
import traceback
from threading import Event
from time import monotonic

from django.db import close_old_connections

from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union
from unionhall.jobs.registry import Regular, rounds

log = logging.getLogger(__name__)


def make_round(regular: Regular) -> None:
    """Call one function in the scope of each active union; a failure in one union does not keep the others waiting."""
    for union in Union.objects.filter(is_active=True):
        try:
            with in_union(union):
                regular.work()
        except Exception as error:
            log.error(
                "round %s failed with %s in union %s at\n%s",
                regular.work.__qualname__,
                type(error).__name__,
                union.code,
                "".join(traceback.format_tb(error.__traceback__)),
            )


def run(stopped: Event) -> None:
    """Make every round when it is due, until `stopped` is set."""
    due = dict.fromkeys(rounds(), 0.0)
    while due and not stopped.wait(max(0.0, min(due.values()) - monotonic())):
        regular = min(due, key=lambda candidate: due[candidate])
        close_old_connections()
        make_round(regular)
        due[regular] = monotonic() + regular.seconds
