"""Records of care of which only whom they admit may learn that they exist: kept from all other readers of the trail.

Who asked for aid or claims on a cover, tells of a hospital stay, takes the receipt of a donation or signs for a visit does so
in their own name: the bare act would tell the administrator.
"""

from unionhall.accounts.roles import Role, has_role, in_office
from unionhall.audit import confidential
from unionhall.care.permissions import sees_donors, sees_hardship

FILES = (
    "lifeevent",
    "coverclaim",
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
confidential.hide("care.receipt", "care.drivepayment", who=sees_donors)
confidential.hide("care.visit", "care.visittask", "care.promise", who=in_office | has_role(Role.AUDITOR))
