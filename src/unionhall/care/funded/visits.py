"""Visits, one by one or in a round, told to the book: what proves them, and that what was given was signed for."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.kinds.proof import Proof
from unionhall.care.models import (
    Visit,
    VisitPaper,
    VisitRound,
)
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence
from unionhall.pages.values import day


def of_visit(visit: Visit, user: Any) -> str:
    """The visit at the desk."""
    return reverse("care.visits.detail", args=[visit.pk])


def invoice(paper: VisitPaper) -> Evidence:
    """The invoice of what was bought, which whoever keeps the book may open (CARE-16)."""
    return Evidence(
        PieceKind.INVOICE, _("慰问品发票"), reverse("care.visits.open_paper", args=[paper.pk]), is_sealed=True
    )


def shown_for_visit(visit: Visit) -> Iterator[Evidence]:
    """That it was made and proved, and that what was given was signed for; of what proves it no more than that it is
    there (CARE-12, CARE-16, CARE-17)."""
    yield Evidence(PieceKind.PLAN, visit.number, of_visit(visit, None))
    papers = list(visit.papers.defer("content"))
    yield from map(invoice, (paper for paper in papers if paper.kind == Proof.INVOICE))
    if proofs := [paper for paper in papers if paper.kind != Proof.INVOICE]:
        yield Evidence(PieceKind.OTHER, _("证明材料%(n)s份") % {"n": len(proofs)}, of_visit(visit, None))
    if visit.signed_on:
        yield Evidence(PieceKind.SIGN_OFF, _signed(visit), of_visit(visit, None))


def _signed(visit: Visit) -> str:
    """When, and by whom if it was not the person: after a death it never is (CARE-12)."""
    words = _("%(day)s签收") % {"day": day(visit.signed_on)}
    by = {"name": visit.signed_for_by, "relation": visit.signed_relation}
    return words + _("（%(name)s代领，%(relation)s）") % by if visit.signed_for_by else words


subjects.take(Visit, rows=lambda user: Visit.objects.visible_to(user), url=of_visit, evidence=shown_for_visit)


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
