"""The demo's second persons: each confirms what they were part of, but for the last days."""

from collections import defaultdict
from datetime import date, timedelta

from unionhall.accounts.models import User
from unionhall.care.flow.attestation import ATTESTATIONS
from unionhall.care.models import Attestation
from unionhall.demo.world import World
from unionhall.kernel import clock

LATELY = timedelta(days=4)


def so_far(world: World) -> None:
    """Each says on the day itself that it was so; what is of the last days waits for whoever tries the demo."""
    told = Attestation.objects.waiting().filter(done_on__lte=clock.today() - LATELY).exclude(person__user=None)
    by_day: dict[tuple[User, date], list[Attestation]] = defaultdict(list)
    for word in told.select_related("person__user", "visitor__visit__person", "gift", "goods"):
        by_day[word.person.user, word.done_on].append(word)
    for (user, day), words in by_day.items():
        with clock.pinned(day):
            ATTESTATIONS.fire_many(words, "confirm", by=user, fields={"said_on": day})
