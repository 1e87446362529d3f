"""Records of care of which only whom they admit may learn that they exist: kept from all other readers of the trail."""

from unionhall.audit import confidential
from unionhall.care.permissions import sees_hardship

FILES = (
    "hardshipfile",
    "hardshippaper",
    "relative",
    "meanstest",
    "homevisit",
    "review",
    "publicnotice",
    "objection",
    "aid",
)
LISTS = (
    "care.hardship.list",
    "care.hardship",
    "care.notices.list",
    "care.notice",
    "care.branch_notice",
    "care.aid.list",
)

confidential.hide(*(f"care.{name}" for name in FILES), *LISTS, who=sees_hardship)
