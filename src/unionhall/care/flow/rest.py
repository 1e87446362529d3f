"""The road of a recuperation batch: named, recommended, chosen, announced, confirmed, held."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care.flow.health import BatchState
from unionhall.care.flow.notice import holds_up, posted
from unionhall.care.permissions import recommends_rest, runs_rest
from unionhall.flows import Flow, Step
from unionhall.kernel import clock
from unionhall.people.models import Person


def has_candidates(batch: Any) -> str | None:
    """Somebody is recommended, of whom to choose."""
    return None if batch.candidates.exists() else _("还没有人推荐。")


def is_chosen(batch: Any) -> str | None:
    """Somebody is chosen, no more than there are places, and all of them members still."""
    chosen = batch.candidates.filter(is_chosen=True).count()
    if not chosen:
        return _("还没有选定人员。")
    if chosen > batch.places:
        return _("名额%(places)s人，选定了%(chosen)s人。") % {"places": batch.places, "chosen": chosen}
    return who_left(batch)


def is_unopposed(batch: Any) -> str | None:
    """The days of the notice are over and every objection was answered."""
    notice = posted(batch)
    return holds_up(notice, _("公示到%(month)s月%(day)s日为止，期满后才能确定。")) if notice else None


def may_go(batch: Any) -> str | None:
    """Whoever was posted without opposition is a member still (CARE-14)."""
    return who_left(batch) or is_unopposed(batch)


def who_left(batch: Any) -> str | None:
    """Recuperation is for members: who is one no longer, by name; else None (CARE-14)."""
    members = Person.objects.members(clock.today())
    left = batch.candidates.filter(is_chosen=True).exclude(person__in=members).values_list("person__name", flat=True)
    text = _("选定的人中已不是在会会员的有：%(names)s（CARE-14）。请换人，或登记退出。")
    return text % {"names": _("、").join(left[:10])} if left else None


# fmt: off
REST = Flow("care.rest", BatchState, [
    Step("amend", (BatchState.DRAFT, BatchState.SELECTING), None, runs_rest, None, gettext_lazy("修改")),
    Step("open", BatchState.DRAFT, BatchState.SELECTING, runs_rest, None, gettext_lazy("开始推荐")),
    Step("recommend", BatchState.SELECTING, None, recommends_rest, None, gettext_lazy("登记推荐人选")),
    Step("choose", BatchState.SELECTING, None, runs_rest, has_candidates, gettext_lazy("选定人员")),
    Step("announce", BatchState.SELECTING, BatchState.ANNOUNCED, runs_rest, is_chosen, gettext_lazy("公示")),
    Step("confirm", BatchState.ANNOUNCED, BatchState.CONFIRMED, runs_rest, may_go, gettext_lazy("确定名单")),
    Step("ask_funds", (BatchState.CONFIRMED, BatchState.DONE), None, runs_rest, None, gettext_lazy("申请经费")),
    Step("drop_out", (BatchState.ANNOUNCED, BatchState.CONFIRMED), None, runs_rest, None, gettext_lazy("登记退出")),
    Step("choose_again", (BatchState.ANNOUNCED, BatchState.CONFIRMED), BatchState.SELECTING, runs_rest, None,
         gettext_lazy("重新选定")),
    Step("finish", BatchState.CONFIRMED, BatchState.DONE, runs_rest, None, gettext_lazy("登记已成行")),
    Step("cancel", (BatchState.DRAFT, BatchState.SELECTING, BatchState.ANNOUNCED, BatchState.CONFIRMED),
         BatchState.CANCELLED, runs_rest, None, gettext_lazy("取消这一批")),
])
# fmt: on
