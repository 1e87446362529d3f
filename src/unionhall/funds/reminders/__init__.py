"""What falls due with money, part by part."""

from unionhall.funds.reminders import audits, dues, ledger

__all__ = ["audits", "dues", "ledger"]
