"""Result sheets: every number of every vote, the rule's text, and what follows (G-10)."""

from typing import Any

from unionhall.ballots import printing as sheet
from unionhall.ballots.models import Result
from unionhall.congress import selectors
from unionhall.congress.models import AgendaItem, Session
from unionhall.congress.printing.facts import FACTS, facts

LINE = {"part": "绩效分配办法", "label": "赞成", "votes": 120, "share": "90.9%", "outcome": ""}
VOTE = {
    "item": "绩效分配办法", "way": "纸质选票（票决）", "round": 1, "entitled": 150, "present": 143, "issued": 143, "collected": 142,
    "valid": 142, "invalid": 0, "needed": 76, "rule": "超过全体应到人员的二分之一", "quorum": "三分之二", "verdict": "通过",
    "tellers": "李明、王芳", "lines": [LINE],
}  # fmt: skip
VOTED = FACTS | {"votes": [VOTE], "count": 1}


def of_session(session: Session) -> dict[str, Any]:
    """表决结果单 of everything a session voted on."""
    votes = [told(item, result) for item, result in selectors.results(session)]
    return facts(session) | {"votes": votes, "count": len(votes)}


def of_item(item: AgendaItem) -> dict[str, Any]:
    """表决结果单 of one item, all its rounds."""
    votes = [told(one, result) for one, result in selectors.results(item.session) if one.pk == item.pk]
    return facts(item.session) | {"votes": votes, "count": len(votes)}


def told(item: AgendaItem, result: Result) -> dict[str, Any]:
    """One vote with its numbers, as its own sheet has them."""
    return sheet.told(result) | {"item": item.title, "quorum": result.poll.quorum_text}
