"""What people are told of money by themselves."""

from unionhall.funds.notices import ledger, spending

__all__ = ["ledger", "spending"]
