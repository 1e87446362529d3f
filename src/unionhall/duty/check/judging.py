"""Marks each claim by what the records say of it. Every mark but `backed` gives its reason in words."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from unionhall.duty.check import claims as reading
from unionhall.duty.check.claims import Claim
from unionhall.duty.check.evidence import Evidence, Fact
from unionhall.duty.check.marks import Mark, Status
from unionhall.duty.check.numerals import to_number
from unionhall.duty.check.units import kind_of, likeness, same_kind
from unionhall.figures.words import number

ANOTHER_YEAR = re.compile(r"去年|上年|上一年|前年|历年|往年|上届")
SHARE_WORDS = re.compile(r"占|比例|率")
WHOLLY = re.compile(r"件件|条条|全部|人人|全覆盖|无一例外")
LARGEST = ("最大", "最多")  # of size, which a rank of 1 proves; 最高 and 最好 are judgements
TIMES_A_MONTH = 2  # person-times for each member and month beyond which the arithmetic is shown
ABOUT = 3  # likeness from which a fact is taken to be what the claim speaks of


def marks(text: str, evidence: Evidence) -> list[Mark]:
    """Every claim of a text with its mark, in order."""
    found = reading.find(text, evidence.persons)
    return [JUDGES[claim.kind](claim, evidence, found) for claim in found]


def _quantity(claim: Claim, evidence: Evidence, others: list[Claim]) -> Mark:
    if ANOTHER_YEAR.search(claim.sentence):
        return Mark(claim, Status.OUTSIDE, _("这句话说的是另一个期间，本期的记录不能证明。"))
    share = _share_of_neighbours(claim, others) if claim.unit == "%" else None
    fact = _backing(claim, evidence)
    if share and not fact:
        return share
    if fact:
        return _backed_by(claim, fact)
    if claim.unit == "%" and claim.value == 100:
        return Mark(claim, Status.ABSOLUTE, _("没有一项比例的记录达到 100%。"))
    return (
        _implausible(claim, evidence)
        or _differing(claim, evidence)
        or Mark(claim, Status.NO_RECORD, _("本期没有这个数的记录。"))
    )


def _backed_by(claim: Claim, fact: Fact) -> Mark:
    says = _("记录：%(label)s %(says)s。") % {"label": fact.label, "says": fact.says}
    return Mark(claim, Status.BACKED, says, fact.url)


def _ranked(claim: Claim, evidence: Evidence) -> list[tuple[int, Fact]]:
    """Facts of the claim's kind, those first that speak of the same thing; a sentence without a subject of its own has
    that of its paragraph."""
    facts = [fact for fact in evidence.facts if same_kind(claim.unit, fact.unit)]
    ranked = [
        (3 * likeness(claim.near, fact.label) + 2 * likeness(claim.sentence, fact.context), fact) for fact in facts
    ]
    if not any(score for score, _fact in ranked):
        ranked = [(likeness(claim.passage, fact.label + fact.context), fact) for fact in facts]
    return sorted(ranked, key=lambda pair: -pair[0])


def _backing(claim: Claim, evidence: Evidence) -> Fact | None:
    """The fact that makes a claim true, of those that speak of it at least half as plainly as the plainest."""
    ranked = _ranked(claim, evidence)
    enough = max(ranked[0][0] / 2, 1) if ranked else 1
    return next((fact for score, fact in ranked if score >= enough and fact.backs(claim.value, claim.style)), None)


def _differing(claim: Claim, evidence: Evidence) -> Mark | None:
    for score, fact in _ranked(claim, evidence)[:1]:
        if score >= ABOUT and _same_matter(claim, fact) and fact.value is not None:
            return Mark(
                claim,
                Status.DIFFERS,
                _("记录为 %(says)s（%(label)s）。") % {"says": fact.says, "label": fact.label},
                fact.url,
            )
    return None


def _same_matter(claim: Claim, fact: Fact) -> bool:
    """Whether the record contradicts rather than merely stands near: things are many, so unit or name must agree too."""
    return (
        kind_of(claim.unit) not in ("things", "occasions")
        or claim.unit == fact.unit
        or likeness(claim.near, fact.label) > 0
    )


def _implausible(claim: Claim, evidence: Evidence) -> Mark | None:
    """Persons beyond the membership, or person-times that every member would have to have come for again and again."""
    kind, members = kind_of(claim.unit), evidence.members
    if not members or kind not in ("persons", "person-times"):
        return None
    each = (claim.value / members).quantize(Decimal("0.1"))
    if kind == "person-times" and each > TIMES_A_MONTH * evidence.months:
        return Mark(
            claim,
            Status.IMPLAUSIBLE,
            _("期末会员 %(members)s 人，%(claimed)s 人次等于平均每人 %(each)s 次，本期只有 %(months)s 个月。")
            % {"members": members, "claimed": number(claim.value), "each": number(each), "months": evidence.months},
        )
    if kind == "persons" and claim.value > 2 * members:
        return Mark(
            claim,
            Status.IMPLAUSIBLE,
            _("期末会员 %(members)s 人，%(claimed)s 人是会员数的 %(each)s 倍。")
            % {"members": members, "claimed": number(claim.value), "each": number(each)},
        )
    return None


def _share_of_neighbours(claim: Claim, others: list[Claim]) -> Mark | None:
    """A percentage against the part and whole stated in the same sentence, where it states them."""
    beside = [other for other in others if other.sentence == claim.sentence and other.value and other.unit != "%"]
    pairs = [
        (part, whole)
        for part in beside
        for whole in beside
        if part is not whole and kind_of(part.unit) == kind_of(whole.unit) and part.value <= whole.value
    ]
    if not pairs or not SHARE_WORDS.search(claim.sentence):
        return None
    places = max(-claim.value.as_tuple().exponent, 0)
    if any(round(part.value / whole.value * 100, places) == claim.value for part, whole in pairs):
        return None
    part, whole = pairs[0]
    return Mark(
        claim,
        Status.WRONG_SHARE,
        _("%(part)s ÷ %(whole)s = %(share)s%%，不是 %(claimed)s%%。")
        % {
            "part": number(part.value),
            "whole": number(whole.value),
            "claimed": number(claim.value),
            "share": number(round(part.value / whole.value * 100, 1)),
        },
    )


def _day(claim: Claim, evidence: Evidence, others: list[Claim]) -> Mark:
    year, month, day = claim.day
    possible = [
        found
        for y in ([year] if year else range(evidence.first.year, evidence.last.year + 1))
        if (found := _date(y, month, day)) and evidence.first <= found <= evidence.last
    ]
    if not possible:
        return Mark(
            claim,
            Status.OUTSIDE,
            _("这一天不在 %(first)s 至 %(last)s 之间。") % {"first": evidence.first, "last": evidence.last},
        )
    for found in possible:
        if found in evidence.happened:
            return Mark(claim, Status.BACKED, _("当日的记录：%(what)s。") % {"what": evidence.happened[found]})
    return Mark(claim, Status.NO_RECORD, _("这一天没有记录。"))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ordinal(claim: Claim, evidence: Evidence, others: list[Claim]) -> Mark:
    for text in evidence.told:
        if _ordinals_of(claim.quote) <= _ordinals_of(text) and likeness(claim.near, text):
            return Mark(claim, Status.BACKED, _("记录：%(text)s") % {"text": text})
    return Mark(claim, Status.NO_RECORD, _("记录里没有这个届次。"))


def _ordinals_of(text: str) -> set[tuple[Decimal, Decimal | None]]:
    return {
        (to_number(match["first"]), to_number(match["second"]) if match["second"] else None)
        for match in reading.ORDINAL.finditer(text)
    }


def _absolute(claim: Claim, evidence: Evidence, others: list[Claim]) -> Mark:
    unit = "%" if WHOLLY.fullmatch(claim.quote) else "位" if claim.quote in LARGEST else None
    for fact in evidence.facts:
        if fact.unit == unit and likeness(claim.sentence, fact.label + fact.context) and fact.value == 1:
            return _backed_by(claim, fact)
    return Mark(
        claim, Status.ABSOLUTE, _("“%(quote)s”要有出具单位和文件为证，或者改为可核对的数字。") % {"quote": claim.quote}
    )


def _name(claim: Claim, evidence: Evidence, others: list[Claim]) -> Mark:
    return Mark(claim, Status.PRIVATE, _("未经本人同意不公开个人信息（个人信息保护法第二十五条），请改为科室和称谓。"))


JUDGES: dict[str, Callable[[Claim, Evidence, list[Claim]], Mark]] = {
    "quantity": _quantity,
    "day": _day,
    "ordinal": _ordinal,
    "absolute": _absolute,
    "name": _name,
}
