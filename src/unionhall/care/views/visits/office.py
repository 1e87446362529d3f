"""The desk's pages of events, visit tasks, visits and promises."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.care import filters
from unionhall.care.flow.visits import EVENT_FLOW, PROMISE_FLOW, TASK_FLOW, VISIT_FLOW, TaskState
from unionhall.care.forms import visits as forms
from unionhall.care.forms.events import ConfirmForm, RegisterForm
from unionhall.care.models import LifeEvent, Promise, Visit, VisitRound, VisitTask
from unionhall.care.permissions import asks_for_many, manages, may_list
from unionhall.care.rules.visits import picture_problem
from unionhall.care.selectors import visits as rows
from unionhall.care.services import calls, events, paying, promises, proofs, rounds, signing, tasks, visits
from unionhall.care.tables import visits as tables
from unionhall.care.views.visits import panels, promised
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.pages.values import day


def due(task: VisitTask) -> Any:
    """Until when a task is to be done."""
    if task.state in (TaskState.DONE, TaskState.WAIVED):
        return ""
    return gettext("请在%(day)s前走访") % {"day": day(task.visit_by)}


event_pages = Pages(
    name="care.events",
    confidential=True,
    path="office/care/events",
    model=LifeEvent,
    rows=rows.events,
    may_list=may_list,
    flow=EVENT_FLOW,
    filters=filters.EventFilters,
    table=tables.EVENTS,
    title=_("职工事件"),
    heading=lambda event: f"{event.person.name} · {event.get_kind_display()}",
    about=_("住院、生育、结婚、丧事、灾害等都登记在这里，按必访事项自动生成走访任务；生日和退休由花名册自动生成。"),
    doors=[Entry(_("导入人事名单"), "care.import_events", in_office)],
    verbs={
        "tell": Verb(RegisterForm, events.tell, label=_("登记事件"), who=may_list, creates=True),
        "confirm": Verb(ConfirmForm, events.confirm, about=_("核实后按必访事项生成走访任务。")),
        "dismiss": Verb(ReasonForm, events.dismiss, danger=True),
    },
    panels=[
        Facts("person", "kind", "relation", "happened_on", "is_serious", "channel", "told_at"),
        Panel("care/visits/closed.html", panels.event_words),
        Panel("care/visits/no_visit.html", panels.no_visit),
        Panel("care/visits/afterwards.html", panels.afterwards, who=in_office),
        Related("tasks", _("走访任务"), tables.TASKS_HERE, link=lambda row: task_pages.url("detail", row)),
        Related("visits", _("走访"), tables.VISITS, link=lambda row: visit_pages.url("detail", row)),
        History(),
    ],
)
task_pages = Pages(
    name="care.tasks",
    confidential=True,
    path="office/care/tasks",
    model=VisitTask,
    rows=rows.tasks,
    may_list=may_list,
    flow=TASK_FLOW,
    filters=filters.TaskFilters,
    table=tables.TASKS,
    title=_("走访任务"),
    turn=due,
    about=_("必访事项生成的走访任务：几日内联系、几日内走访，由谁去。先确定必访事项，再登记职工事件，任务自动生成。"),
    doors=[Entry(_("必访事项"), "care.sets.list", may_list)],
    verbs={
        "fulfil": Verb(forms.CallForm, calls.fulfil, about=panels.GIVEN, many=True),
        "contact": Verb(forms.ContactForm, tasks.contact, many=True),
        "assign": Verb(forms.AssignForm, tasks.assign),
        "waive": Verb(ReasonForm, tasks.waive, danger=True, about=_("不必走访的不计入必访率，理由会记录在案。")),
    },
    panels=[
        Facts(
            "person",
            "occasion",
            "happened_on",
            "level",
            "unit",
            "contact_by",
            "contacted_on",
            "visit_by",
            "visited_on",
            "set",
        ),
        Panel("care/visits/standing.html", panels.standing),
        Panel("care/visits/closed.html", panels.task_words),
        Related(panels.event_of, _("职工事件"), tables.EVENTS, link=lambda row: event_pages.url("detail", row)),
        Related("visits", _("走访"), tables.VISITS, link=lambda row: visit_pages.url("detail", row)),
        History(),
    ],
)
visit_pages = Pages(
    name="care.visits",
    confidential=True,
    path="office/care/visits",
    model=Visit,
    rows=rows.visits,
    may_list=may_list,
    flow=VISIT_FLOW,
    filters=filters.VisitFilters,
    table=tables.VISITS,
    title=_("走访慰问"),
    heading=lambda visit: f"{visit.person.name} · {visit.get_occasion_display()}",
    about=_("每次走访记在这里：谁去的、看望谁、送了什么、听到什么、答应了什么。"),
    verbs={
        "record": Verb(
            forms.RecordForm, calls.record, label=_("登记走访"), who=may_list, creates=True, about=panels.GIVEN
        ),
        "sign": Verb(forms.SignForm, visits.sign, about=_("由他人代领的，须写明代领人与本人的关系（CARE-12）。")),
        "add_paper": Verb(forms.PaperForm, proofs.add_paper, about=panels.wanted),
        "countersign": Verb(
            forms.CountersignForm,
            signing.countersign,
            many=True,
            about=_("经手人、证明人（验收人）、分工会主席三人各自签字，同一人只签一处（CARE-18）。"),
        ),
        "ask": Verb(
            None,
            paying.ask_for_visit,
            many=True,
            why=panels.asked_before,
            about=_("证明材料齐全后申请（CARE-16）；按审批权限报批、由出纳付款、会计入账（FIN-09、FIN-11）。"),
        ),
        "ask_together": Verb(
            forms.TogetherForm,
            rounds.ask_together,
            label=_("合并申请经费"),
            who=asks_for_many,
            together=True,
            about=_("同一资金来源的几次走访合成一笔申请，一人一行，慰问金和慰问品分列（CARE-08、FIN-11）。"),
        ),
        "promise": Verb(forms.PromiseForm, promises.promise),
        "archive": Verb(
            forms.ArchiveForm,
            visits.archive,
            many=True,
            about=_("有慰问金（品）的须先签收（CARE-17），三签齐全（CARE-18）。"),
        ),
        "void": Verb(ReasonForm, visits.void, danger=True, about=_("作废后额度退回，走访任务重新待办。")),
    },
    panels=[
        Facts(
            "person",
            "occasion",
            "festival",
            "relation",
            "visited_on",
            Column("place", value=lambda visit: visit.place),
            "level",
            "cash",
            "goods",
            "goods_text",
            "source",
            "clause",
            "signed_on",
            "signed_for_by",
            "signed_relation",
            "photo_consent",
            "recorded_by",
        ),
        Related(panels.went, _("走访人"), tables.VISITORS),
        Panel("care/visits/closed.html", panels.visit_words),
        Related(panels.event_of, _("职工事件"), tables.EVENTS, link=lambda row: event_pages.url("detail", row)),
        Related(panels.task_of, _("走访任务"), tables.TASKS_HERE, link=lambda row: task_pages.url("detail", row)),
        Related("promises", _("承诺事项"), tables.PROMISES, link=lambda row: promise_pages.url("detail", row)),
        Related(panels.requests_for, _("经费申请"), tables.REQUESTS, link=panels.request_url),
        Panel("care/visits/proofs.html", panels.proofs),
        Related("signatures", _("签字"), tables.SIGNATURES),
        Panel("care/visits/papers.html", who=manages),
        Files(Visit, may_attach=manages, why_not=picture_problem, title=_("照片与附件")),
        History(),
    ],
)
round_pages = Pages(
    name="care.rounds",
    path="office/care/rounds",
    model=VisitRound,
    rows=rows.rounds,
    may_list=may_list,
    table=tables.ROUNDS,
    title=_("走访批次"),
    about=_("在走访慰问里勾选几次走访，合并成一笔经费申请，就是一个批次。"),
    panels=[
        Facts("title", "source", "made_on", "made_by"),
        Related("visits", _("走访"), tables.VISITS, link=lambda visit: reverse("care.visits.detail", args=[visit.pk])),
        Related(panels.requests_for, _("经费申请"), tables.REQUESTS, link=panels.request_url),
        Panel("care/visits/round.html", panels.of_round),
        History(),
    ],
)
promise_pages = Pages(
    name="care.promises",
    confidential=True,
    path="office/care/promises",
    model=Promise,
    rows=rows.promises,
    may_list=may_list,
    flow=PROMISE_FLOW,
    filters=filters.PromiseFilters,
    table=tables.PROMISES,
    title=_("承诺事项"),
    about=_("走访时答应职工的事，有期限，落实后销账。"),
    heading=lambda one: gettext("对%(name)s的承诺") % {"name": one.visit.person.name},
    verbs={
        "keep": Verb(forms.OutcomeForm, promises.keep),
        "drop": Verb(forms.OutcomeForm, promises.drop, danger=True),
    },
    panels=[
        Facts("visit.person", "due_on"),
        Related(panels.visit_of, _("走访"), tables.VISITS, link=lambda row: visit_pages.url("detail", row)),
        Panel("care/visits/promised.html", promised.panel),
        History(),
    ],
)
