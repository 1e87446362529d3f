"""Who goes: chosen within the places, posted, confirmed; who drops out, and choosing anew."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.rest import REST
from unionhall.care.models import Candidate, PublicNotice, RestBatch
from unionhall.care.services import paying, posting
from unionhall.flows import Blocked
from unionhall.kernel.text import masked_name
from unionhall.notices import services as notices


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
    tell_chosen("care.rest_posted", batch, until=notice.ends_on)
    return notice


@transaction.atomic
def confirm(batch: RestBatch, *, by: User) -> None:
    """The list stands: the days of the notice are over, every objection was answered, all are members still (guard)."""
    REST.fire(batch, "confirm", by=by)
    tell_chosen("care.rest_confirmed", batch, place=batch.place, begins_on=batch.begins_on, ends_on=batch.ends_on)


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


def tell_chosen(key: str, batch: RestBatch, **said: Any) -> None:
    """Each of those chosen."""
    chosen = batch.candidates.filter(is_chosen=True)
    notices.after_commit(key, batch, to=User.objects.filter(person__in=chosen.values("person")), **said)
