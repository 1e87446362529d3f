"""Addresses of the inbox and of the log of e-mails."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.notices import selectors, services, views
from unionhall.notices.filters import DeliveryFilters
from unionhall.notices.flow import FLOW
from unionhall.notices.models import Delivery
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History
from unionhall.pages.tables import Column, Table

outbox_pages = Pages(
    name="notices.outbox",
    path="office/outbox",
    model=Delivery,
    rows=selectors.outbox,
    may_list=in_office,
    flow=FLOW,
    title=_("邮件记录"),
    about=_("发给会员的邮件在这里留底：发出没有，为什么没发出。"),
    table=Table(
        Column("kind", _("类别"), value=str, link=True),
        Column("notice.user.name", _("收件人")),
        Column("state"),
        Column("next_at", _("计划发送")),
        Column("sent_at"),
        Column("attempts", phone=False),
        Column("error", phone=False),
    ),
    filters=DeliveryFilters,
    verbs={"retry": Verb(None, services.retry, many=True)},
    panels=[Facts("notice.user.name", "state", "attempts", "next_at", "sent_at", "error"), History()],
)
urlpatterns = [
    path("my/inbox/", views.inbox, name="notices.inbox"),
    path("my/inbox/read/", views.open_all, name="notices.open_all"),
    path("my/inbox/preferences/", views.preferences, name="notices.preferences"),
    path("my/inbox/<uuid:pk>/", views.open_notice, name="notices.open"),
    *outbox_pages.urls(),
]
