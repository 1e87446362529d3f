"""The phone: tell the union, go on a visit, sign for what one was given."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from unionhall.care.flow.visits import EVENT_FLOW, TASK_FLOW
from unionhall.care.forms import visits as forms
from unionhall.care.forms.events import TellForm
from unionhall.care.models import LifeEvent, Visit, VisitTask
from unionhall.care.permissions import has_page, may_list, may_tell
from unionhall.care.selectors import visits as rows
from unionhall.care.services import calls, events, tasks, visits
from unionhall.care.tables import visits as tables
from unionhall.care.views.visits import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.guards import needs
from unionhall.pages.panels import Facts, Panel


def heading(event: LifeEvent) -> str:
    """What happened to whom."""
    return f"{event.person.name} · {event.get_kind_display()}"


my_event_pages = Pages(
    name="my.care.events",
    confidential=True,
    path="my/care/events",
    face="my",
    model=LifeEvent,
    rows=rows.told_or_own,
    may_list=has_page,
    flow=EVENT_FLOW,
    table=tables.MY_EVENTS,
    title=_("告诉工会"),
    about=_("您或同事有住院、生育、结婚、丧事、灾害等事，请告诉工会，工会会来看望。"),
    verbs={
        "tell": Verb(
            TellForm,
            events.tell,
            label=_("告诉工会"),
            who=may_tell,
            creates=True,
            done=_("已告诉工会，谢谢您。"),
            about=_("工会仅为走访慰问使用这些信息，情况说明加密保存，谁看过您可以查到。替同事告诉的，工会核实后联系。"),
        )
    },
    heading=heading,
    panels=[
        Panel("care/visits/road.html", panels.road),
        Facts("kind", "relation", "happened_on", "channel", "told_at", "number"),
    ],
)
my_task_pages = Pages(
    name="my.care.tasks",
    confidential=True,
    path="my/care/tasks",
    face="my",
    model=VisitTask,
    rows=rows.pending,
    may_list=may_list,
    flow=TASK_FLOW,
    table=tables.MY_TASKS,
    title=_("待走访"),
    about=_("现在没有要走访的职工。"),
    verbs={
        "fulfil": Verb(forms.ArrivalForm, calls.fulfil, about=panels.before_call, done=_("走访已登记。")),
        "contact": Verb(forms.ContactForm, tasks.contact),
    },
    panels=[
        Facts("occasion", "happened_on", "contact_by", "visit_by"),
        Panel("care/visits/standing.html", panels.standing),
        Panel("care/visits/closed.html", panels.task_words),
    ],
)


@require_POST
@needs(has_page)
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Sign for what one was given on a visit."""
    visit = get_object_or_404(Visit.objects.filter(person__user=request.user.pk), pk=pk)
    visits.sign_own(visit, by=request.user)
    messages.success(request, gettext("已签收。"))
    return redirect("my.care")
