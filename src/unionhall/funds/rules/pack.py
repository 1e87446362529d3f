"""Which evidence a payment needs before it can be booked (FIN-11)."""

from collections.abc import Iterable

from unionhall.funds.kinds.pack import PieceKind


def needed(*, to_persons: bool, to_suppliers: bool, bought: bool, remitted: bool = False) -> set[PieceKind]:
    """What must be in the pack: always what it is for, the list and who signed for it; an invoice for what was bought.

    Goods handed to persons that were `bought`, not taken from the store, need an invoice as a payment to a supplier does;
    what is `remitted` to the union above has its receipt instead.
    """
    if remitted:
        return {PieceKind.PLAN, PieceKind.ROSTER, PieceKind.RECEIPT}
    kinds = {PieceKind.PLAN, PieceKind.ROSTER, PieceKind.SIGN_OFF} if to_persons or to_suppliers else set()
    return kinds | {PieceKind.INVOICE} if to_suppliers or bought else kinds


def missing(needs: Iterable[PieceKind], there: Iterable[PieceKind]) -> list[PieceKind]:
    """What the pack still lacks, in the order a pack is read."""
    lacking = set(needs) - set(there)
    return [kind for kind in PieceKind if kind in lacking]
