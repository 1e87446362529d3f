"""The desk's pages, one kind of record a file."""

from unionhall.congress.views.office.constituencies import constituency_pages
from unionhall.congress.views.office.delegates import delegate_pages
from unionhall.congress.views.office.items import item_pages
from unionhall.congress.views.office.joint import joint_pages
from unionhall.congress.views.office.motions import motion_pages
from unionhall.congress.views.office.resolutions import resolution_pages
from unionhall.congress.views.office.sessions import session_pages
from unionhall.congress.views.office.terms import term_pages

__all__ = [
    "constituency_pages",
    "delegate_pages",
    "item_pages",
    "joint_pages",
    "motion_pages",
    "resolution_pages",
    "session_pages",
    "term_pages",
]
