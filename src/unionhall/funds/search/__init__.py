"""What the search box finds of money, part by part."""

from unionhall.funds.search import ledger, spending

__all__ = ["ledger", "spending"]
