"""A form acts once, however often it is sent: a double tap, a reload and a lost answer all lead to the same record."""

import secrets
from collections.abc import Callable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from unionhall.kernel import clock
from unionhall.pages.models import Receipt

KEPT = timedelta(days=2)


def new_key() -> str:
    """The key a form carries in its hidden field `once`."""
    return secrets.token_urlsafe(24)


def where_it_led(request: HttpRequest) -> str:
    """The address a form already sent with this key led to, or empty: a second tap is no second act and no refusal."""
    key = _key(request)
    led_to = Receipt.objects.filter(user=request.user, key=key).values_list("led_to", flat=True) if key else ()
    return next(iter(led_to), "")


def act_once(request: HttpRequest, act: Callable[[], str]) -> str:
    """Run `act() -> address` in one transaction; for a key already used, only the address it led to.

    A refusal raised by `act` undoes the key as well, so that the corrected form may be sent again. Of two requests at
    the same moment the second waits for the first at the unique key.
    """
    key = _key(request)
    with transaction.atomic():
        if not key:
            return act()
        receipt = _signed_for(request, key)
        if receipt is None:
            return where_it_led(request)
        led_to = act()
        Receipt.objects.filter(pk=receipt.pk).update(led_to=led_to)
        return led_to


def _key(request: HttpRequest) -> str:
    """The key sent along; what cannot be one of ours counts as none."""
    key = request.POST.get("once", "")[:40]
    return key if key.isascii() and key.isprintable() else ""


def _signed_for(request: HttpRequest, key: str) -> Receipt | None:
    """The receipt of a key used for the first time, as almost every key is: written before it is looked for."""
    try:
        with transaction.atomic():
            return Receipt.objects.create(user=request.user, key=key)
    except IntegrityError:
        return None


def forget_old() -> None:
    """Keys of forms nobody will send again are forgotten."""
    Receipt.objects.filter(at__lt=clock.now() - KEPT).delete()
