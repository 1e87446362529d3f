"""What stands in the Word forms of a session: plain values only, since a union may lay the forms out anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import current_union
from unionhall.congress import selectors
from unionhall.congress.models import Attendee, Session
from unionhall.files import word
from unionhall.pages.values import day, moment, words

HERE = Path(__file__).parent / "word"
FACTS = {
    "title": "第三届第二次职工代表大会",
    "union": "示范医院工会",
    "held": "2023年1月25日",
    "venue": "礼堂",
    "theme": "议题",
}
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


def facts(session: Session) -> dict[str, Any]:
    """Title, day and place."""
    held = day(session.held_on)
    if session.ends_on != session.held_on:
        held = _("%(first)s至%(last)s") % {"first": held, "last": day(session.ends_on)}
    return {
        "title": str(session),
        "union": current_union().name,
        "held": held,
        "venue": session.venue,
        "theme": session.theme,
    }


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


def credentials(session: Session) -> dict[str, Any]:
    """代表资格审查报告: quota, composition with its arithmetic, and who is there."""
    term = session.term
    entitled, present = session.roll()
    least = term.least_seats
    return facts(session) | {
        "term": str(term),
        "staff": term.staff_count,
        "least": least or _("本地办法未作规定"),
        "seats": term.seats,
        "serving": term.delegates.serving().count(),
        "entitled": entitled,
        "present": present,
        "checks": [{"text": check.text} for check in term.checks()],
        "quorum": session.quorum_problem() or _("出席代表达到法定人数，可以开会。"),
        "conclusion": term.why_incomplete() or _("代表人数和构成符合规定，代表资格有效。"),
    }


def request(session: Session) -> dict[str, Any]:
    """召开大会的请示: when, where, who, and the agenda."""
    items = [
        {"number": item.position, "title": item.title, "power": str(item.get_power_display()), "vote": item.vote}
        for item in session.items.all()
    ]
    term = session.term
    return facts(session) | {
        "seats": term.seats,
        "serving": term.delegates.serving().count(),
        "staff": term.staff_count,
        "items": items,
    }


CHECKED = {
    "term": "第三届职工代表大会", "staff": 2360, "least": 140, "seats": 150, "serving": 150, "entitled": 150, "present": 143,
    "checks": [{"text": "算式"}], "quorum": "达到法定人数。", "conclusion": "代表资格有效。",
}  # fmt: skip
ASKED = {
    "seats": 150, "serving": 150, "staff": 2360,
    "items": [{"number": 1, "title": "院长工作报告", "power": "审议建议", "vote": "听取，不表决"}],
}  # fmt: skip
LISTED = {"rows": [PERSON], "count": 1}


def _register(
    name: str, label: Any, context: Callable[[Session], dict[str, Any]], sample: dict[str, Any]
) -> tuple[str, word.Form]:
    template = HERE / f"{name}.docx"
    return name, word.register(f"congress.{name}", label, template=template, context=context, sample=FACTS | sample)


FORMS = dict(
    (
        _register("roll", gettext_lazy("代表名册"), roll, LISTED),
        _register("sheet", gettext_lazy("签到表"), sheet, LISTED),
        _register("credentials", gettext_lazy("代表资格审查报告"), credentials, CHECKED),
        _register("request", gettext_lazy("召开大会的请示"), request, ASKED),
    )
)
