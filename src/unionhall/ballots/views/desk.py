"""The desk's pages of polls."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.ballots import forms, services, tables
from unionhall.ballots.filters import PollFilters
from unionhall.ballots.flow import FLOW, State
from unionhall.ballots.models import Poll
from unionhall.ballots.permissions import manages, may_list, may_prepare
from unionhall.ballots.views import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel, Related

SECRET_RULE = _(
    "匿名电子方式：谁参加了和答了什么分开保存，不记时间和先后；截止后才有结果，不足5份答卷的不公布。"
    "它不作有约束力的表决，有约束力的无记名表决和选举用纸质票。"
)


def name_tellers(poll: Poll, *, by: User, first: User, second: User) -> None:
    """The verb as a page takes it: two fields for two people."""
    services.name_tellers(poll, by=by, users=[first, second])


def turn(poll: Poll) -> Any:
    """Whose turn it is."""
    return {
        State.PREPARED: _("等待开始"),
        State.OPEN: _("正在投票"),
        State.CLOSED: _("等待监票人计数和宣布"),
        State.PENDING: _("等待上级工会批复"),
    }.get(State(poll.state))


def rule_of_declaring(poll: Poll) -> Any:
    """What is to be known before a result is declared."""
    rule = gettext("两名监票人计数一致才能宣布。收回票多于发出票的，本次投票无效，须重新投票（ORG-24）。")
    if not poll.takes_others:
        return rule
    return rule + gettext("票上另选的人，请先核对是不是会员；保留会籍的没有被选举权（选举工作条例第四条，ORG-26）。")


poll_pages = Pages(
    name="ballots",
    path="office/polls",
    model=Poll,
    rows=lambda user: Poll.objects.visible_to(user),
    may_list=may_list,
    flow=FLOW,
    filters=PollFilters,
    table=tables.PollTable,
    title=_("表决与测评"),
    turn=turn,
    about=_("会议上的表决和选举、办公室发起的测评和问卷都记在这里，每个结果都能重新计算。"),
    verbs={
        "appraise": Verb(
            forms.AppraisalForm,
            services.appraise,
            label=_("发起民主测评"),
            who=may_prepare,
            creates=True,
            about=SECRET_RULE,
        ),
        "ask": Verb(
            forms.QuestionnaireForm, services.ask, label=_("发起问卷"), who=may_prepare, creates=True, about=SECRET_RULE
        ),
        "open": Verb(
            None,
            services.open,
            about=_("开始时应到、实到人数即固定，作为法定人数和通过比例的基数；文字、名册和规则不再改动。"),
        ),
        "close": Verb(None, services.close, about=_("截止后不再接受投票；电子方式随即得出结果。")),
        "declare": Verb(
            None,
            services.declare,
            about=rule_of_declaring,
        ),
        "approve": Verb(forms.ApprovalForm, services.approve, about=_("上级工会批复后，当选结果才生效（ORG-30）。")),
        "repeat": Verb(
            None,
            services.repeat,
            about=_("投票无效的照原样重投；末位同票的就同票者再投（ORG-23）；名额有空缺的在未当选者中再选。"),
        ),
        "amend": Verb(forms.AmendForm, services.amend),
        "name_tellers": Verb(
            forms.TellersForm, name_tellers, about=_("监票人各自计数，互不相见；候选人不得担任（ORG-25）。")
        ),
        "refuse": Verb(ReasonForm, services.refuse, danger=True),
        "break_off": Verb(
            ReasonForm, services.break_off, danger=True, about=_("中止后已投的票不再计数，可以重新投票。")
        ),
        "withdraw": Verb(ReasonForm, services.withdraw, danger=True),
    },
    panels=[
        Panel("ballots/standing.html", panels.standing),
        Facts(
            "kind",
            "way",
            "text",
            "seats",
            "takes_others",
            "round",
            "previous",
            "quorum",
            "quorum_text",
            "rule_text",
            "needs_approval",
            "entitled",
            "present",
            "opened_at",
            "closed_at",
            "approved_on",
            "approval_number",
            title=_("基本情况"),
        ),
        Related(panels.options, _("题目与选项"), tables.OptionTable),
        Related(panels.named_votes, _("记名投票"), tables.NamedVoteTable, who=panels.is_named),
        Related("tellers", _("监票人"), tables.TellerTable, who=panels.people_count),
        Related("roll", _("应到人员"), tables.RollTable, who=manages),
        History(),
    ],
)
