"""The desk's pages: terms, delegates, sessions, items, resolutions."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.congress import filters, forms, selectors, services, tables
from unionhall.congress.flow import FLOW, ITEM_FLOW, State
from unionhall.congress.models import AgendaItem, Constituency, Delegate, Resolution, Session, Term
from unionhall.congress.permissions import manages, may_list, sees_persons
from unionhall.congress.views import panels
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column


def staying(service: Callable[..., Any]) -> Callable[..., None]:
    """The verb as a page that stays at its record takes it, whatever the verb makes."""

    def act(obj: Any, *, by: User, **facts: Any) -> None:
        service(obj, by=by, **facts)

    return act


def elect(term: Term, *, by: User, constituency: Constituency, **facts: Any) -> None:
    """The verb as a page of the term takes it."""
    services.elect(constituency, by=by, **facts)


def turn(session: Session) -> Any:
    """Whose turn it is."""
    return {
        State.PREPARING: _("工会办公室筹备"),
        State.CONVENED: _("等待代表签到、开幕"),
        State.SITTING: _("正在开会"),
        State.CLOSED: _("等待公布、上报和归档"),
    }.get(State(session.state))


term_pages = Pages(
    name="congress.terms",
    path="office/congress/terms",
    model=Term,
    rows=selectors.terms,
    may_list=may_list,
    table=tables.TermTable,
    title=_("代表大会届次"),
    about=_("职代会和工代会分别记届次：每届的名额、选区、代表团、代表和专门委员会都在这里。"),
    verbs={
        "open_term": Verb(forms.TermForm, services.open_term, label=_("开始新一届"), who=manages, creates=True),
        "add_constituency": Verb(
            forms.ConstituencyForm, staying(services.add_constituency), label=_("设选区"), who=manages
        ),
        "add_delegation": Verb(
            forms.DelegationForm, staying(services.add_delegation), label=_("设代表团"), who=manages
        ),
        "elect": Verb(
            forms.ElectForm,
            elect,
            label=_("登记当选代表"),
            who=manages,
            about=_("选区三分之二以上职工参加，得选区全体职工半数以上赞成方可当选；缺额由原选区补选（CON-13）。"),
        ),
        "name_member": Verb(
            forms.CommitteeForm, staying(services.name_member), label=_("确定专门委员会成员"), who=manages
        ),
    },
    panels=[
        Panel("congress/composition.html", panels.composition),
        Facts("began_on", "ends_on", "closed_on", "years", "staff_count", "women_count", "seats", "document"),
        Related("constituencies", _("选区"), tables.ConstituencyTable),
        Related(panels.delegations, _("代表团"), tables.DelegationTable),
        Related(panels.delegates, _("代表"), tables.DelegateTable, who=sees_persons),
        Related(panels.committee_members, _("专门委员会"), tables.CommitteeTable, who=sees_persons),
        Panel("congress/doors.html", who=manages, aside=True),
        History(),
    ],
)

delegate_pages = Pages(
    name="congress.delegates",
    path="office/congress/delegates",
    model=Delegate,
    rows=selectors.delegates,
    may_list=sees_persons,
    table=tables.DelegateTable,
    filters=filters.DelegateFilters,
    title=_("职工代表"),
    about=_("代表由选区选举产生，或从代表名册导入；导入从届次页进入。"),
    verbs={
        "place": Verb(forms.PlaceForm, services.place, label=_("编入代表团"), who=manages),
        "name_head": Verb(None, services.name_head, label=_("确定为团长"), who=manages),
        "recall": Verb(
            forms.RecallForm,
            services.recall,
            label=_("撤换"),
            who=manages,
            danger=True,
            about=_("撤换代表须原选区全体职工半数以上同意（职代会条例第十九条，CON-13）。"),
        ),
        "release": Verb(forms.ReleaseForm, services.release, label=_("终止资格"), who=manages, danger=True),
    },
    panels=[
        Facts(
            "term", "delegation", "is_head", "constituency", "category", "is_front_line", "is_manager", "how", "votes",
            "began_on", "ended_on", "ended_by",
        ),
        History(),
    ],
)  # fmt: skip

session_pages = Pages(
    name="congress.sessions",
    path="office/congress",
    model=Session,
    rows=selectors.sessions,
    may_list=may_list,
    flow=FLOW,
    table=tables.SessionTable,
    filters=filters.SessionFilters,
    title=_("代表大会会议"),
    turn=turn,
    about=_("每次职代会、工代会从筹备、召集、签到、审议、决议到上报归档，都在这里办理。"),
    verbs={
        "prepare": Verb(forms.PrepareForm, services.prepare, label=_("筹备会议"), who=manages, creates=True),
        "convene": Verb(
            None,
            services.convene,
            about=_("召集时按在任代表生成名册并通知代表。代表须足额，中层以上管理人员不超过五分之一（CON-08、CON-10）。"),
        ),
        "open": Verb(
            None, services.open_session, about=_("出席代表达到全体代表的三分之二方可开会（职代会条例第二十八条，CON-14）。")
        ),
        "close": Verb(None, services.close, about=_("每项议题有了结论才能闭会。")),
        "archive": Verb(None, services.archive, about=_("归档要求：有会议纪要，决议全部公布，并已报上一级工会（CON-22）。")),
        "add_item": Verb(forms.ItemForm, staying(services.add_item)),
        "tick": Verb(forms.TickForm, services.tick),
        "invite": Verb(forms.InviteForm, staying(services.invite), about=_("列席和特邀人员没有表决权、选举权（CON-08）。")),
        "seat_presidium": Verb(
            forms.PresidiumForm,
            services.seat_presidium,
            about=_("代表超过一百人的不少于七人，其中一线职工不少于一半（CON-19）。"),
        ),
        "excuse": Verb(forms.ExcuseForm, services.excuse),
        "redraw": Verb(None, services.redraw, about=_("按补选和撤换的情况更新名册；已签到的代表不受影响。")),
        "write_minutes": Verb(forms.MinutesForm, services.write_minutes),
        "file": Verb(forms.FileForm, services.file, about=_("闭会后七个工作日内报上一级工会（CON-22）。")),
        "amend": Verb(forms.AmendForm, services.amend),
        "cancel": Verb(forms.ReasonForm, services.cancel, danger=True, about=_("取消后代表会收到通知和理由。")),
    },
    panels=[
        Panel("congress/roll.html", panels.roll),
        Related("steps", _("筹备与会后事项"), tables.StepTable),
        Related(panels.agenda, _("议程"), tables.AgendaTable, link=lambda item: item_pages.url("detail", item)),
        Facts(
            "term", "held_on", "ends_on", "venue", "cause", "theme", "joint_with", "opened_at", "entitled", "present",
            "closed_at", "filed_on", "filing",
        ),
        Related(panels.presidium, _("主席团"), tables.PresidiumTable, who=sees_persons),
        Related(panels.attendees, _("参会人员"), tables.AttendeeTable, who=sees_persons),
        Related(panels.notes, _("讨论意见汇总"), tables.NotesOfAll, who=sees_persons),
        Related(
            panels.resolutions,
            _("决议"),
            tables.ResolutionTable,
            link=lambda resolution: resolution_pages.url("detail", resolution),
        ),
        Facts("minutes", columns=1, title=_("会议纪要")),
        Panel("congress/papers.html", panels.papers, who=manages),
        Files(Session, may_attach=manages),
        History(),
    ],
)  # fmt: skip

item_pages = Pages(
    name="congress.items",
    path="office/congress/items",
    model=AgendaItem,
    rows=selectors.items,
    may_list=may_list,
    flow=ITEM_FLOW,
    table=tables.ItemTable,
    filters=filters.ItemFilters,
    title=_("议题"),
    about=_("各次会议的议题，按职权类型办理。"),
    verbs={
        "call": Verb(None, services.call, about=_("提请审议时记下应到和实到人数。")),
        "hear": Verb(None, services.hear, about=_("须票决、选举或测评的事项不能以听取代替（CON-18、CON-21）。")),
        "open_vote": Verb(
            forms.VoteForm,
            staying(services.open_vote),
            about=_(
                "审议通过事项须无记名票决，赞成票的基数是全体代表（CON-14、CON-18）；监票人不得是候选人（ORG-25）。"
            ),
        ),
        "conclude": Verb(None, services.conclude),
        "resolve": Verb(
            forms.ResolveForm,
            staying(services.resolve),
            about=_("决议形成即锁定，改变须另提新的议题（CON-23）。"),
        ),
        "add_paper": Verb(forms.PaperForm, staying(services.add_paper)),
        "note": Verb(forms.NoteForm, staying(services.note)),
        "put_back": Verb(forms.ReasonForm, services.put_back),
        "withdraw": Verb(forms.ReasonForm, services.withdraw, danger=True),
    },
    panels=[
        Facts("session", "position", "power", Column("vote", _("结论方式")), "presenter", "entitled", "present"),
        Panel("congress/vote.html", panels.vote),
        Related("papers", _("材料"), tables.PaperTable),
        Related(panels.item_notes, _("各代表团讨论意见"), tables.NoteTable),
        Files(AgendaItem, may_attach=manages, title=_("材料文件")),
        History(),
    ],
)

resolution_pages = Pages(
    name="congress.resolutions",
    path="office/congress/resolutions",
    model=Resolution,
    rows=selectors.resolutions,
    may_list=may_list,
    table=tables.ResolutionTable,
    filters=filters.ResolutionFilters,
    title=_("决议"),
    about=_("代表大会通过的决议，形成后不再改动。"),
    verbs={
        "publish": Verb(
            None,
            services.publish,
            label=_("向全体职工公布"),
            who=manages,
            about=_("公布后全体职工可在手机上查看（CON-22）。"),
        )
    },
    panels=[
        Panel("congress/resolution.html", panels.sealed),
        Facts("number", "session", "item", "adopted_on", "entitled", "present", "published_on", "replaces"),
        History(),
    ],
)
