"""What falls due with money, part by part."""

from unionhall.funds.reminders import dues, ledger

__all__ = ["dues", "ledger"]
