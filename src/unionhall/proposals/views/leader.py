"""The leader's desk: the signed replies that wait to be seen before they go out."""

from typing import Any

import rules
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.proposals import forms, services, tables
from unionhall.proposals.flow import REPLY_FLOW
from unionhall.proposals.models import Reply
from unionhall.proposals.permissions import is_leader
from unionhall.proposals.selectors import pages
from unionhall.proposals.views import panels


def answer(reply: Reply, *, by: User, remark: str) -> None:
    """Seen: the reply goes out to movers and seconders (PRO-15)."""
    services.answer(reply.proposal, by=by, remark=remark)


@rules.predicate
def sees(user: Any, reply: Any = None) -> bool:
    """The leader in charge, while the signed reply waits."""
    return reply is not None and any(step.verb == "issue" for step in REPLY_FLOW.open_steps(reply, by=user))


signoff_pages = Pages(
    name="proposals.signoff",
    path="office/proposals/signoff",
    model=Reply,
    rows=pages.signed_for,
    may_list=is_leader,
    flow=REPLY_FLOW,
    table=tables.SignOffTable,
    title=_("提案答复阅签"),
    about=_("部门负责人审签过的答复在这里等您阅签，阅签后送达提案人和附议人。"),
    verbs={
        "answer": Verb(
            forms.RemarkForm,
            answer,
            label=_("阅签并送出"),
            who=sees,
            about=_("阅签后送达提案人和全体附议人（PRO-15）。"),
        ),
        "send_back": Verb(forms.SendBackForm, services.send_reply_back),
    },
    panels=[
        Panel("proposals/replies.html", panels.answers),
        Panel("proposals/text.html", panels.text),
        Facts(
            Column("proposal.number", _("编号")),
            Column("proposal.mover.person.name", _("提案人")),
            Column("proposal.department.name", _("主办部门")),
            Column("proposal.due_on", _("答复期限")),
            "reply_class",
            "promised_on",
            "met_on",
            "signed_by",
            "signed_at",
            "seen_by",
            "seen_at",
        ),
        Related(panels.handling, _("主办和协办"), tables.HandlingTable),
        Related(panels.progress, _("办理情况"), tables.ProgressTable),
        History(),
    ],
)
