"""Whom a recuperation batch is chosen from, and what is known of each."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from unionhall.care.models import Candidate
from unionhall.pages.values import day


def put_forward(user: Any) -> QuerySet[Candidate]:
    """Those one may see, by staff number, each with the day (`went_on`) a batch they went with last set out."""
    before = Candidate.objects.went().filter(person=OuterRef("person")).exclude(batch=OuterRef("batch"))
    last = before.order_by("-batch__begins_on").values("batch__begins_on")[:1]
    seen = Candidate.objects.visible_to(user).select_related("person__department", "batch")
    return seen.annotate(went_on=Subquery(last)).order_by("person__staff_no")


def in_words(one: Candidate) -> str:
    """Who it is, for what merit, and when they went last, as it is weighed."""
    where = one.person.department.name if one.person.department else _("本院")
    went = _("上次参加%(day)s") % {"day": day(one.went_on)} if one.went_on else _("没有参加过")
    return f"{one.person.name}（{where}，{one.person.staff_no}）{one.merit} · {went}"
