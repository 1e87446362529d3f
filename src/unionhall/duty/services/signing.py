"""Signing: what the report says is frozen with its evidence, and stays so whatever becomes of the records."""

import hashlib
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.duty.flow import FLOW
from unionhall.duty.language import in_chinese
from unionhall.duty.models import Frozen, Report, packed
from unionhall.duty.selectors.reports import text_of
from unionhall.duty.services.checking import unsettled
from unionhall.figures.readings import Reading
from unionhall.figures.tokens import Token, tokens_in
from unionhall.flows import Blocked
from unionhall.kernel import clock


def sign(report: Report, *, by: User) -> None:
    """Sign a draft: each token's value, words, definition and rows are stored with the signature, or nothing is.

    Raises NotAllowed, WrongState, and Blocked while a claim is neither backed by records nor explained by the author.
    """
    FLOW.check(report, "sign", by=by)
    open_claims = unsettled(report)
    if open_claims:
        raise Blocked(
            _("还有 %(count)s 处说法（第一处：“%(quote)s”）没有记录支持，也没有写明理由，不能签发。")
            % {"count": len(open_claims), "quote": open_claims[0].mark.claim.quote}
        )
    with transaction.atomic(), in_chinese():
        FLOW.fire(report, "sign", by=by, fields={"signed_at": clock.now(), "signed_by": by})
        for order, token in enumerate(dict.fromkeys(tokens_in(text_of(report)))):
            freeze(report, token, order)


def discard(report: Report, *, by: User, note: str = "") -> None:
    """Set a draft aside; it can still be read."""
    FLOW.fire(report, "discard", by=by, note=note)


def freeze(report: Report, token: Token, order: int) -> Frozen:
    """Keep what a token reads now; of a share also part and whole, in this order."""
    reading = token.reading(report.union)
    frozen = _keep(report, reading, str(token), order, style=token.style)
    for place, part in enumerate(reading.parts or ()):
        _keep(report, part, str(part.token), place, of_share=frozen)
    return frozen


def _keep(
    report: Report, reading: Reading, token: str, order: int, *, style: str = "exact", of_share: Frozen | None = None
) -> Frozen:
    value, ids = reading.evidence
    text = reading.say(style)
    return Frozen.objects.create(
        report=report,
        of_share=of_share,
        order=order,
        token=token,
        value="" if value is None else str(value),
        text=text,
        unit=reading.unit,
        label=reading.label,
        about=reading.about,
        definition=reading.definition,
        as_of=reading.as_of,
        row_model=reading.rows.model._meta.label_lower,
        rows=packed(ids),
        digest=digest(value, reading.definition, ids),
    )


def digest(value: object, definition: str, ids: list[UUID]) -> str:
    """SHA-256 over value, definition and rows: shows whether what was frozen is still what was signed."""
    return hashlib.sha256(f"{value}\n{definition}\n".encode() + packed(ids)).hexdigest()
