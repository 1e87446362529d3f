"""Visit tasks: made due by an event or by the roster, assigned by level, carried out or waived with a reason."""

from unionhall.care.services.tasks.clocks import close_of_who_left, escalate, remind
from unionhall.care.services.tasks.due import due_for, plan_roster, responsible
from unionhall.care.services.tasks.walking import assign, contact, drop_for, waive

__all__ = [
    "assign",
    "close_of_who_left",
    "contact",
    "drop_for",
    "due_for",
    "escalate",
    "plan_roster",
    "remind",
    "responsible",
    "waive",
]
