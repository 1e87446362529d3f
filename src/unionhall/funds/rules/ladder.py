"""Who decides on an amount (FIN-10): up to A the chair, up to B the chair's meeting, above it the committee."""

from decimal import Decimal

from unionhall.funds.kinds.ladder import Rung


def rung_of(amount: Decimal, *, chair_up_to: Decimal, board_up_to: Decimal, is_beyond: bool = False) -> Rung:
    """The rung for an amount in yuan, both bounds inclusive; one higher for what goes beyond its own plan."""
    rungs = list(Rung)
    at = (amount > chair_up_to) + (amount > board_up_to) + is_beyond
    return rungs[min(at, len(rungs) - 1)]
