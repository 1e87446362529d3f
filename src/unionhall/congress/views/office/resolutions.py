"""Resolutions, which nobody changes."""

from django.utils.translation import gettext_lazy as _

from unionhall.congress import filters, selectors, services, tables
from unionhall.congress.models import Resolution
from unionhall.congress.permissions import manages, may_list
from unionhall.congress.views import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel

resolution_pages = Pages(
    name="congress.resolutions",
    path="office/congress/resolutions",
    model=Resolution,
    rows=selectors.resolutions,
    may_list=may_list,
    table=tables.ResolutionTable,
    filters=filters.ResolutionFilters,
    title=_("决议"),
    about=_("代表大会通过的决议，形成后不再改动。"),
    verbs={
        "publish": Verb(
            None,
            services.publish,
            label=_("向全体职工公布"),
            who=manages,
            about=_("公布后全体职工可在手机上查看（CON-22）。"),
            many=True,
        )
    },
    panels=[
        Panel("congress/resolution.html", panels.sealed),
        Facts("number", "session", "item", "adopted_on", "entitled", "present", "published_on", "replaces"),
        History(),
    ],
)
