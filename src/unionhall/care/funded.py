"""What care asks money for, told to the book: who sees the record, where it stands, whom to tell once it is paid."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.kinds.proof import Proof
from unionhall.care.models import Aid, CoverBatch, Drive, DrivePayment, Gift, Goods, Issue, Visit, VisitPaper
from unionhall.care.permissions import sees_aid, sees_donors
from unionhall.care.services import aid as aid_services
from unionhall.care.services import drives
from unionhall.care.services.drives import gifts, goods
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence
from unionhall.pages.values import day


def of_drive(payment: DrivePayment, user: Any) -> str:
    """The drive a payment comes out of, at the desk."""
    return reverse("care.drives.detail", args=[payment.drive_id])


def shown_for_drive(payment: DrivePayment) -> Iterator[Evidence]:
    """For what it was collected, and that it was received."""
    yield Evidence(PieceKind.PLAN, f"{payment.drive.number} {payment.drive.title}", of_drive(payment, None))
    if payment.signed_on:
        words = _("受助人%(day)s签收") % {"day": day(payment.signed_on)}
        yield Evidence(PieceKind.SIGN_OFF, words, of_drive(payment, None))


subjects.take(
    DrivePayment,
    rows=lambda user: DrivePayment.objects.visible_to(user),
    url=of_drive,
    evidence=shown_for_drive,
    paid=drives.settled,
    taken_back=drives.taken_back,
)


def of_account(drive: Drive, user: Any) -> str:
    """The drive at the desk, of which the book moves what is left."""
    return reverse("care.drives.detail", args=[drive.pk])


subjects.take(
    Drive,
    rows=lambda user: Drive.objects.visible_to(user) if sees_donors(user) else Drive.objects.none(),
    url=of_account,
    undone=drives.passed_back,
    passed_on=drives.passed_on,
)


def of_gift(gift: Gift | Goods, user: Any) -> str:
    """The drive something was given to: at the desk, or for its donor on the phone."""
    return reverse("care.drives.detail" if sees_donors(user) else "my.care.drive", args=[gift.drive_id])


subjects.take(Gift, rows=lambda user: Gift.objects.visible_to(user), url=of_gift, undone=gifts.undone)
subjects.take(Goods, rows=lambda user: Goods.objects.visible_to(user), url=of_gift, undone=goods.undone)


def of_aid(aid: Aid, user: Any) -> str:
    """The grant at the desk, or one's own."""
    return reverse("care.aid.detail" if sees_aid(user) else "my.care.aid.detail", args=[aid.pk])


def shown_for_aid(aid: Aid) -> Iterator[Evidence]:
    """That it was asked for and granted, and that it was received (CARE-12)."""
    address = reverse("care.aid.detail", args=[aid.pk])
    yield Evidence(PieceKind.PLAN, aid.number, address)
    if aid.signed_on:
        yield Evidence(PieceKind.SIGN_OFF, _("本人%(day)s签收") % {"day": day(aid.signed_on)}, address)


subjects.take(
    Aid,
    rows=lambda user: Aid.objects.visible_to(user),
    url=of_aid,
    evidence=shown_for_aid,
    paid=aid_services.settled,
    confidential=True,
    taken_back=aid_services.taken_back,
)


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


def of_issue(issue: Issue, user: Any) -> str:
    """The issue at the desk."""
    return reverse("care.issues.detail", args=[issue.pk])


def shown_for_issue(issue: Issue) -> Iterator[Evidence]:
    """What it is for, who was entitled, how many have signed (CARE-12)."""
    address = of_issue(issue, None)
    signed = issue.entitlements.issued().count()
    yield Evidence(PieceKind.PLAN, f"{issue.number} {issue.title}", address)
    yield Evidence(PieceKind.ROSTER, _("应领%(n)s人") % {"n": issue.entitlements.count()}, address)
    if signed:
        yield Evidence(PieceKind.SIGN_OFF, _("签收表：%(n)s人已签收") % {"n": signed}, address)


subjects.take(
    Issue, rows=lambda user: Issue.objects.visible_to(user), url=of_issue, evidence=shown_for_issue, in_part=True
)


def of_batch(batch: CoverBatch, user: Any) -> str:
    """The enrolment at the desk."""
    return reverse("care.cover_batches.detail", args=[batch.pk])


def shown_for_batch(batch: CoverBatch) -> Iterator[Evidence]:
    """What it is for, and who is covered."""
    yield Evidence(PieceKind.PLAN, f"{batch.number} {batch.get_plan_display()}", of_batch(batch, None))
    yield Evidence(PieceKind.ROSTER, _("参保%(n)s人") % {"n": batch.people}, of_batch(batch, None))


subjects.take(
    CoverBatch,
    rows=lambda user: CoverBatch.objects.visible_to(user),
    url=of_batch,
    evidence=shown_for_batch,
    in_part=True,
)
