"""The views behind a declaration: each takes the `Pages` it serves."""

from unionhall.pages.views.exporting import download, export
from unionhall.pages.views.listing import listing
from unionhall.pages.views.many import many
from unionhall.pages.views.record import record
from unionhall.pages.views.saved import saved
from unionhall.pages.views.step import step

__all__ = ["download", "export", "listing", "many", "record", "saved", "step"]
