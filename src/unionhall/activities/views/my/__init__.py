"""The phone's pages of activities."""
