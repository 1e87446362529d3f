"""The rules once more, slow and obvious, to hold the engine against: fractions, counting up one by one, comparing all pairs."""

from fractions import Fraction

from unionhall.ballots.rules import Counts, Rule


def quorum(present: int, entitled: int, share: Fraction) -> bool:
    return entitled > 0 and Fraction(present, entitled) >= share


def carries(yes: int, counts: Counts, rule: Rule) -> bool:
    base = {"all": counts.entitled, "present": counts.present, "valid": counts.valid}[rule.of.value]
    bar = Fraction(base) * rule.share
    return yes > 0 and (yes >= bar if rule.inclusive else yes > bar)


def least(counts: Counts, rule: Rule) -> int:
    yes = 0
    while not carries(yes, counts, rule):
        yes += 1
    return yes


def candidates(seats: int, margin: Fraction) -> int:
    more = 1
    while Fraction(more) < seats * margin:
        more += 1
    return seats + more


def elected(seats: int, passed: dict[str, int]) -> set[str]:
    """Whoever has a seat even if every tie went against them."""
    return {one for one in passed if sum(passed[other] >= passed[one] for other in passed if other != one) < seats}


def tied(seats: int, passed: dict[str, int]) -> set[str]:
    """Whoever would have a seat if every tie went their way, and has none."""
    lucky = {one for one in passed if sum(passed[other] > passed[one] for other in passed) < seats}
    return lucky - elected(seats, passed)
