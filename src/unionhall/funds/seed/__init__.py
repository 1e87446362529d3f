"""The demo union's money."""
