"""What stands in the Word forms of funds, part by part."""

from unionhall.funds.printing import ledger, spending

__all__ = ["ledger", "spending"]
