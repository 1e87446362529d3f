"""A report as a sequence of blocks with its numbers said: live in a draft, frozen once signed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from unionhall.duty.language import in_chinese
from unionhall.duty.models import ClaimNote, Frozen, Report
from unionhall.duty.selectors.reports import sections_of
from unionhall.figures.readings import Reading
from unionhall.figures.tokens import Token, parse, printed

NUMERALS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class Block:
    """One line of the paper: `kind` is salutation, heading (一、), subheading （一） or text."""

    kind: str
    text: str


@dataclass(frozen=True)
class Proof:
    """One line of the evidence annex."""

    label: str
    about: str
    text: str
    definition: str
    row_count: int
    as_of: str
    is_part: bool = False


@dataclass(frozen=True)
class Paper:
    """Everything that is printed."""

    title: str
    blocks: list[Block]
    signature: list[str]
    proofs: list[Proof]
    notes: list[ClaimNote]
    is_signed: bool


@in_chinese()
def compose(report: Report) -> Paper:
    """The paper of a report. Chinese whatever the language of the page: it is a document of the union."""
    live: dict[str, Reading] = {}
    blocks = list(_blocks(report, _saying(report, live)))
    return Paper(
        report.title,
        blocks,
        _signature(report),
        list(_proofs(report, live)),
        list(report.notes.all()),
        report.is_signed,
    )


def _saying(report: Report, live: dict[str, Reading]) -> Callable[[Token], str]:
    """How a token is said: as frozen, or as it reads now; each is read once and kept in `live`."""
    if report.is_signed:
        frozen = {row.token: row.text for row in report.frozen.in_text().only("token", "text")}
        return lambda token: frozen[str(token)]

    def say(token: Token) -> str:
        reading = live.setdefault(str(token), token.reading(report.union))
        return reading.say(token.style)

    return say


def _blocks(report: Report, say: Callable[[Token], str]) -> Iterator[Block]:
    if report.salutation:
        yield Block("salutation", report.salutation)
    number = 0
    for section in sections_of(report):
        paragraphs = [paragraph for paragraph in section.paragraphs.all() if paragraph.text]
        if section.heading and paragraphs:
            number += 1
            yield Block("heading", f"{numeral(number)}、{section.heading}")
        sub = 0
        for paragraph in paragraphs:
            sub += paragraph.is_heading
            text = printed(paragraph.text, say)
            yield Block("subheading", f"（{numeral(sub)}）{text}") if paragraph.is_heading else Block("text", text)


def numeral(number: int) -> str:
    """一 to 九十九, as headings are numbered."""
    tens, ones = divmod(number, 10)
    if number <= 10:
        return NUMERALS[number]
    return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")


def _signature(report: Report) -> list[str]:
    lines = [report.union.name, report.author.name if report.author else ""]
    day = report.signed_on
    return [*filter(None, lines), f"{day.year}年{day.month}月{day.day}日" if day else "（草稿，未签发）"]


def _proofs(report: Report, live: dict[str, Reading]) -> Iterator[Proof]:
    if report.is_signed:
        for row in report.frozen.in_text().prefetch_related("parts"):
            yield _frozen_proof(row)
            yield from (_frozen_proof(part) for part in row.parts.all())
        return
    for token, reading in live.items():
        yield Proof(
            reading.label,
            reading.about,
            reading.say(parse(token).style),
            reading.definition,
            reading.row_count,
            reading.as_of.isoformat(),
        )


def _frozen_proof(row: Frozen) -> Proof:
    return Proof(
        row.label,
        row.about,
        row.text,
        row.definition,
        row.row_count,
        row.as_of.isoformat(),
        is_part=row.of_share_id is not None,
    )
