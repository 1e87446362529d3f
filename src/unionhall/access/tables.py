"""Columns and filters of the lists about accounts and about the trail."""

from typing import Any

import django_filters
from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.audit.models import Event, Kind
from unionhall.pages.declare import Pages, declared
from unionhall.pages.history import wording
from unionhall.pages.tables import Column, Table


def _state(user: User) -> str:
    if not user.is_active:
        return _("已停用")
    return _("启用") if user.is_activated else _("待激活")


def _subject_type(event: Event) -> str:
    try:
        return str(apps.get_model(event.subject_type)._meta.verbose_name)
    except (LookupError, ValueError):  # an export names a list, not a model
        return event.subject_type


def _act(event: Event) -> str:
    """The act in words: as history says it, else as the button that leads to it says it."""
    told = wording(event.verb)
    if told != event.verb:
        return str(told)
    module, _dot, name = event.verb.rpartition(".")
    ours = (pages for pages in declared() if isinstance(pages, Pages) and pages.model._meta.app_label == module)
    buttons = (pages.label_of(name) for pages in ours if name in pages.verbs)
    return str(next(buttons, event.verb))


USERS = Table(
    Column("staff_no", link=True),
    Column("name", link=True),
    Column("is_active", gettext_lazy("状态"), value=_state),
    Column("last_login", gettext_lazy("最近登录"), phone=False),
    Column(
        "totp_secret",
        gettext_lazy("动态码"),
        value=lambda user: _("已绑定") if user.totp_secret else "",
        phone=False,
        sort=False,
    ),
    Column("has_code", gettext_lazy("激活码"), value=lambda user: _("已发未用") if user.has_code else "", phone=False),
    Column("is_administrator", hidden=True),
)

EVENTS = Table(
    Column("at", link=True),
    Column("by.name", gettext_lazy("经办人")),
    Column("kind"),
    Column("verb", value=_act),
    Column("subject_type", gettext_lazy("类别"), value=_subject_type, phone=False),
    Column("subject", gettext_lazy("对象")),
    Column("why", gettext_lazy("理由"), phone=False, sort=False),
)


class UserFilters(django_filters.FilterSet):
    STATES = (
        ("waiting", gettext_lazy("待激活")),
        ("active", gettext_lazy("启用")),
        ("disabled", gettext_lazy("已停用")),
    )

    q = django_filters.CharFilter(method="find", label=gettext_lazy("工号或姓名"))
    state = django_filters.ChoiceFilter(method="in_state", choices=STATES, label=gettext_lazy("状态"))

    def find(self, rows: models.QuerySet, name: str, value: str) -> models.QuerySet:
        return rows.filter(Q(staff_no__contains=value) | Q(name__contains=value))

    def in_state(self, rows: models.QuerySet, name: str, value: str) -> models.QuerySet:
        wanted: dict[str, Any] = {
            "waiting": {"is_active": True, "is_activated": False},
            "active": {"is_active": True, "is_activated": True},
            "disabled": {"is_active": False},
        }
        return rows.filter(**wanted[value])


class EventFilters(django_filters.FilterSet):
    who = django_filters.CharFilter(method="by_whom", label=gettext_lazy("经办人（工号或姓名）"))
    verb = django_filters.CharFilter("verb", "startswith", label=gettext_lazy("动作代码"))
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=gettext_lazy("性质"))
    day = django_filters.DateFromToRangeFilter("at", label=gettext_lazy("日期"))

    def by_whom(self, rows: models.QuerySet, name: str, value: str) -> models.QuerySet:
        return rows.filter(Q(by__staff_no=value) | Q(by__name__contains=value))
