"""One's own mutual-aid covers on the phone: until when, what was asked of them, and the step to ask."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.care.forms.covers import OwnClaimForm
from unionhall.care.models import Cover
from unionhall.care.permissions import has_page, is_own
from unionhall.care.services import covers
from unionhall.care.tables import aid as tables
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, Related


def own(user: Any) -> QuerySet[Cover]:
    """One's own, those that stand."""
    return Cover.objects.standing().filter(person__user=user.pk).select_related("person__user")


my_cover_pages = Pages(
    name="my.care.covers",
    confidential=True,
    path="my/care/covers",
    face="my",
    model=Cover,
    rows=own,
    may_list=has_page,
    table=tables.MyCoverTable,
    title=_("互助保障"),
    about=_("工会为您参加的互助保障，以及您申请的给付。"),
    verbs={
        "claim": Verb(
            OwnClaimForm,
            covers.claim,
            label=_("申请给付"),
            who=is_own,
            about=_("给付由互助保障组织直接付给您；请把结算单等材料交工会办公室，由办公室上报。"),
        )
    },
    panels=[
        Facts("plan", "began_on", "ends_on", "is_paid_by_union"),
        Related("claims", _("给付"), tables.MyClaimTable),
    ],
)
