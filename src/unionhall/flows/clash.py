"""What two write at the same moment: the database keeps one, and the other reads why."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from unionhall.flows.flow import Blocked, Text


@contextmanager
def only_once(reason: Text) -> Iterator[None]:
    """Around the writing of what there may be only one of; raises Blocked with `reason` where the database has it already.

    A look before cannot answer for that: of two who look at once both find nothing. What the block wrote is undone alone.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Blocked(reason) from None
