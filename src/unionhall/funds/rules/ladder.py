"""Who decides on an amount (FIN-10): up to A the chair, up to B the chair's meeting, above it the committee."""

from decimal import Decimal

from unionhall.funds.kinds.ladder import Rung


def rung_of(amount: Decimal, *, chair_up_to: Decimal, board_up_to: Decimal) -> Rung:
    """The rung for an amount in yuan; both bounds are inclusive."""
    if amount <= chair_up_to:
        return Rung.CHAIR
    return Rung.BOARD if amount <= board_up_to else Rung.COMMITTEE
