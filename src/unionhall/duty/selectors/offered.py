"""The figures an author may put into a text: those of the period, and those of the events told in it."""

from dataclasses import dataclass
from typing import Any

from unionhall.duty.language import in_chinese
from unionhall.duty.models import Report
from unionhall.duty.selectors.reports import scope_of
from unionhall.figures.readings import Reading
from unionhall.figures.selectors import readable
from unionhall.figures.sentences import Topic, said


@dataclass(frozen=True)
class Offer:
    """A figure ready to be put in, with its live value."""

    token: str
    label: str
    about: str
    value: str
    url: str


@in_chinese()
def offered(report: Report, user: Any, words: str = "") -> list[Offer]:
    """Figures whose name or event holds `words`, those with a value first; each once."""
    scope = scope_of(report)
    readings = [figure(scope) for figure in readable(user)] + _of_events(scope)
    offers = {str(reading.token): reading for reading in readings if words in reading.label + reading.about}
    return sorted(map(_offer, offers.values()), key=lambda offer: offer.value.startswith(("0", "—")))


def _of_events(scope: Any) -> list[Reading]:
    return [
        reading
        for topic in Topic
        for sentence in said(topic, scope)
        for reading in sentence.readings
        if reading.scope.filters
    ]


def _offer(reading: Reading) -> Offer:
    return Offer(str(reading.token), reading.label, reading.about, reading.say(), reading.url)
