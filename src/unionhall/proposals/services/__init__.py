"""The verbs of proposals; import them from here."""

from unionhall.proposals.services.assigning import (
    accept,
    agree_return,
    ask_return,
    assign,
    record_delivery,
    refuse_return,
)
from unionhall.proposals.services.calls import move_call, open_call
from unionhall.proposals.services.closing import archive, carry_over, close, commend, explain, fulfil, report, track
from unionhall.proposals.services.drafts import amend, draft, draft_of, submit
from unionhall.proposals.services.handling import (
    ask_extension,
    chase,
    give_opinion,
    grant_extension,
    refuse_extension,
    work,
)
from unionhall.proposals.services.past import PastSheet, enter_past
from unionhall.proposals.services.ratings import escalate, rate, reopen, settle
from unionhall.proposals.services.replies import answer, send_reply_back, sign, write_reply
from unionhall.proposals.services.review import approve, approve_all, record_decision, respond, review, send_back
from unionhall.proposals.services.seconds import (
    ask_seconds,
    ask_withdrawal,
    consent,
    refuse_second,
    second,
    withdraw,
)

__all__ = [
    "PastSheet",
    "accept",
    "agree_return",
    "amend",
    "answer",
    "approve",
    "approve_all",
    "archive",
    "ask_extension",
    "ask_return",
    "ask_seconds",
    "ask_withdrawal",
    "assign",
    "carry_over",
    "chase",
    "close",
    "commend",
    "consent",
    "draft",
    "draft_of",
    "enter_past",
    "escalate",
    "explain",
    "fulfil",
    "give_opinion",
    "grant_extension",
    "move_call",
    "open_call",
    "rate",
    "record_decision",
    "record_delivery",
    "refuse_extension",
    "refuse_return",
    "refuse_second",
    "reopen",
    "report",
    "respond",
    "review",
    "second",
    "send_back",
    "send_reply_back",
    "settle",
    "sign",
    "submit",
    "track",
    "withdraw",
    "work",
    "write_reply",
]
