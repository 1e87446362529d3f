"""One donation at the desk: its receipt, and the step that reverses it when it was entered wrongly."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.models import User
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Gift
from unionhall.care.permissions import corrects_gifts, sees_donors
from unionhall.care.services import drives
from unionhall.care.tables.drive import GiftTable, bank_line, counters_word
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel
from unionhall.pages.tables import Column


class GiftFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("drive__title", "icontains", label=_("募捐"))
    way = django_filters.ChoiceFilter(choices=Way.choices, label=_("方式"))
    given_on = django_filters.DateFromToRangeFilter(label=_("捐款日期"))


def rows(user: Any) -> QuerySet[Gift]:
    """All donations, for who keeps the money."""
    found = Gift.objects.visible_to(user) if sees_donors(user) else Gift.objects.none()
    return found.select_related("drive", "donor", "received_by", "counted_by", "reverses", "reversed_by")


def reverse(gift: Gift, *, by: User, reason: str) -> Gift:
    """The verb of the drive, asked on the donation itself; leads to the row of the opposite amount."""
    return drives.reverse(gift.drive, by=by, gift=gift, reason=reason)


def standing(gift: Gift) -> str | None:
    """That it no longer counts, or what it takes back."""
    if gift.reverses:
        return _("冲销收据%(number)s") % {"number": gift.reverses.number}
    undone = getattr(gift, "reversed_by", None)
    return _("已由%(number)s冲销") % {"number": undone.number} if undone else None


gift_pages = Pages(
    name="care.gifts",
    path="office/care/gifts",
    model=Gift,
    rows=rows,
    may_list=sees_donors,
    filters=GiftFilters,
    table=GiftTable,
    title=_("捐款明细"),
    about=_("每一笔捐款在募捐里登记，这里可以查找、打印收据、冲销。"),
    turn=standing,
    verbs={
        "reverse": Verb(
            ReasonForm,
            reverse,
            label=_("冲销这一笔"),
            who=corrects_gifts,
            danger=True,
            about=_("登记有误时由会计冲销：原来的一笔保留，另记一笔相反的金额；改正后由办公室重新登记（FIN-09）。"),
        )
    },
    panels=[
        Facts(
            "drive",
            Column("who", _("捐款人")),
            "is_anonymous",
            "amount",
            "way",
            "given_on",
            Column("received_by.name", pgettext_lazy("care", "收款人")),
            Column("counted_by.name", _("清点人")),
            Column("word", _("清点人确认"), value=counters_word),
            Column("bank_no", value=bank_line),
        ),
        Panel("care/drives/receipt.html"),
        History(),
    ],
)
