"""A session at the desk, from its preparation to the archive."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.congress import filters, forms, selectors, services, tables
from unionhall.congress.flow import FLOW, State
from unionhall.congress.models import Session
from unionhall.congress.permissions import manages, may_list, sees_persons
from unionhall.congress.views import panels
from unionhall.congress.views.office.items import item_pages
from unionhall.congress.views.office.joint import joint_pages
from unionhall.congress.views.office.motions import motion_pages
from unionhall.congress.views.office.resolutions import resolution_pages
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related


def turn(session: Session) -> Any:
    """Whose turn it is."""
    return {
        State.PREPARING: _("工会办公室筹备"),
        State.CONVENED: _("等待代表签到、开幕"),
        State.SITTING: _("正在开会"),
        State.CLOSED: _("等待公布、上报和归档"),
    }.get(State(session.state))


def before_calling(session: Session) -> str:
    """The rule of the call, and what is still missing."""
    rule = gettext("召集时按在任代表生成名册并通知代表。代表须足额，中层以上管理人员不超过五分之一（CON-08、CON-10）。")
    missing = selectors.missing(session)
    if not missing:
        return rule
    return "\n".join([rule, gettext("以下事项尚未完成，不妨碍召集，请尽快办理："), *missing])


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
            about=before_calling,
        ),
        "open": Verb(
            None, services.open_session, about=_("出席代表达到全体代表的三分之二方可开会（职代会条例第二十八条，CON-14）。")
        ),
        "close": Verb(None, services.close, about=_("每项议题有了结论才能闭会。")),
        "publish": Verb(None, services.publish_all, about=_("公布后全体职工可在手机上查看（职代会条例第三十二条，CON-22）。")),
        "archive": Verb(None, services.archive, about=_("归档要求：有会议纪要，决议全部公布，并已报上一级工会（CON-22）。")),
        "add_item": Verb(forms.ItemForm, services.add_item),
        "tick": Verb(forms.TickForm, services.tick),
        "invite": Verb(forms.InviteForm, services.invite, about=_("列席和特邀人员没有表决权、选举权（CON-08）。")),
        "seat_presidium": Verb(
            forms.PresidiumForm,
            services.seat_presidium,
            about=_("代表超过一百人的不少于七人，其中一线职工不少于一半（CON-19）。"),
        ),
        "excuse": Verb(forms.ExcuseForm, services.excuse),
        "redraw": Verb(None, services.redraw, about=_("按补选和撤换的情况更新名册；已签到的代表不受影响。")),
        "write_minutes": Verb(forms.MinutesForm, services.write_minutes),
        "uninvite": Verb(forms.UninviteForm, services.uninvite),
        "file": Verb(forms.FileForm, services.file, about=_("闭会后七个工作日内报上一级工会（CON-22）。")),
        "amend": Verb(forms.AmendForm, services.amend),
        "cancel": Verb(forms.ReasonForm, services.cancel, danger=True, about=_("取消后代表会收到通知和理由。")),
    },
    panels=[
        Panel("congress/roll.html", panels.roll),
        Related(panels.agenda, _("议程"), tables.AgendaTable, link=lambda item: item_pages.url("detail", item)),
        Panel("congress/steps.html", panels.steps),
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
        Related(panels.motions, _("议案"), tables.MotionsHere, link=lambda motion: motion_pages.url("detail", motion)),
        Related(
            "joint_reports",
            _("提交大会的联席会议"),
            tables.JointHere,
            link=lambda meeting: joint_pages.url("detail", meeting),
        ),
        Facts("minutes", columns=1, title=_("会议纪要")),
        Panel("congress/papers.html", panels.papers, who=manages),
        Files(Session, may_attach=manages),
        History(),
    ],
)  # fmt: skip
