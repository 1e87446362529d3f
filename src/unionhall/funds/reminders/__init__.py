"""What falls due with money, part by part."""

from unionhall.funds.reminders import ledger

__all__ = ["ledger"]
