"""The journey itself: what it costs, that it was held, or that it is called off."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.health import BatchState
from unionhall.care.flow.rest import REST
from unionhall.care.models import RestBatch
from unionhall.care.services import paying, posting
from unionhall.care.services.rest.choosing import tell_chosen
from unionhall.flows import Blocked
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel import clock


@transaction.atomic
def ask_funds(
    batch: RestBatch, *, by: User, payees: Sequence[Payee], text: str, needed_on: date | None = None
) -> SpendingRequest:
    """Ask for what the journey costs, to be paid to who offers it, once the list of those who go stands (FIN-11)."""
    REST.check(batch, "ask_funds", by=by)
    request = spending.ask(
        batch,
        by=by,
        title=_("%(batch)s经费") % {"batch": batch},
        purpose=Purpose.RECUPERATION,
        payees=payees,
        text=text,
        needed_on=needed_on,
    )
    after = {"request": request.number, "amount": str(request.amount)}
    audit.record("care.rest.ask_funds", batch, by=by, after=after)
    return request


def finish(batch: RestBatch, *, by: User) -> None:
    """They went."""
    if clock.today() < batch.ends_on:
        raise Blocked(_("还没有到返回日期。"))
    REST.fire(batch, "finish", by=by)


@transaction.atomic
def cancel(batch: RestBatch, *, by: User, reason: str) -> None:
    """Call the batch off; its posting comes down, who was posted is told. Raises Blocked while money asked for it waits."""
    paying.nothing_waits(batch, before=_("取消"))
    was_posted = batch.state in (BatchState.ANNOUNCED, BatchState.CONFIRMED)
    REST.fire(batch, "cancel", by=by, note=reason)
    posting.take_down(batch.notices.all(), by=by)
    if was_posted:
        tell_chosen("care.rest_off", batch, reason=reason)
