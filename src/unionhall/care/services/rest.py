"""Recuperation: recommended for merit, chosen within the places, posted, confirmed, held."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role, units_where
from unionhall.audit import services as audit
from unionhall.care.flow.health import BatchState
from unionhall.care.flow.rest import REST
from unionhall.care.models import Candidate, PublicNotice, RestBatch
from unionhall.care.permissions import runs_rest
from unionhall.care.services import paying, posting
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel import clock
from unionhall.kernel.text import masked_name
from unionhall.notices import services as notices
from unionhall.people.models import Person
from unionhall.people.selectors import users_with


@transaction.atomic
def draft(*, by: User, title: str, place: str, begins_on: date, ends_on: date, places: int, criteria: str) -> RestBatch:
    """Plan a batch: where to, when, how many, and by what people are chosen."""
    if not runs_rest(by):
        raise NotAllowed(_("疗休养由工会办公室组织。"))
    _check(begins_on, ends_on, places)
    with only_once(_("已有同名的疗休养。")):
        batch = RestBatch.objects.create(
            title=title, place=place, begins_on=begins_on, ends_on=ends_on, places=places, criteria=criteria
        )
    audit.record("care.rest.draft", batch, by=by, after={"title": title, "places": places})
    return batch


@transaction.atomic
def amend(batch: RestBatch, *, by: User, **facts: Any) -> None:
    """Change a batch nobody is chosen for in public yet; `facts` are its fields."""
    _check(facts["begins_on"], facts["ends_on"], facts["places"])
    with only_once(_("已有同名的疗休养。")):
        REST.fire(batch, "amend", by=by, fields=facts)


def _check(begins_on: date, ends_on: date, places: int) -> None:
    if ends_on < begins_on:
        raise Blocked(_("返回日期早于出发日期。"))
    if places < 1:
        raise Blocked(_("名额应是正整数。"))


@transaction.atomic
def open_batch(batch: RestBatch, *, by: User) -> None:
    """Recommendations may come in; the chairs of the branches are told."""
    REST.fire(batch, "open", by=by)
    chairs = users_with(Role.BRANCH_CHAIR).exclude(pk=by.pk)
    notices.after_commit("care.rest_open", batch, to=chairs, places=batch.places, criteria=batch.criteria)


@transaction.atomic
def recommend(batch: RestBatch, *, by: User, merits: Sequence[tuple[Person, str]]) -> None:
    """Put people forward, each with the merit in words; whoever is in already stays with the new words."""
    REST.check(batch, "recommend", by=by)
    people = [person for person, _merit in merits]
    if others := [
        one.name for one in people if not (runs_rest(by) or one.unit_id in units_where(by, Role.BRANCH_CHAIR))
    ]:
        text = _("分工会主席推荐本分会的会员，不是本分会的有：%(names)s；他们由所在分会或工会办公室推荐。")
        raise Blocked(text % {"names": "、".join(others[:10])})
    members = set(Person.objects.members(clock.today()).filter(pk__in=[one.pk for one in people]))
    outside = [person.name for person in people if person not in members]
    if outside:
        raise Blocked(
            _("疗休养面向在会会员，不是会员的有：%(names)s（CARE-14）。") % {"names": "、".join(outside[:10])}
        )
    for person, merit in merits:
        row, _made = Candidate.objects.update_or_create(batch=batch, person=person, defaults={"merit": merit})
        audit.record("care.rest.recommend", row, by=by, after={"merit": merit})


@transaction.atomic
def choose(batch: RestBatch, *, by: User, chosen: Sequence[Candidate]) -> None:
    """Choose among those put forward, at most as many as there are places; the others are chosen no longer."""
    REST.check(batch, "choose", by=by)
    if len(chosen) > batch.places:
        raise Blocked(_("名额%(places)s人，选定了%(chosen)s人。") % {"places": batch.places, "chosen": len(chosen)})
    batch.candidates.update(is_chosen=False)
    batch.candidates.filter(pk__in=[one.pk for one in chosen]).update(is_chosen=True)
    audit.record("care.rest.choose", batch, by=by, after={"people": sorted(str(one.person_id) for one in chosen)})


@transaction.atomic
def announce(batch: RestBatch, *, by: User) -> PublicNotice:
    """Post who is chosen: family name and department (CARE-20)."""
    REST.fire(batch, "announce", by=by)
    chosen = batch.candidates.filter(is_chosen=True).select_related("person__department")
    lines = [
        _("%(name)s（%(department)s）")
        % {
            "name": masked_name(one.person.name),
            "department": one.person.department.name if one.person.department else _("本院"),
        }
        for one in chosen
    ]
    notice = posting.post(title=_("疗休养人员公示"), text=f"{batch.title}：{'、'.join(lines)}", by=by, batch=batch)
    _tell("care.rest_posted", batch, until=notice.ends_on)
    return notice


@transaction.atomic
def confirm(batch: RestBatch, *, by: User) -> None:
    """The list stands: the days of the notice are over, every objection was answered, all are members still (guard)."""
    REST.fire(batch, "confirm", by=by)
    _tell("care.rest_confirmed", batch, place=batch.place, begins_on=batch.begins_on, ends_on=batch.ends_on)


@transaction.atomic
def drop_out(batch: RestBatch, *, by: User, candidate: Candidate, reason: str) -> None:
    """Somebody chosen does not go, and is told so; the others stay as they were posted."""
    REST.check(batch, "drop_out", by=by)
    dropped = batch.candidates.filter(pk=candidate.pk, is_chosen=True)
    if not dropped.update(is_chosen=False):
        raise Blocked(_("这位职工没有被选定，不用退出。"))
    people = User.objects.filter(person__pk=candidate.person_id)
    notices.after_commit("care.rest_off", batch, to=people, reason=reason)
    person = candidate.person_id
    audit.record("care.rest.drop_out", batch, by=by, after={"person": str(person)}, reason=reason, concerns=person)


@transaction.atomic
def choose_again(batch: RestBatch, *, by: User, reason: str) -> None:
    """Others are to go: the posting comes down, and whoever is chosen then is posted anew (CARE-20)."""
    paying.nothing_waits(batch, before=_("重新选定"))
    REST.fire(batch, "choose_again", by=by, note=reason)
    posting.take_down(batch.notices.all(), by=by, reason=reason)


@transaction.atomic
def ask_funds(
    batch: RestBatch, *, by: User, payees: Sequence[Payee], text: str, needed_on: date | None = None
) -> SpendingRequest:
    """Ask for what the journey costs, to be paid to who offers it, once the list of those who go stands (FIN-11)."""
    REST.check(batch, "ask_funds", by=by)
    request = spending.ask(
        batch,
        by=by,
        title=_("%(batch)s经费") % {"batch": batch},
        purpose=Purpose.RECUPERATION,
        payees=payees,
        text=text,
        needed_on=needed_on,
    )
    after = {"request": request.number, "amount": str(request.amount)}
    audit.record("care.rest.ask_funds", batch, by=by, after=after)
    return request


def finish(batch: RestBatch, *, by: User) -> None:
    """They went."""
    if clock.today() < batch.ends_on:
        raise Blocked(_("还没有到返回日期。"))
    REST.fire(batch, "finish", by=by)


@transaction.atomic
def cancel(batch: RestBatch, *, by: User, reason: str) -> None:
    """Call the batch off; its posting comes down, who was posted is told. Raises Blocked while money asked for it waits."""
    paying.nothing_waits(batch, before=_("取消"))
    was_posted = batch.state in (BatchState.ANNOUNCED, BatchState.CONFIRMED)
    REST.fire(batch, "cancel", by=by, note=reason)
    posting.take_down(batch.notices.all(), by=by)
    if was_posted:
        _tell("care.rest_off", batch, reason=reason)


def _tell(key: str, batch: RestBatch, **said: Any) -> None:
    """Each of those chosen."""
    chosen = batch.candidates.filter(is_chosen=True)
    notices.after_commit(key, batch, to=User.objects.filter(person__in=chosen.values("person")), **said)
