"""What the records can say against a text: every figure of the period, and those of the sentences told in it."""

from collections.abc import Iterator
from datetime import date

from unionhall.accounts.roles import Role
from unionhall.duty.check.evidence import Evidence, Fact
from unionhall.duty.language import in_chinese
from unionhall.figures import registry
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, said
from unionhall.people.models import Person
from unionhall.people.selectors import holders, members

PUBLIC_ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.COMMITTEE, Role.AUDITOR, Role.BRANCH_CHAIR, Role.HOSPITAL_LEADER)


@in_chinese()
def told(scope: Scope) -> list[Sentence]:
    """Everything the modules can say of a period, on whatever topic."""
    return [sentence for topic in Topic for sentence in said(topic, scope)]


def readings_of(sentences: list[Sentence]) -> dict[str, Reading]:
    """The readings of sentences by token: they are computed, so that a check need not ask again."""
    return {str(reading.token): reading for sentence in sentences for reading in sentence.readings}


@in_chinese()
def evidence(scope: Scope, sentences: list[Sentence]) -> Evidence:
    """All that can be held against a text about one period; a figure is counted when a claim asks for it."""
    facts = [*_of_sentences(sentences), *(_fact(figure(scope)) for figure in registry.all())]
    return Evidence(
        tuple(facts),
        scope.first,
        scope.last,
        members=members(scope.last).count(),
        happened=_happened(sentences),
        told=tuple(map(_plain, sentences)),
        persons=_private(scope.last),
    )


def _fact(reading: Reading, context: str = "") -> Fact:
    return Fact(reading.label, reading.unit, lambda: reading.value, context, reading.url, lambda: reading.value_before)


def _of_sentences(sentences: list[Sentence]) -> Iterator[Fact]:
    for sentence in sentences:
        for reading in sentence.readings:
            if reading.scope.filters:
                yield _fact(reading, _plain(sentence))


def _plain(sentence: Sentence) -> str:
    return sentence.spoken.rstrip("。")


def _happened(sentences: list[Sentence]) -> dict[date, str]:
    """What was told of a day; a sum told at the end of the period is nothing that happened then."""
    return {sentence.day: _plain(sentence) for sentence in sentences if sentence.day in sentence.slots.values()}


def _private(day: date) -> frozenset[str]:
    """Names on the roster but those of whom a report speaks by office."""
    public = holders(*PUBLIC_ROLES, day=day).values("person")
    return frozenset(Person.objects.exclude(pk__in=public).values_list("name", flat=True))
