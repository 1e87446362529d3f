"""What care tells the frames and home pages: one file for each side of it."""

from unionhall.care.desk import visits

__all__ = ["visits"]


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    visits.furnish()
