"""Keeps the global search fast as the house grows."""

from unionhall.jobs.registry import every
from unionhall.kernel import planner


@every(3600)
def know_sizes() -> None:
    """Tell the planner the sizes of today; see `kernel.planner`."""
    planner.refresh()
