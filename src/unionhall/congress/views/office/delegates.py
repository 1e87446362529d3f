"""Delegates: placed, made heads, recalled, released."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.congress import filters, forms, selectors, services, tables
from unionhall.congress.models import Delegate
from unionhall.congress.permissions import manages, sees_persons
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History

delegate_pages = Pages(
    name="congress.delegates",
    path="office/congress/delegates",
    model=Delegate,
    rows=selectors.delegates,
    may_list=sees_persons,
    table=tables.DelegateTable,
    filters=filters.DelegateFilters,
    title=pgettext_lazy("congress", "职工代表"),
    about=_("代表由选区选举产生，或从代表名册导入；导入从届次页进入。"),
    verbs={
        "place": Verb(forms.PlaceForm, services.place, label=_("编入代表团"), who=manages),
        "name_head": Verb(None, services.name_head, label=_("确定为团长"), who=manages),
        "recall": Verb(
            forms.RecallForm,
            services.recall,
            label=_("撤换"),
            who=manages,
            danger=True,
            about=_("撤换代表，由原选区职工表决，同意的须达到选区职工总数的一半（职代会条例第十九条，CON-13）。"),
        ),
        "release": Verb(forms.ReleaseForm, services.release, label=_("终止资格"), who=manages, danger=True),
    },
    panels=[
        Facts(
            "term", "delegation", "is_head", "constituency", "category", "is_front_line", "is_manager", "how", "votes",
            "began_on", "ended_on", "ended_by",
        ),
        History(),
    ],
)  # fmt: skip
