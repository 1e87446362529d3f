"""Who may read the trail, and how much of it."""

from unionhall.accounts.roles import Role, has_role, in_office, is_administrator

may_read_trail = in_office | is_administrator | has_role(Role.AUDITOR)
# What stood in a record before and after is business: not for the administrator, who has no business records.
may_read_content = in_office
