"""Who may write, sign and read duty reports."""

from typing import Any

import rules

from unionhall.accounts.roles import Role, has_role, in_office, is_chair

may_write = in_office
reads_signed = in_office | has_role(Role.COMMITTEE, Role.AUDITOR, Role.HOSPITAL_LEADER)
may_list = reads_signed | has_role(Role.BRANCH_CHAIR)  # branch chairs report too, upwards


@rules.predicate
def is_author(user: Any, report: Any = None) -> bool:
    """The person in whose name the report speaks."""
    author = getattr(report, "author", None)
    return author is not None and author.user_id is not None and author.user_id == user.pk


@rules.predicate
def is_draft(user: Any, report: Any = None) -> bool:
    """A report that is neither signed nor set aside: only such a one is changed."""
    return report is not None and report.is_draft


may_sign = is_author | is_chair
