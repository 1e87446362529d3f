"""What funds can count, part by part."""

from unionhall.funds.figures import ledger, spending

__all__ = ["ledger", "spending"]
