"""The year as twelve months of marks: what the modules can say happened, and on what they have nothing to say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from unionhall.figures import tokens
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, said, tellers
from unionhall.web.year.rooms import months_of

AUTHORS_OWN = (Topic.CONDUCT, Topic.PROBLEMS, Topic.PLAN)  # what the author writes, records or not


@dataclass(frozen=True)
class Mark:
    """One thing that happened: its day, its topic, and its words, figures being readings that open their lists."""

    day: date
    topic: Topic
    words: list[str | Reading]


@dataclass(frozen=True)
class Month:
    """The marks of one month, in order."""

    first: date
    marks: list[Mark]


@dataclass(frozen=True)
class Told:
    """A year told: its months, the topics without a record, and those no module can record yet."""

    months: list[Month]
    untold: list[Topic]
    unheard: list[Topic]


def told(scope: Scope) -> Told:
    """All topics asked once."""
    heard = {topic: said(topic, scope) for topic in Topic if tellers(topic)}
    marks = sorted(_marks(heard, scope.as_of), key=lambda mark: mark.day)
    months = [
        Month(first, [mark for mark in marks if first <= mark.day <= last])
        for first, last in months_of(scope.first.year)
    ]
    untold = [topic for topic, sentences in heard.items() if not sentences]
    return Told(months, untold, [topic for topic in Topic if topic not in heard and topic not in AUTHORS_OWN])


def _marks(heard: dict[Topic, list[Sentence]], today: date) -> Iterator[Mark]:
    """What has a day of its own; sums of the whole year stand with the rooms, and what is told as of now under today."""
    for topic, sentences in heard.items():
        for sentence in sentences:
            if any(isinstance(slot, date) for slot in sentence.slots.values()):
                yield Mark(min(sentence.day, today), topic, _words(sentence))


def _words(sentence: Sentence) -> list[str | Reading]:
    """The sentence in pieces; its readings are those already counted when it was found sayable."""
    counted = {reading.token: reading for reading in sentence.readings}
    return [part if isinstance(part, str) else counted[part] for part in tokens.parts(sentence.text)]
