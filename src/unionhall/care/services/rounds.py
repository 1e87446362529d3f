"""Several visits of one round, and the one request by which their money is asked for."""

from collections.abc import Sequence
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.care.flow.visits import VISIT_FLOW
from unionhall.care.kinds.proof import Proof
from unionhall.care.kinds.words import Source
from unionhall.care.models import Visit, VisitPaper, VisitRound
from unionhall.care.services import checks, paying
from unionhall.care.services.proofs import SEALED_AS
from unionhall.care.services.sealing import sealed
from unionhall.flows import Blocked, Refusal
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel import clock
from unionhall.kernel.money import to_fen


@transaction.atomic
def ask_together(visits: Sequence[Visit], *, by: User, title: str, invoice: UploadedFile | None = None) -> VisitRound:
    """Ask once for what several visits gave, each person on a line of their own, cash and goods apart.

    `invoice` is that of the goods of them all. Raises Blocked, naming the visit, for visits of more than one source, one
    already asked for or paid by a drive, and where papers are missing (CARE-08, CARE-16); nothing is asked then.
    """
    title = checks.given(title, _("请写明名称。"))
    sources = {visit.source for visit in visits}
    if sources == {Source.DRIVE}:
        raise Blocked(_("爱心捐款由募捐账户支付，请在募捐中办理。"))
    if len(visits) < 2 or len(sources) > 1:
        raise Blocked(_("请选两次以上、同一资金来源的走访；资金来源不同的分开申请（CARE-08：分账核算）。"))
    today = clock.today()
    number = of_year("ZP", "care.rounds", today.year)
    together = VisitRound.objects.create(number=number, title=title, source=sources.pop(), made_on=today, made_by=by)
    if invoice:
        VisitPaper.objects.create(round=together, kind=Proof.INVOICE, by=by, **sealed(invoice, SEALED_AS))
    asked = paying.asked_already(visits)
    for visit in visits:
        _join(visit, together, by, asked)
    audit.record("care.round.ask", together, by=by, after={"title": title, "visits": [one.number for one in visits]})
    _ask(together, visits, by)
    return together


def _join(visit: Visit, together: VisitRound, by: User, asked: set[UUID]) -> None:
    """Take one visit into the round, by a guarded UPDATE: of two rounds at the same moment one gets it."""
    before = visit.round
    try:
        if visit.pk in asked:
            raise Blocked(_("这笔经费已经申请过，不能重复申请。"))
        visit.round = together
        VISIT_FLOW.check(visit, "ask", by=by)
    except Refusal as refusal:
        raise Blocked(_("%(number)s：%(reason)s") % {"number": visit.number, "reason": refusal}) from None
    if not Visit.objects.filter(pk=visit.pk, round=before).update(round=together):
        raise Blocked(_("%(number)s刚在别处申请过，请刷新后再看。") % {"number": visit.number})


def _ask(together: VisitRound, visits: Sequence[Visit], by: User) -> None:
    clauses = _("；").join(dict.fromkeys(filter(None, (visit.clause for visit in visits))))
    spending.ask(
        together,
        by=by,
        title=f"{together.number} {together.title}"[:100],
        purpose=paying.PURPOSES.get(Source(together.source), Purpose.WARMTH),
        payees=[
            Payee(person=one.person, cash=to_fen(one.cash), goods=to_fen(one.goods), text=one.goods_text)
            for one in visits
        ],
        fund=paying.purse_of(together.source),
        text=_("%(title)s，走访%(count)s人次，标准依据：%(clauses)s")
        % {"title": together.title, "count": len(visits), "clauses": clauses},
    )
