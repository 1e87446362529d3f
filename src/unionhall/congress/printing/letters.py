"""Papers to the upper union and the credentials report."""

from typing import Any

from django.utils.translation import gettext as _

from unionhall.congress import selectors
from unionhall.congress.flow import ItemState
from unionhall.congress.models import Session
from unionhall.congress.printing.facts import FACTS, facts
from unionhall.pages.values import day

TERM = {"staff": 2360, "seats": 150, "serving": 150}
COUNTED = {"entitled": 150, "present": 143, "people": 190}
CHECKED = FACTS | TERM | COUNTED | {
    "term": "第三届职工代表大会", "least": 140, "checks": [{"text": "算式"}], "quorum": "达到法定人数。",
    "conclusion": "代表资格有效。",
}  # fmt: skip
ITEM = {
    "number": 1,
    "title": "院长工作报告",
    "presenter": "院长",
    "power": "审议建议",
    "vote": "听取，不表决",
    "state": "已听取审议",
}
ASKED = FACTS | TERM | {"items": [ITEM], "presidium": "李明、王芳"}
REPORTED = FACTS | COUNTED | {
    "items": [ITEM],
    "resolutions": [{"number": "职代决3-2-01", "title": "决议", "adopted": "2023年1月25日", "published": "2023年1月30日"}],
    "filing": "示医工〔2023〕2号", "filed": "2023年1月30日", "quorum": "符合法定人数",
}  # fmt: skip


def credentials(session: Session) -> dict[str, Any]:
    """代表资格审查报告: quota, composition with its arithmetic, and who is there."""
    term = session.term
    least = term.least_seats
    return facts(session) | _term(session) | _counted(session) | {
        "term": str(term),
        "least": least or _("本地办法未作规定"),
        "checks": [{"text": check.text} for check in term.checks()],
        "quorum": session.quorum_problem() or _("出席代表达到法定人数，可以开会。"),
        "conclusion": term.conclusion(),
    }  # fmt: skip


def agenda(session: Session) -> dict[str, Any]:
    """会议议程; the request asks by the same: when, where, who, and the agenda (召开大会的请示)."""
    names = session.presidium.values_list("delegate__person__name", flat=True)
    return facts(session) | _term(session) | {"items": items(session), "presidium": _("、").join(names)}


def report(session: Session) -> dict[str, Any]:
    """会议情况报告 to the upper union: who came, how each item ended, what was resolved (CON-22)."""
    resolutions = [
        {"number": one.number, "title": one.title, "adopted": day(one.adopted_on), "published": day(one.published_on)}
        for one in session.resolutions.order_by("number")
    ]
    told = {"resolutions": resolutions, "filing": session.filing, "filed": day(session.filed_on or session.ends_on)}
    return facts(session) | _counted(session) | told | {"items": items(session), "quorum": session.quorum_words()}


def items(session: Session) -> list[dict[str, Any]]:
    """The items of the agenda that were not taken off it."""
    return [
        {
            "number": at,
            "title": item.title,
            "presenter": item.presenter,
            "power": str(item.get_power_display()),
            "vote": item.vote,
            "state": str(item.get_state_display()),
        }
        for at, item in enumerate(session.items.exclude(state=ItemState.WITHDRAWN), 1)
    ]


def _term(session: Session) -> dict[str, Any]:
    term = session.term
    return {"seats": term.seats, "serving": term.delegates.serving().count(), "staff": term.staff_count}


def _counted(session: Session) -> dict[str, Any]:
    """The numbers at the opening, or now while it is not open yet."""
    entitled, present = session.counted()
    people = selectors.attendees(session).came().count()
    return {"entitled": entitled, "present": present, "people": people}
