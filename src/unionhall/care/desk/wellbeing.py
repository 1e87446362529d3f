"""What health checks, recuperation and mutual-aid cover tell the home pages: doors, what waits for whom, acts in words."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import Role, units_where
from unionhall.care import permissions
from unionhall.care.flow.aid import ClaimState
from unionhall.care.flow.health import BatchState, CheckState, RoundState
from unionhall.care.flow.rest import may_go
from unionhall.care.models import Check, CheckDay, CoverClaim, RestBatch
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import Waiting

ACTS = {
    "cover.enrol": gettext_lazy("登记参保"),
    "cover.batch": gettext_lazy("申请保费"),
    "claim.file": gettext_lazy("受理给付申请"),
    "health.draft": gettext_lazy("新建体检"),
    "health.change_day": gettext_lazy("改名额"),
    "health.book": gettext_lazy("预约体检"),
    "health.decline": gettext_lazy("放弃体检"),
    "rest.draft": gettext_lazy("新建疗休养"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(f"care.{verb}", label)
    nav.room("暖", gettext_lazy("职工体检"), "care.health.list", who=permissions.runs_health, icon="heart", rank=24)
    nav.room("暖", gettext_lazy("疗休养"), "care.rest.list", who=permissions.recommends_rest, icon="heart", rank=25)
    nav.room("暖", gettext_lazy("互助保障"), "care.covers.list", who=permissions.sees_aid, icon="heart", rank=26)
    nav.room("暖", gettext_lazy("互助保障给付"), "care.claims.list", who=permissions.sees_aid, icon="heart", rank=27)
    for label, name, icon in (
        (gettext_lazy("职工体检"), "my.care.checks", "clipboard-list"),
        (gettext_lazy("互助保障"), "my.care.covers.list", "heart"),
    ):
        nav.offer(label, name, icon=icon, who=permissions.has_page, rank=1)
    for source in (to_book, to_recommend, batches_to_move, claims_to_send):
        nav.waiting(source)


def to_book(user: Any) -> Iterator[Waiting]:
    """A round of health checks one has not booked a day of, while there is one to book."""
    free = CheckDay.objects.free(clock.today()).filter(round=OuterRef("round"))
    mine = Check.objects.filter(person__user=user.pk, state=CheckState.ELIGIBLE, round__state=RoundState.OPEN)
    mine = mine.filter(Exists(free))
    for check in mine.select_related("round")[:3]:
        yield Waiting(_("“%(name)s”可以预约") % {"name": check.round}, reverse("my.care.checks"), check.round.ends_on)


def to_recommend(user: Any) -> Iterator[Waiting]:
    """Batches for which nobody of the own branch is put forward yet."""
    units = units_where(user, Role.BRANCH_CHAIR)
    if not units or permissions.runs_rest(user):
        return
    for batch in RestBatch.objects.filter(state=BatchState.SELECTING).exclude(candidates__person__unit__in=units)[:3]:
        yield Waiting(_("“%(name)s”：请推荐人选") % {"name": batch}, _at(batch))


def batches_to_move(user: Any) -> Iterator[Waiting]:
    """Lists that can be settled, the days of their notice being over, and journeys that are."""
    if not permissions.runs_rest(user):
        return
    for batch in RestBatch.objects.filter(state=BatchState.ANNOUNCED):
        if may_go(batch) is None:
            yield Waiting(_("“%(name)s”公示期满，请确定名单") % {"name": batch}, _at(batch), batch.begins_on)
    for batch in RestBatch.objects.filter(state=BatchState.CONFIRMED, ends_on__lte=clock.today()):
        yield Waiting(_("“%(name)s”已返回，请登记已成行") % {"name": batch}, _at(batch))


def _at(batch: RestBatch) -> str:
    return reverse("care.rest.detail", args=[batch.pk])


def claims_to_send(user: Any) -> Iterator[Waiting]:
    """What was asked of covers and is not with the mutual-aid organisation yet."""
    if permissions.sees_aid(user):
        for claim in CoverClaim.objects.filter(state=ClaimState.FILED).order_by("filed_on")[:5]:
            words = _("给付申请%(number)s：请上报互助保障组织") % {"number": claim.number}
            yield Waiting(words, reverse("care.claims.detail", args=[claim.pk]))
