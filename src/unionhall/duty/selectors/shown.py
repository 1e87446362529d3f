"""Paragraphs as pages show them: prose and chips, live in a draft and frozen once signed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from unionhall.duty.language import in_chinese
from unionhall.duty.models import Paragraph, Report
from unionhall.duty.selectors.reports import sections_of, untold
from unionhall.figures.sentences import Topic
from unionhall.figures.tokens import Token, parts

NONE: Mapping[UUID, list] = MappingProxyType({})


@dataclass(frozen=True)
class Piece:
    """A stretch of prose, or a chip with the page that opens its rows."""

    text: str
    url: str = ""
    about: str = ""


@dataclass(frozen=True)
class ShownParagraph:
    """A paragraph in pieces, with what is to be said of it in the margin."""

    paragraph: Paragraph
    pieces: list[Piece]
    doubts: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class ShownSection:
    """A part with its paragraphs and what it cannot say yet."""

    section: object
    paragraphs: list[ShownParagraph]
    untold: list[Topic] = field(default_factory=list)


@in_chinese()
def shown(report: Report, doubts: Mapping[UUID, list] = NONE) -> list[ShownSection]:
    """The whole report in pieces; `doubts` go to their paragraphs by key."""
    chip = _chips(report)
    return [
        ShownSection(
            section,
            [
                ShownParagraph(paragraph, _pieces(paragraph.text, chip), doubts.get(paragraph.pk, []))
                for paragraph in section.paragraphs.all()
            ],
            untold(section),
        )
        for section in sections_of(report)
    ]


def _pieces(text: str, chip: Callable[[Token], Piece]) -> list[Piece]:
    return [Piece(part) if isinstance(part, str) else chip(part) for part in parts(text)]


def _chips(report: Report) -> Callable[[Token], Piece]:
    frozen = {row.token: row for row in report.frozen.in_text().defer("rows")} if report.is_signed else {}

    def chip(token: Token) -> Piece:
        reading = token.reading(report.union)
        row = frozen.get(str(token))
        return Piece(row.text if row else reading.say(token.style), reading.url, reading.definition)

    return chip
