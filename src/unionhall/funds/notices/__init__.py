"""What people are told of money by themselves."""

from unionhall.funds.notices import spending

__all__ = ["spending"]
