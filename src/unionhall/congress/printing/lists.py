"""Lists of people: the delegate roll and the sign-in sheet."""

from typing import Any

from unionhall.congress import selectors
from unionhall.congress.models import Attendee, Session
from unionhall.congress.printing.facts import FACTS, facts
from unionhall.pages.values import moment, words

PERSON = {
    "number": 1,
    "delegation": "第一代表团",
    "staff_no": "00001",
    "name": "李明",
    "department": "心内科",
    "category": "医生",
    "sex": "女",
    "front_line": "是",
    "manager": "否",
    "role": "正式代表",
    "organisation": "",
    "came": "2023年1月25日 08:31",
    "leave": "",
}
LISTED = FACTS | {"rows": [PERSON], "count": 1}


def person(at: int, row: Attendee) -> dict[str, Any]:
    """One line of any list of people."""
    one, seat = row.person, row.delegate
    return {
        "number": at,
        "delegation": seat.delegation.name if seat and seat.delegation else "",
        "staff_no": one.staff_no if one else "",
        "name": row.name,
        "department": one.department.name if one and one.department else "",
        "category": str(seat.get_category_display()) if seat else "",
        "sex": str(one.get_sex_display()) if one else "",
        "front_line": words(seat.is_front_line) if seat else "",
        "manager": words(seat.is_manager) if seat else "",
        "role": str(row.get_role_display()),
        "organisation": row.organisation,
        "came": moment(row.came_at) if row.came_at else "",
        "leave": row.leave_reason,
    }


def roll(session: Session) -> dict[str, Any]:
    """代表名册: the delegates, by delegation."""
    rows = selectors.attendees(session).delegates().order_by("delegate__delegation__name", "person__staff_no")
    listed = [person(at, row) for at, row in enumerate(rows, 1)]
    return facts(session) | {"rows": listed, "count": len(listed)}


def sheet(session: Session) -> dict[str, Any]:
    """签到表: everybody called or invited, with when they came or why they were excused."""
    listed = [person(at, row) for at, row in enumerate(selectors.attendees(session), 1)]
    return facts(session) | {"rows": listed, "count": len(listed)}
