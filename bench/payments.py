"""Two thousand payments and their vouchers in one go, each batch killed halfway and run again."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from time import sleep
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from bench import crowd
from bench.measure import Measure, seconds
from unionhall.accounts.models import Union, User
from unionhall.accounts.tenancy import in_union
from unionhall.files import services as files
from unionhall.files.models import Attachment
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Payment, Piece, RequestPayee, SpendingRequest, Voucher
from unionhall.funds.services import batches
from unionhall.kernel import planner

PAYMENTS = 2000
DAY = date(2023, 1, 20)


def measures() -> Iterator[Measure]:
    """A union with 2,000 approved requests whose packs are complete."""
    union = Union.objects.create(code="payments", name="付款工会")
    with in_union(union):
        clerk, cashier, accountant = (
            User.objects.create_user(union, name, name, is_system=name != "clerk")
            for name in ("clerk", "cashier", "accountant")
        )
        keys = _fill(clerk)
        planner.refresh()

        def pay() -> object:
            return batches.pay_all(keys, by=cashier, way=Way.TRANSFER, paid_on=DAY)

        def book() -> object:
            return batches.book_all(keys, by=accountant)

        yield from _killed_and_completed("payments", pay, Payment.objects.count)
        yield from _killed_and_completed("vouchers", book, Voucher.objects.filter(is_sealed=True).count)


def _fill(clerk: User) -> list:
    """Requests by one of the clerk for one supplier each, with all papers."""
    made = [
        SpendingRequest(
            number=f"JF-2023-{number:04}",
            title="慰问",
            purpose=Purpose.WELFARE,
            account="50106",
            text="春节慰问",
            cash=Decimal(100),
            amount=Decimal(100),
            asked_by=clerk,
            asked_on=DAY,
            approved_on=DAY,
            rung="chair",
            state=State.APPROVED,
        )
        for number in range(1, PAYMENTS + 1)
    ]
    crowd.write(SpendingRequest, made)
    crowd.write(RequestPayee, [RequestPayee(request=one, name="商店", cash=Decimal(100)) for one in made])
    kinds = (PieceKind.INVOICE, PieceKind.SIGN_OFF)
    of_each = _papers(made, clerk)
    crowd.write(
        Piece,
        [Piece(request=one, kind=kind, text="单据", attachment=of_each[one.pk]) for one in made for kind in kinds],
    )
    return [one.pk for one in made]


def _papers(made: list[SpendingRequest], clerk: User) -> dict[UUID, Attachment]:
    """The same paper attached to each request; the content is kept once."""
    one = files.attach(made[0], SimpleUploadedFile("单据.txt", "单据".encode()), by=clerk)
    same = {"name": one.name, "media_type": one.media_type, "size": one.size, "sha256": one.sha256, "by": clerk}
    kind = one.subject_type
    others = [Attachment(subject_type=kind, subject_id=request.pk, **same) for request in made[1:]]
    crowd.write(Attachment, others)
    return {paper.subject_id: paper for paper in [one, *others]}


def _killed_and_completed(what: str, work: Callable[[], object], done: Callable[[], int]) -> Iterator[Measure]:
    """Half of the batch in a process that is killed, the rest in another run; every one once."""
    _kill_halfway(work, done)
    before = done()
    took = seconds(work)
    whole = done() == PAYMENTS and _each_once()
    said = f"{before:,} done when killed, {done():,} after a rerun, {'each once' if whole else 'NOT each once'}"
    yield Measure(f"{PAYMENTS:,} {what} in one batch, SIGKILL halfway, run again", "each once", said)
    yield Measure(f"{what} in a batch, each in its own transaction", "–", f"{(PAYMENTS - before) / took:.0f}/s")


def _kill_halfway(work: Callable[[], object], done: Callable[[], int]) -> None:
    connection.close()
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    while done() < PAYMENTS // 2:
        sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _each_once() -> bool:
    """Whoever is booked has a voucher, whoever is paid a payment, and nobody two."""
    paid = SpendingRequest.objects.settled().count() == Payment.objects.values("request").distinct().count()
    booked = SpendingRequest.objects.filter(state=State.BOOKED)
    return paid and booked.count() == Voucher.objects.count() == booked.values("voucher").distinct().count()
