"""What care asks money for in one request for many: a round of visits, told to the book."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.funded import invoice
from unionhall.care.kinds.proof import Proof
from unionhall.care.models import VisitRound
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence


def of_round(together: VisitRound, user: Any) -> str:
    """The round at the desk."""
    return reverse("care.rounds.detail", args=[together.pk])


def shown_for_round(together: VisitRound) -> Iterator[Evidence]:
    """What it is for, who was called on, that the goods have their invoice, that all have signed (CARE-12, CARE-17)."""
    address, visits = of_round(together, None), together.visits.standing()
    yield Evidence(PieceKind.PLAN, f"{together.number} {together.title}", address)
    count = visits.count()
    yield Evidence(PieceKind.ROSTER, _("走访%(n)s人次") % {"n": count}, address)
    own = list(together.papers.filter(kind=Proof.INVOICE).defer("content"))
    goods = [] if own else visits.filter(goods__gt=0)
    if own:
        yield from map(invoice, own)
    elif goods and all(Proof.INVOICE not in visit.missing_papers() for visit in goods):
        yield Evidence(PieceKind.INVOICE, _("慰问品发票"), address)
    if not visits.filter(signed_on=None).exists():
        yield Evidence(PieceKind.SIGN_OFF, _("%(n)s人次已签收") % {"n": count}, address)


subjects.take(VisitRound, rows=lambda user: VisitRound.objects.visible_to(user), url=of_round, evidence=shown_for_round)
