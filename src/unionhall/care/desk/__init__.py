"""What care tells the frames and home pages, one subject a file."""

from unionhall.care.desk import aid, attesting, drives, mine, standards, visits, wellbeing

__all__ = ["aid", "attesting", "drives", "mine", "standards", "visits", "wellbeing"]


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    visits.furnish()
    aid.furnish()
    drives.furnish()
    wellbeing.furnish()
    standards.furnish()
    attesting.furnish()
    mine.furnish()
