"""The phone of a delegate: the call, one's proposals, whom one seconds; and how far every proposal is, for all members."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from unionhall.files.panels import Files
from unionhall.kernel import clock
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.guards import needs
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.proposals import filters, forms, selectors, services, tables
from unionhall.proposals.flow import FLOW, SECOND_FLOW
from unionhall.proposals.models import Proposal, Second
from unionhall.proposals.permissions import is_delegate, is_mover, may_see_progress
from unionhall.proposals.rules.text import PARTS
from unionhall.proposals.selectors import pages
from unionhall.proposals.views import panels
from unionhall.proposals.views.desk import turn

SHOWN = 30
may_open = may_see_progress | is_delegate


@require_safe
@needs(may_open)
def home(request: HttpRequest) -> HttpResponse:
    """The calls open now, what waits for me, my proposals; who never sat in a congress has no such page."""
    if not is_delegate(request.user) and not pages.mine(request.user).exists():
        raise Http404
    context = {
        "calls": selectors.open_calls(),
        "today": clock.today(),
        "to_second": selectors.to_second(request.user),
        "to_consent": selectors.to_consent(request.user),
        "to_rate": selectors.to_rate(request.user),
        "mine": [
            (_("我提出的"), pages.moved_by(request.user)[:SHOWN]),
            (_("我附议的"), pages.seconded_by(request.user)[:SHOWN]),
            (_("并案后的主案"), pages.merged_with(request.user)[:SHOWN]),
        ],
        "may_draft": is_delegate(request.user),
    }
    return render(request, "proposals/my/home.html", context)


@require_safe
@needs(is_delegate)
def similar(request: HttpRequest) -> HttpResponse:
    """What was asked for before in words like those being typed; a part of a page."""
    words = "\n".join(request.GET.get(name, "") for name in ("title", "remedy"))
    alike = selectors.similar(request.user, words) if words.strip() else []
    return render(request, "proposals/alike.html", {"alike": alike, "is_typing": True})


def what_is_seconded(second: Second) -> str:
    """The very text a second is given for (PRO-04)."""
    proposal = second.proposal
    parts = [f"{label}{_('：')}{getattr(proposal, name)}" for name, label in PARTS.items()]
    return "\n".join([_("您附议的是下面这一稿，提案人修改后须您重新确认（PRO-04）。"), *parts])


my_pages = Pages(
    name="my.proposals",
    path="my/proposals/mine",
    face="my",
    model=Proposal,
    rows=pages.mine,
    may_list=may_open,
    flow=FLOW,
    table=tables.MineTable,
    title=gettext_lazy("我的提案"),
    turn=turn,
    about=gettext_lazy("您提出和附议的提案都在这里，从草拟到办结的每一步都能看到。"),
    verbs={
        "draft": Verb(
            forms.DraftForm,
            services.draft,
            label=gettext_lazy("写提案"),
            who=is_delegate,
            creates=True,
            about=gettext_lazy("提案须有案由、理由和具体建议三部分，一事一案（PRO-03）。存成草稿后可以继续修改。"),
            done=gettext_lazy("草稿已保存，下一步请邀请附议。"),
        ),
        "submit": Verb(
            None,
            services.submit,
            about=gettext_lazy("提交后文字不能再改，由提案委员会审查（PRO-08）。"),
        ),
        "ask_seconds": Verb(
            forms.AskForm,
            services.ask_seconds,
            about=gettext_lazy("附议人逐一确认后才算数；修改文字后须重新确认（PRO-02、PRO-04）。"),
        ),
        "amend": Verb(
            forms.TextForm,
            services.amend,
            about=gettext_lazy("改动案由、理由或建议后，已经附议的代表须重新确认（PRO-04）。"),
        ),
        "submit_late": Verb(
            None, services.submit, about=gettext_lazy("征集截止后提交的不作大会提案，转为意见建议（PRO-05）。")
        ),
        "rate": Verb(
            forms.RateForm,
            services.rate,
            about=gettext_lazy("办理态度和办理结果分别评价，每次答复评价一次（PRO-16）。"),
        ),
        "reopen": Verb(forms.ReasonForm, services.reopen),
        "ask_withdrawal": Verb(
            forms.WithdrawForm,
            services.ask_withdrawal,
            danger=True,
            about=gettext_lazy("撤回须全体附议人同意（PRO-04）。"),
        ),
        "withdraw": Verb(forms.TakeBackForm, services.withdraw, danger=True),
    },
    panels=[
        Panel("proposals/alike.html", panels.likenesses, who=is_mover),
        Panel("proposals/support.html", panels.support),
        Panel("proposals/text.html", panels.text),
        Panel("proposals/replies.html", panels.answers),
        Facts(
            Column("call.session", gettext_lazy("会议")),
            "category",
            Column("mover.person.name", gettext_lazy("提案人")),
            "submitted_on",
            "outcome",
            Column("merged_into", gettext_lazy("主案")),
            Column("department.name", gettext_lazy("主办部门")),
            "due_on",
            "promised_on",
            "fulfilled_on",
            "closing",
        ),
        Related(panels.own_reviews, gettext_lazy("审查意见"), tables.ReviewTable),
        Related(panels.progress, gettext_lazy("办理情况"), tables.ProgressTable),
        Files(Proposal, may_attach=is_mover),
        Panel("proposals/my/papers.html", panels.papers, aside=True),
        History(),
    ],
)

second_pages = Pages(
    name="my.seconds",
    path="my/proposals/seconds",
    face="my",
    model=Second,
    rows=pages.asked_of,
    may_list=may_open,
    flow=SECOND_FLOW,
    table=tables.AskedTable,
    title=gettext_lazy("请我附议"),
    about=gettext_lazy("别的代表请您附议的提案会出现在这里。"),
    verbs={
        "second": Verb(forms.SecondForm, services.second, about=what_is_seconded),
        "refuse": Verb(None, services.refuse_second),
        "consent": Verb(
            None,
            services.consent,
            about=lambda second: _("提案人申请撤回：%(reason)s") % {"reason": second.proposal.withdrawal_reason},
        ),
    },
    panels=[
        Panel("proposals/text.html", panels.text),
        Facts(
            Column("proposal.mover.person.name", gettext_lazy("提案人")),
            Column("proposal.category", gettext_lazy("类别")),
            "state",
            "answered_at",
        ),
    ],
)

progress_pages = Pages(
    name="my.progress",
    path="my/proposals/progress",
    face="my",
    model=Proposal,
    rows=selectors.public,
    may_list=may_see_progress,
    flow=FLOW,
    table=tables.PublicTable,
    filters=filters.PublicFilters,
    title=gettext_lazy("提案办理进展"),
    turn=turn,
    about=gettext_lazy("审定后的提案由谁承办、何时答复、是否落实，向全体会员公开。"),
    panels=[Panel("proposals/my/road.html", panels.road)],
)
