"""A batch is planned, opened, and people are put forward for it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role, units_where
from unionhall.audit import services as audit
from unionhall.care.flow.rest import REST
from unionhall.care.models import Candidate, RestBatch
from unionhall.care.permissions import runs_rest
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock
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
