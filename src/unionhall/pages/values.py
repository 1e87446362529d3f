"""Values as a page says them: a choice by its label, a day as 2023年5月1日, money as 1,000.00, nothing as a dash."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import dateformat
from django.utils.translation import gettext as _

from unionhall.kernel import clock, money
from unionhall.kernel.cipher import EncryptedTextField

NOTHING = "—"
HIDDEN = "******"


def day(value: date | None) -> str:
    """`2023年5月1日`; in English `1 May 2023`."""
    return dateformat.format(value, _("Y年n月j日")) if value else NOTHING


def moment(value: datetime | None) -> str:
    """An instant on the wall clock of Asia/Shanghai: `2023年5月1日 09:00`."""
    return dateformat.format(value.astimezone(clock.SHANGHAI), _("Y年n月j日 H:i")) if value else NOTHING


def yuan(value: Decimal | None) -> str:
    """`1,000.00`, without the unit."""
    return NOTHING if value is None else money.shown(Decimal(value))


def number(value: Any) -> str:
    """`2,103`; a Decimal without trailing zeros."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return f"{int(value):,}" if whole else f"{value.normalize():,f}"
    return f"{value:,}"


def words(value: Any) -> str:
    """Any value by its own type."""
    match value:
        case None | "":
            return NOTHING
        case bool():
            return _("是") if value else _("否")
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case int() | Decimal():
            return number(value)
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".")
        case list() | tuple() | set():
            return _("、").join(words(item) for item in value) or NOTHING
    return str(value)


def sayer(field: models.Field | None) -> Callable[[Any], str]:
    """How values of one model field are said; without a field, by their type."""
    if field is None:
        return words
    if isinstance(field, EncryptedTextField):
        return lambda value: HIDDEN if value else NOTHING
    if isinstance(field, money.MoneyField):
        return yuan
    if getattr(field, "flatchoices", None):
        labels = dict(field.flatchoices)
        return lambda value: words(str(labels.get(value, value or "")))
    return words
