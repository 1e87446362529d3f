"""What events, visits and gifts tell the frames: doors, what waits, the parts of what the union did for one."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.audit.selectors import by_day, looks_at
from unionhall.care import mine
from unionhall.care.flow.issues import IssueState
from unionhall.care.flow.visits import EventState, TaskState, VisitState
from unionhall.care.kinds.words import Level
from unionhall.care.mine import Part
from unionhall.care.models import Entitlement, Issue, LifeEvent, Promise, Visit, VisitTask
from unionhall.care.permissions import has_page, is_served, leads, may_list, may_tell
from unionhall.care.selectors import issues as gifts
from unionhall.care.selectors import visits
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import Waiting, most_urgent
from unionhall.people.models import Person

LOOKS = 200
# Acts that are no step of a flow, as a record's history and the audit page say them.
ACTS = {
    "event.tell": gettext_lazy("登记事件"),
    "event.take_in": gettext_lazy("导入事件"),
    "visit.record": gettext_lazy("登记走访"),
    "visit.sign_own": gettext_lazy("本人签收"),
    "visit.add_paper": gettext_lazy("上传证明材料"),
    "visit.countersign": gettext_lazy("签字确认"),
    "round.ask": gettext_lazy("合并申请经费"),
    "proof.want": gettext_lazy("设定证明材料要求"),
    "visitset.adopt": gettext_lazy("确定必访事项"),
    "issue.draft": gettext_lazy("发起福利发放"),
    "gift.choose": gettext_lazy("选择套餐"),
    "gift.sign": gettext_lazy("签收"),
}


def furnish() -> None:
    """Doors, sources and names of acts."""
    for verb, label in ACTS.items():
        history.says(f"care.{verb}", label)
    for at, (label, name, icon) in enumerate(
        (
            (gettext_lazy("走访任务"), "care.tasks.list", "list-check"),
            (gettext_lazy("走访慰问"), "care.visits.list", "home"),
            (gettext_lazy("职工事件"), "care.events.list", "bell"),
            (gettext_lazy("福利发放"), "care.issues.list", "award"),
            (gettext_lazy("福利签领"), "care.shares.list", "checkbox"),
            (gettext_lazy("承诺事项"), "care.promises.list", "clock"),
            (gettext_lazy("走访批次"), "care.rounds.list", "clipboard-list"),
            (gettext_lazy("慰问标准"), "care.standards.list", "file-text"),
            (gettext_lazy("必访事项"), "care.sets.list", "clipboard-list"),
            (gettext_lazy("证明材料要求"), "care.proofs.list", "file-text"),
        )
    ):
        nav.room("暖", label, name, who=may_list, icon=icon, rank=at)
    nav.offer(gettext_lazy("告诉工会"), "my.care.events.tell", icon="bell", who=may_tell)
    nav.offer(gettext_lazy("走访"), "my.care.tasks.list", icon="home", who=leads)
    nav.offer(gettext_lazy("领福利"), "my.care.benefits", icon="award", who=is_served)
    nav.offer(gettext_lazy("工会为您做过的"), "my.care", icon="star", who=has_page)
    for source in (
        visits_to_make,
        visits_late,
        events_to_check,
        promises_to_keep,
        gifts_to_fetch,
        to_sign,
        to_archive,
    ):
        nav.waiting(source)
    for part in (visits_received, gifts_received, events_told):
        mine.part(part)
    mine.part(who_looked, last=True)


def visits_to_make(user: Any) -> Iterator[Waiting]:
    """The visits one is to make, by the nearest day of each; what somebody told of apart from the days of the roster, so
    that no row of birthdays hides a death."""
    if not may_list(user):
        return
    to_make, url = visits.to_make(user, clock.today()), reverse("my.care.tasks.list")
    yield from most_urgent(to_make.exclude(event=None), _to_make, what=_("待走访"), url=url)
    yield from most_urgent(to_make.filter(event=None), _to_make, what=_("生日、退休待走访"), url=url)


def _to_make(task: VisitTask) -> Waiting:
    """Who something happened to is spoken to first; it leads to the form, so that arriving it takes three taps."""
    name, url = {"name": task.person.name}, reverse("my.care.tasks.fulfil", args=[task.pk])
    if task.event_id and task.state == TaskState.OPEN:
        return Waiting(_("联系并走访%(name)s") % name, url, task.contact_by)
    return Waiting(_("走访%(name)s") % name, url, task.visit_by)


def visits_late(user: Any) -> Iterator[Waiting]:
    """How many visits of branches and groups are late, for the office to ask after."""
    if in_office(user):
        late = visits.pending(user).filter(level=Level.BRANCH, visit_by__lt=clock.today())
        if count := late.count():
            text = _("分会、小组有%(n)s次走访逾期") % {"n": count}
            yield Waiting(text, f"{reverse('care.tasks.list')}?late=true&level=branch", None, count)


def events_to_check(user: Any) -> Iterator[Waiting]:
    """What colleagues told and nobody checked."""
    if may_list(user):
        told = LifeEvent.objects.visible_to(user).filter(state=EventState.TOLD).exclude(person__user=user)
        url = f"{reverse('care.events.list')}?state={EventState.TOLD.value}"
        yield from most_urgent(told.select_related("person").order_by("told_at"), _to_check, what=_("请核实"), url=url)


def _to_check(event: LifeEvent) -> Waiting:
    text = _("请核实%(name)s的事（%(number)s）") % {"name": event.person.name, "number": event.number}
    return Waiting(text, reverse("care.events.detail", args=[event.pk]))


def promises_to_keep(user: Any) -> Iterator[Waiting]:
    """What was promised and not kept, soonest first."""
    if may_list(user):
        owed = Promise.objects.visible_to(user).open().select_related("visit__person").order_by("due_on", "id")
        yield from most_urgent(owed, _to_keep, what=_("待落实的承诺"), url=reverse("care.promises.list"))


def _to_keep(promise: Promise) -> Waiting:
    text = _("落实对%(name)s的承诺") % {"name": promise.visit.person.name}
    return Waiting(text, reverse("care.promises.detail", args=[promise.pk]), promise.due_on)


def gifts_to_fetch(user: Any) -> Iterator[Waiting]:
    """The gifts one has not fetched."""
    url = reverse("my.care.benefits")

    def say(share: Entitlement) -> Waiting:
        return Waiting(_("请领取“%(title)s”") % {"title": share.issue.title}, url, share.issue.fetch_to)

    yield from most_urgent(
        gifts.own(user).unsigned().filter(issue__state=IssueState.OPEN), say, what=_("待领取"), url=url
    )


def to_sign(user: Any) -> Iterator[Waiting]:
    """What one was given and did not sign for."""
    unsigned = _received(user).filter(state=VisitState.RECORDED).exclude(cash=0, goods=0)
    url = reverse("my.care")

    def say(visit: Visit) -> Waiting:
        return Waiting(_("请签收工会的慰问（%(number)s）") % {"number": visit.number}, url)

    yield from most_urgent(unsigned, say, what=_("待签收"), url=url)


def to_archive(user: Any) -> Iterator[Waiting]:
    """Issues whose last day is over and that are not filed."""
    if in_office(user):
        over = Issue.objects.filter(state=IssueState.CLOSED) | Issue.objects.filter(
            state=IssueState.OPEN, fetch_to__lt=clock.today()
        )
        url = reverse("care.issues.list")
        yield from most_urgent(over.order_by("roll_on", "pk"), _to_file, what=_("待截止、归档"), url=url)


def _to_file(issue: Issue) -> Waiting:
    text = _("“%(title)s”请截止、归档") % {"title": issue.title}
    return Waiting(text, reverse("care.issues.detail", args=[issue.pk]))


def _received(user: Any) -> Any:
    return Visit.objects.filter(person__user=user.pk).standing()


def visits_received(person: Person, user: Any) -> Part | None:
    """The visits made to one."""
    visits = list(Visit.objects.filter(person=person).standing()[:20])
    return Part(_("走访慰问"), "care/my/visits.html", {"visits": visits}) if visits else None


def gifts_received(person: Person, user: Any) -> Part | None:
    """The gifts one was entitled to."""
    shares = list(gifts.own(user).prefetch_related("issue__packages")[:20])
    return Part(_("节日福利"), "care/my/gifts.html", {"shares": shares}) if shares else None


def events_told(person: Person, user: Any) -> Part | None:
    """What the union knows to have happened to one."""
    made = Visit.objects.standing().filter(event=OuterRef("pk"))
    events = list(LifeEvent.objects.filter(person=person).annotate(is_visited=Exists(made))[:20])
    return Part(_("您的事，工会知道的"), "care/my/events.html", {"events": events}) if events else None


def who_looked(person: Person, user: Any) -> Part | None:
    """Who looked at one's confidential records: one line for a reader, a record and a day, newest first."""
    looks = by_day(looks_at(person.pk)[:LOOKS])
    return Part(_("谁看过您的保密信息"), "care/my/looks.html", {"looks": looks})
