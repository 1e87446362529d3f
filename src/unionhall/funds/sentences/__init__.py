"""How funds are told in a report, part by part."""

from unionhall.funds.sentences import ledger, spending

__all__ = ["ledger", "spending"]
