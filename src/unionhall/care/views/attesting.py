"""What takes two: who was named beside somebody says on the phone whether it was so; the office sees what stands open."""

import django_filters
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.care.flow.attestation import ATTESTATIONS, WordState
from unionhall.care.models import Attestation
from unionhall.care.permissions import has_page
from unionhall.care.selectors import attesting as rows
from unionhall.care.services import attesting
from unionhall.care.tables import attesting as tables
from unionhall.care.tables.drive import GIFTS_HERE
from unionhall.care.tables.visits import VISITS_HERE
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Related
from unionhall.pages.tables import Column


class WordFilters(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=WordState.choices, label=_("状态"))
    done_on = django_filters.DateFromToRangeFilter(label=_("日期"))


BEFORE = _(
    "确认您在场、事情与登记的一致。走访送了慰问金（品）、还没有证明人签字的，您的确认就是证明人签字（CARE-18）。"
)
ABOUT = (
    Column("what", _("事项")),
    "done_on",
    Column("asked_by.name", _("登记人")),
    Column("beside", _("同办的人")),
    Column("given", _("慰问金（品）")),
    Column("kept_as", _("编号")),
    "said_on",
    "words",
)
my_word_pages = Pages(
    name="my.care.words",
    confidential=True,
    path="my/care/words",
    face="my",
    model=Attestation,
    rows=rows.own,
    may_list=has_page,
    flow=ATTESTATIONS,
    table=tables.MINE,
    title=_("请您确认"),
    about=_("别人登记您一同走访、清点现金或交付物品的，在这里由您本人确认，或说明不属实。"),
    verbs={
        "confirm": Verb(None, attesting.confirm, many=True, about=BEFORE, done=_("已确认，谢谢您。")),
        "deny": Verb(
            ReasonForm,
            attesting.deny,
            danger=True,
            done=_("已告诉登记人，由工会办公室核对。"),
            about=_("您没有参加，或者登记的与您看到的不一致，请写明。"),
        ),
    },
    panels=[Facts(*ABOUT)],
)
word_pages = Pages(
    name="care.words",
    confidential=True,
    path="office/care/words",
    model=Attestation,
    rows=rows.rows,
    may_list=in_office,
    flow=ATTESTATIONS,
    filters=WordFilters,
    table=tables.WORDS,
    title=_("第二人确认"),
    about=_("走访、清点现金、交付物品由一人登记，另一人在手机上确认。没有确认的在这里，不妨碍办理。"),
    verbs={
        "confirm": Verb(None, attesting.confirm, about=BEFORE),
        "deny": Verb(ReasonForm, attesting.deny, danger=True),
        "settle": Verb(
            ReasonForm,
            attesting.settle,
            about=_("由登记人以外的人核对，写明结果；登记有误的，先作废或冲销那条记录。"),
        ),
    },
    panels=[
        Facts(*ABOUT),
        Related(
            rows.visit_of,
            _("走访"),
            VISITS_HERE,
            link=lambda row: reverse("care.visits.detail", args=[row.pk]),
        ),
        Related(rows.gift_of, _("捐款"), GIFTS_HERE, link=lambda row: reverse("care.gifts.detail", args=[row.pk])),
        History(),
    ],
)
