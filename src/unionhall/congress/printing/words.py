"""Papers made of words: minutes, resolutions, what the delegations said, the papers themselves, motions, joint meetings."""

from typing import Any

from django.utils.translation import gettext as _

from unionhall.accounts.tenancy import current_union
from unionhall.congress import selectors
from unionhall.congress.models import DiscussionNote, JointMeeting, Motion, Paper, Resolution, Session
from unionhall.congress.printing.facts import FACTS, facts, paragraphs
from unionhall.pages.values import day

LINES = ["第一段。", "第二段。"]
MINUTED = FACTS | {"lines": LINES, "entitled": 150, "present": 143, "presidium": "李明、王芳"}
RESOLVED = FACTS | {
    "number": "职代决3-2-01", "name": "关于院长工作报告的决议", "lines": LINES, "adopted": "2023年1月25日", "entitled": 150,
    "present": 143, "replaces": "",
}  # fmt: skip
NOTED = FACTS | {
    "rows": [{"number": 1, "item": "院长工作报告", "delegation": "第一代表团", "text": "同意。"}],
    "count": 1,
}
PAPERS = FACTS | {
    "papers": [
        {"item": "1. 院长工作报告", "kind": "工作报告", "title": "报告", "given": "2023年1月18日", "lines": LINES}
    ]
}
MOVED = FACTS | {
    "number": "职代案3-2-01", "name": "关于食堂延时供餐的议案", "mover": "第一代表团", "power": "审议建议", "handed_in": "2023年1月5日",
    "reason": LINES, "text": LINES, "state": "已列入议程", "reply": "",
}  # fmt: skip
JOINT = {
    "union": "示范医院工会", "title": "职代会联席会议 3-01", "term": "第三届职工代表大会", "held": "2023年5月9日", "venue": "会议室",
    "cause": "事由", "came": "李明（代表团团长）", "count": 1, "lines": LINES, "reported": "",
    "matters": [{"number": 1, "title": "事项", "power": "审议建议", "outcome": "形成处理意见", "conclusion": "同意。"}],
}  # fmt: skip


def minutes(session: Session) -> dict[str, Any]:
    """会议纪要: as written, or as the records tell it until somebody writes."""
    entitled, present = session.counted()
    names = session.presidium.values_list("delegate__person__name", flat=True)
    return facts(session) | {
        "lines": paragraphs(session.minutes or selectors.minutes_drafted(session)),
        "entitled": entitled,
        "present": present,
        "presidium": _("、").join(names),
    }


def resolution(made: Resolution) -> dict[str, Any]:
    """决议, as adopted."""
    return facts(made.session) | {
        "number": made.number,
        "name": made.title,
        "lines": paragraphs(made.text),
        "adopted": day(made.adopted_on),
        "entitled": made.entitled,
        "present": made.present,
        "replaces": str(made.replaces or ""),
    }


def notes(session: Session) -> dict[str, Any]:
    """讨论意见汇总表: what each delegation said of each item, in one table (CON-16)."""
    said = DiscussionNote.objects.filter(item__session=session).select_related("item", "delegation")
    rows = [
        {"number": one.item.position, "item": one.item.title, "delegation": one.delegation.name, "text": one.text}
        for one in said
    ]
    return facts(session) | {"rows": rows, "count": len(rows)}


def papers(session: Session) -> dict[str, Any]:
    """会议材料汇编: every paper with its words."""
    given = Paper.objects.filter(item__session=session).select_related("item").order_by("item__position", "id")
    return facts(session) | {
        "papers": [
            {
                "item": f"{one.item.position}. {one.item.title}",
                "kind": str(one.get_kind_display()),
                "title": one.title,
                "given": day(one.given_on),
                "lines": paragraphs(one.text),
            }
            for one in given
        ]
    }


def motion(moved: Motion) -> dict[str, Any]:
    """议案表."""
    return facts(moved.session) | {
        "number": moved.number,
        "name": moved.title,
        "mover": moved.by_whom,
        "power": str(moved.get_power_display()),
        "handed_in": day(moved.handed_in_on),
        "reason": paragraphs(moved.reason),
        "text": paragraphs(moved.text),
        "state": str(moved.get_state_display()),
        "reply": moved.reply,
    }


def joint(meeting: JointMeeting) -> dict[str, Any]:
    """联席会议纪要."""
    came = meeting.participants.filter(came=True).select_related("person")
    return {
        "union": current_union().name,
        "title": str(meeting),
        "term": str(meeting.term),
        "held": day(meeting.held_on),
        "venue": meeting.venue,
        "cause": meeting.cause,
        "came": _("、").join(f"{one.person.name}（{one.get_capacity_display()}）" for one in came),
        "count": len(came),
        "matters": [
            {
                "number": one.position,
                "title": one.title,
                "power": str(one.get_power_display()),
                "outcome": str(one.get_outcome_display()),
                "conclusion": one.conclusion,
            }
            for one in meeting.matters.all()
        ],
        "lines": paragraphs(meeting.minutes),
        "reported": str(meeting.reported_to or ""),
    }
