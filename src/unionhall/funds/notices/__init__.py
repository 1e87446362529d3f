"""What people are told of money by themselves."""

from unionhall.funds.notices import dues, ledger, spending

__all__ = ["dues", "ledger", "spending"]
