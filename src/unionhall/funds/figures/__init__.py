"""What funds can count, part by part."""

from unionhall.funds.figures import ledger

__all__ = ["ledger"]
