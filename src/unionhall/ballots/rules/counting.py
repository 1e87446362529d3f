"""Quorum, papers and majorities (rules G-01 to G-04, ORG-21, ORG-22, ORG-24, CON-14, CON-18)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Base(StrEnum):
    """Of whom a share is taken; every rule names it (G-04)."""

    ALL = "all"
    PRESENT = "present"
    VALID = "valid"


@dataclass(frozen=True)
class Counts:
    """The five numbers of a vote: 应到, 实到, 发出, 收回, 有效 (G-10). A show of hands hands out nothing: three are equal."""

    entitled: int
    present: int
    issued: int = 0
    collected: int = 0
    valid: int = 0

    def __post_init__(self) -> None:
        if min(self.entitled, self.present, self.issued, self.collected, self.valid) < 0:
            raise ValueError("a count is never below nought")
        if self.present > self.entitled or self.valid > self.collected:
            raise ValueError("nobody is present who is not entitled, and no paper is valid that was not collected")

    @property
    def invalid(self) -> int:
        """Papers collected that count for nobody (废票)."""
        return self.collected - self.valid

    def of(self, base: Base) -> int:
        """The number a share is taken of."""
        return {Base.ALL: self.entitled, Base.PRESENT: self.present, Base.VALID: self.valid}[base]


@dataclass(frozen=True)
class Rule:
    """A majority: `share` of `of`; inclusive is 以上 (or more), otherwise 过 (more than) (G-01, G-02). `text`: its clause."""

    of: Base
    share: Fraction
    inclusive: bool
    text: str

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1 or (self.share == 1 and not self.inclusive):
            raise ValueError("a majority lies above nought, and nobody has more than all")


def quorum_reached(present: int, entitled: int, share: Fraction) -> bool:
    """Whether enough came: at least `share` of those entitled, inclusive (G-03, ORG-21, CON-14). Of nobody, never."""
    return entitled > 0 and present * share.denominator >= entitled * share.numerator


def quorum_needed(entitled: int, share: Fraction) -> int:
    """The least number present with which `quorum_reached` holds."""
    return max(1, -(-entitled * share.numerator // share.denominator))


def papers_agree(issued: int, collected: int) -> bool:
    """Whether the ballot counts at all: not more papers came back than were handed out (ORG-24)."""
    return collected <= issued


def needed(counts: Counts, rule: Rule) -> int:
    """The least number of yes votes that carries; never below one, so that nothing carries among nobody."""
    base, share = counts.of(rule.of), rule.share
    if rule.inclusive:
        return max(1, -(-base * share.numerator // share.denominator))
    return base * share.numerator // share.denominator + 1


def carried(yes: int, counts: Counts, rule: Rule) -> bool:
    """Whether `yes` votes carry. Whoever is absent or abstains has not agreed when the base is all or those present."""
    return yes >= needed(counts, rule)
