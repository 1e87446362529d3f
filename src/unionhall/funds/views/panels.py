"""What stands on the page of one request."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from unionhall.audit.models import Event
from unionhall.funds import subjects
from unionhall.funds.flow.request import LIVE, OPEN_PACK, State
from unionhall.funds.forms.payees import shown as typed
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Piece, RequestPayee, SpendingRequest, Voucher
from unionhall.funds.selectors import ledger
from unionhall.funds.services import findings, reserving
from unionhall.kernel import clock, money

ENDED = (State.REFUSED, State.WITHDRAWN, State.TAKEN_BACK)
LONGEST = 4000  # characters of an address; a longer list of payees is typed anew


def matters(request: HttpRequest, spending: SpendingRequest) -> dict[str, Any]:
    """The amount in figures and in words, what the checks ask (they name people), and the record it is for."""
    return {
        "in_words": money.in_words(spending.amount),
        "url": subjects.url_of(spending, request.user),
        "record": subjects.record(spending) if spending.subject_type else None,
        "vouchers": _vouchers(spending, request.user),
        "ended": _ended(spending) if spending.names_payees_to(request.user) else None,
        "again": _again(spending) if spending.asked_by_id == request.user.pk else "",
        "warnings": _said_before(spending) if spending.names_payees_to(request.user) else [],
    }


def _ended(spending: SpendingRequest) -> Event | None:
    """Who refused it, withdrew it or took it back, and why."""
    if spending.state not in ENDED:
        return None
    verbs = [f"funds.requests.{verb}" for verb in ("refuse", "withdraw", "take_back")]
    return Event.objects.about(spending).filter(verb__in=verbs).select_related("by").order_by("at").last()


def _again(spending: SpendingRequest) -> str:
    """The address of a new draft with the same words and payees, for what its asker asked on no record's behalf."""
    if spending.state not in ENDED or spending.subject_type:
        return ""
    payees = list(spending.payees.select_related("person"))
    known = {
        "title": spending.title,
        "purpose": spending.purpose,
        "fund": spending.fund_id or "",
        "text": spending.text,
        "cash": typed(payees, goods=False),
        "goods": typed(payees, goods=True),
    }
    address = f"{reverse('funds.requests.draft')}?{urlencode(known)}"
    return address if len(address) < LONGEST else reverse("funds.requests.draft")


def _said_before(spending: SpendingRequest) -> list[str]:
    """What the checks ask, of a draft as it stands; and what is not there for it as long as nobody approved it."""
    if spending.state not in (State.DRAFTED, State.SUBMITTED):
        return spending.warnings
    drafted = spending.state == State.DRAFTED
    asked = [str(finding) for finding in findings.about(spending)] if drafted else spending.warnings
    short = reserving.shortage(spending, clock.today().year)
    return [*asked, short] if short else asked


def _vouchers(spending: SpendingRequest, user: Any) -> QuerySet[Voucher]:
    """The vouchers it came to, and those that reverse one."""
    return ledger.vouchers_of(spending).visible_to(user)


def pack(request: HttpRequest, spending: SpendingRequest) -> dict[str, Any]:
    """The evidence there is, from the record and attached, and what is lacking (FIN-11).

    What leads to the record does so only for who may see it, and what was attached opens for who learns whom it pays.
    """
    seen = subjects.seen_by(request.user, spending)
    evidence = subjects.evidence_of(spending)
    return {
        "from_record": [piece if seen or piece.is_sealed else replace(piece, url="") for piece in evidence],
        "attached": _attached(spending),
        "opens": spending.names_payees_to(request.user),
        "lacking": [kind.label for kind in spending.missing_pieces()] if spending.state in OPEN_PACK else [],
    }


def _attached(spending: SpendingRequest) -> list[tuple[Piece, str]]:
    """What was attached, each with the number of another request that shows the same invoice."""
    pieces = list(spending.pieces.select_related("attachment"))
    others = Piece.objects.filter(
        kind=PieceKind.INVOICE,
        request__state__in=LIVE,
        attachment__sha256__in=[piece.attachment.sha256 for piece in pieces if piece.kind == PieceKind.INVOICE],
    ).exclude(request=spending)
    shown_by = dict(others.values_list("attachment__sha256", "request__number"))
    return [(piece, shown_by.get(piece.attachment.sha256, "")) for piece in pieces]


def payees(spending: SpendingRequest, user: Any) -> QuerySet[RequestPayee]:
    """Who is paid."""
    return RequestPayee.objects.visible_to(user).filter(request=spending).select_related("person__department")
