"""The second person's own word: asked where the first names them, given on their phone, and who looks into a denial."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.flow.attestation import ATTESTATIONS, WordState
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Attestation, Gift, Goods, Visitor
from unionhall.care.services import checks, signing
from unionhall.kernel import clock
from unionhall.notices import services as notices

OPEN = (WordState.WAITING, WordState.DENIED)


def of_visitors(visitors: Sequence[Visitor], *, by: User) -> None:
    """Ask everybody who went along, but not who wrote the visit down."""
    _ask(
        Attestation(visitor=one, person=one.person, asked_by=by, done_on=one.visit.visited_on)
        for one in visitors
        if one.person.user_id != by.pk
    )


def of_gifts(gifts: Sequence[Gift], *, by: User) -> None:
    """Ask who counted the cash beside the one who took it in (DON-03)."""
    counted = [gift for gift in gifts if gift.way == Way.CASH and gift.counted_by]
    _ask(Attestation(gift=gift, person=gift.counted_by, asked_by=by, done_on=gift.given_on) for gift in counted)


def of_goods(goods: Iterable[Goods], *, by: User) -> None:
    """Ask who went along when things were handed on."""
    _ask(Attestation(goods=one, person=one.witness, asked_by=by, done_on=one.handed_on) for one in goods)


@transaction.atomic
def confirm(word: Attestation, *, by: User) -> None:
    """It was so. Who confirms a visit that brought something signs as its witness, where nobody has (CARE-18)."""
    ATTESTATIONS.fire(word, "confirm", by=by, fields={"said_on": clock.today()})
    if word.visit:
        signing.witness(word.visit, by=by)


@transaction.atomic
def deny(word: Attestation, *, by: User, reason: str) -> None:
    """It was not so, in words; who wrote it down is told, and the office looks into it."""
    words = checks.given(reason, _("请写明哪里不属实。"))
    ATTESTATIONS.fire(word, "deny", by=by, note=words, fields={"said_on": clock.today(), "words": words})
    notices.after_commit("care.attestation.denied", word, to=word.asked_by)


def settle(word: Attestation, *, by: User, reason: str) -> None:
    """The office looked into a denial, and says what came of it; never who wrote the thing down."""
    ATTESTATIONS.fire(word, "settle", by=by, note=checks.given(reason, _("请写明核对的结果。")))


def lapse(words: QuerySet[Attestation], *, by: User) -> None:
    """What they were asked about was voided or reversed: nobody has to say anything any more."""
    ATTESTATIONS.fire_many(list(words.filter(state__in=OPEN)), "lapse", by=by)


def _ask(words: Iterable[Attestation]) -> None:
    Attestation.objects.bulk_create(list(words), batch_size=200)
