"""The road of something told, as who told it reads it: what was done, who comes, by when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from unionhall.care.flow.visits import EventState, TaskState
from unionhall.care.kinds.words import Channel, Level, Occasion
from unionhall.care.models import LifeEvent, VisitTask
from unionhall.kernel import clock
from unionhall.people.models import Unit


@dataclass(frozen=True)
class Stop:
    """One step: what, by whom, on which day or by which; `mark` is "" for done, `now`, `next` or `stop`."""

    what: str
    who: str = ""
    on: date | None = None
    by: date | None = None
    mark: str = ""


def marked(steps: Sequence[Stop], now: int) -> list[Stop]:
    """Steps in their order, of which the one at `now` is under way: those before it are done, those after it to come."""
    marks = ["" if at < now else "now" if at == now else "next" for at in range(len(steps))]
    return [replace(step, mark=mark) for step, mark in zip(steps, marks, strict=True)]


def stops(event: LifeEvent, who: str, user: Any) -> list[Stop]:
    """The steps of an event: to the person themself with the days of the visit, to a colleague who told it none of that."""
    told = Stop(_("告诉工会"), event.told_by.name, on=clock.day_of(event.told_at))
    if event.state == EventState.DISMISSED:
        return [told, Stop(_("工会核实：不属实或重复"), mark="stop")]
    checked = [_checked(event)] if event.channel == Channel.COLLEAGUE else []
    if event.person.user_id != user.pk:
        return [told, *checked, Stop(_("工会联系本人"), mark="next")]
    task = event.tasks.first()
    if task is None:
        return [told, *checked] if event.state == EventState.TOLD else [told, *checked, _no_visit()]
    return [told, *checked, *_of_task(task, who)]


def why_no_visit(event: LifeEvent, occasions: set[str] | None) -> str:
    """Why no visit followed from a confirmed event: `occasions` are those of the set in force then, None without one."""
    if occasions is None or event.kind in occasions:
        return _("登记时还没有这一天的必访事项，没有自动生成走访任务。需要走访的，请在“走访慰问”里直接登记走访。")
    return _("“%(kind)s”不在当时的必访事项里，没有自动生成走访任务。需要走访的，请在“走访慰问”里直接登记走访。") % {
        "kind": Occasion(event.kind).label
    }


def verifier(unit: Unit | None) -> str:
    """Who looks into what a colleague told."""
    return str(unit.branch or unit) if unit else _("院工会")


def _checked(event: LifeEvent) -> Stop:
    who = verifier(event.person.unit)
    if event.state == EventState.TOLD:
        return Stop(_("已转%(who)s核实") % {"who": who}, mark="now")
    return Stop(_("已核实"), who)


def _no_visit() -> Stop:
    return Stop(_("工会已记下；这类事不安排走访，需要帮助请联系所在分会或工会办公室。"), mark="next")


def _of_task(task: VisitTask, who: str) -> list[Stop]:
    """Contact, then the visit."""
    if task.state == TaskState.WAIVED:
        return [Stop(_("这次不安排走访"), mark="stop")]
    done, contacted = task.state == TaskState.DONE, task.contacted_on is not None or task.state == TaskState.DONE
    going = _("院工会") if task.level == Level.UNION else str(task.unit or _("分会"))
    by = _("%(unit)s（%(names)s）") % {"unit": going, "names": who} if who else going
    contact = {"on": task.contacted_on} if contacted else {"by": task.contact_by, "mark": "now"}
    visit = {"on": task.visited_on} if done else {"by": task.visit_by, "mark": "now" if contacted else "next"}
    return [Stop(_("联系您"), by, **contact), Stop(_("上门看望"), by, **visit)]
