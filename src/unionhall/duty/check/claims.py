"""The claims of a text: what in it could be true or false, where it stands, and in which sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from unionhall.duty.check.numerals import NUMBER, to_number
from unionhall.duty.check.units import LONGEST_FIRST, SCALE

WORDS = {
    "余": "over",
    "多": "over",
    "近": "near",
    "将近": "near",
    "接近": "near",
    "突破": "passed",
    "超过": "over",
    "超": "over",
    "以上": "least",
    "逾": "over",
    "达到": "exact",
}
BEFORE = r"(?P<before>将近|接近|近|突破了?|超过了?|超|逾)?"
UNIT = "|".join(map(re.escape, LONGEST_FIRST))
QUANTITY = re.compile(
    rf"{BEFORE}(?P<number>{NUMBER})(?P<after>[余多])?(?P<much>[万亿])?(?P<unit>{UNIT})(?P<least>以上)?"
)
PERCENT = re.compile(rf"百分之(?P<number>{NUMBER})")
ORDINAL = re.compile(rf"第(?P<first>{NUMBER})(?P<kind>届)(?:第?(?P<second>{NUMBER})次)?")
DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")
ABSOLUTE = re.compile(
    r"首家|首个|首次|第一名|唯一|最[高大多好长强优]|史无前例|前所未有|全覆盖|无一例外|"
    r"人人[都均]|件件|条条|一致好评|全票|零投诉|全部"
)
CLAUSE = re.compile(r"[，、：:]|,(?!\d{3})")  # not the comma of 25,368.50
SENTENCE = re.compile(r"[^。！？!?；;\n]+")
CALLED_BEFORE = re.compile(r"(?:职工|同志|护士|医生|医师|会员|同事|主任|科长|患者|看望|慰问|帮助|为)$")
CALLED_AFTER = re.compile(r"同志|老师|医生|护士|医师|主任|科长|同事|师傅|等\d|等人")
IDLE = re.compile(r"[一二两三四五六七八九](?:个|项|种|条|件|次|家|位|名|人|份|支|块|分|期|台|套|处)")
NOT_A_CLAIM = re.compile(r"《[^》]*》|第[零〇一二三四五六七八九十百0-9]+[条款项章]|“[^”]{0,12}”")


@dataclass(frozen=True)
class Claim:
    """Something a text says. `kind`: quantity, ordinal, day, absolute, name or figure; `style` as in
    `figures.words.holds`; `near` is the rest of its clause, `passage` the line it stands in."""

    kind: str
    quote: str
    start: int
    end: int
    sentence: str
    value: Decimal | None = None
    unit: str = ""
    style: str = "exact"
    day: tuple[int | None, int, int] | None = None
    near: str = ""
    passage: str = ""


def find(text: str, names: frozenset[str] = frozenset()) -> list[Claim]:
    """Every claim of a text in order; `names` are the persons whose mention counts as a claim."""
    return [claim for line in re.finditer(r"[^\n]+", text) for claim in _in_line(line.group(), line.start(), names)]


def _in_line(text: str, at: int, names: frozenset[str]) -> list[Claim]:
    found: list[Claim] = []
    lengths = sorted({len(name) for name in names if len(name) > 1}, reverse=True)
    for match in SENTENCE.finditer(text):
        found += _in_sentence(match.group(), match.start())
        found += [_moved(claim, match.start()) for claim in _names(match.group(), names, lengths)]
    found.sort(key=lambda claim: (claim.start, claim.end))
    return [replace(claim, start=claim.start + at, end=claim.end + at, passage=text) for claim in found]


def _in_sentence(sentence: str, at: int) -> Iterator[Claim]:
    readable = NOT_A_CLAIM.sub(lambda match: "\0" * len(match.group()), sentence)
    for finder in (_days, _ordinals, _percents, _quantities, _absolutes):
        for claim in finder(readable, sentence):
            readable = readable[: claim.start] + "\0" * (claim.end - claim.start) + readable[claim.end :]
            yield _moved(claim, at)


def _moved(claim: Claim, at: int) -> Claim:
    return replace(claim, start=claim.start + at, end=claim.end + at)


def _claim(kind: str, match: re.Match, sentence: str, **more: object) -> Claim:
    return Claim(kind, match.group(), match.start(), match.end(), sentence, near=_around(sentence, match), **more)


def _around(sentence: str, match: re.Match) -> str:
    """The words of the clause a claim stands in: what it is probably about."""
    before = CLAUSE.split(sentence[: match.start()])[-1]
    return before + CLAUSE.split(sentence[match.end() :])[0]


def _days(text: str, sentence: str) -> list[Claim]:
    return [
        _claim(
            "day",
            match,
            sentence,
            day=(int(match["year"]) if match["year"] else None, int(match["month"]), int(match["day"])),
        )
        for match in DAY.finditer(text)
        if _is_day(match)
    ]


def _is_day(match: re.Match) -> bool:
    try:
        date(int(match["year"] or 2024), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True


def _ordinals(text: str, sentence: str) -> list[Claim]:
    return [_claim("ordinal", match, sentence) for match in ORDINAL.finditer(text)]


def _percents(text: str, sentence: str) -> list[Claim]:
    return [
        _claim("quantity", match, sentence, value=to_number(match["number"]), unit="%")
        for match in PERCENT.finditer(text)
    ]


def _quantities(text: str, sentence: str) -> list[Claim]:
    return [
        _quantity(match, sentence)
        for match in QUANTITY.finditer(text)
        if not IDLE.fullmatch(match.group()) and text[match.start() - 1 : match.start()] != "第"
    ]


def _quantity(match: re.Match, sentence: str) -> Claim:
    value = to_number(match["number"]) * {"万": 10**4, "亿": 10**8}.get(match["much"], 1) * SCALE.get(match["unit"], 1)
    word = match["after"] or match["least"] or (match["before"] or "").removesuffix("了")
    unit = match["unit"].replace("％", "%")
    return _claim(
        "quantity",
        match,
        sentence,
        value=value,
        unit="元" if unit in SCALE else unit,
        style=_style(word, match["before"]),
    )


def _style(word: str, before: str | None) -> str:
    return "passed" if (before or "").startswith("突破") else WORDS.get(word, "exact")


def _absolutes(text: str, sentence: str) -> list[Claim]:
    return [_claim("absolute", match, sentence) for match in ABSOLUTE.finditer(text)]


def _is_named(sentence: str, start: int, end: int) -> bool:
    """Whether two characters are a name here and not part of a word (康素 in 健康素质): a title or a stop is beside."""
    return bool(CALLED_BEFORE.search(sentence[:start]) or CALLED_AFTER.match(sentence[end:]))


def _names(sentence: str, names: frozenset[str], lengths: list[int]) -> Iterator[Claim]:
    """Names are looked up, not searched for one by one: a roster has ten thousand."""
    start = 0
    while start < len(sentence) and names:
        length = next((n for n in lengths if sentence[start : start + n] in names), 0)
        if length > 2 or (length and _is_named(sentence, start, start + length)):
            yield Claim("name", sentence[start : start + length], start, start + length, sentence)
        start += length or 1
