"""What the unions above have of the employer's contributions, paid on as any payment is (FIN-05)."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import reserving, spending
from unionhall.kernel.money import shown, to_fen
from unionhall.rulebook.services import cite


@transaction.atomic
def ask(*, by: User, to: str, amount: Decimal, text: str = "") -> SpendingRequest:
    """Ask for the payment of what is owed to the union above; it is approved, paid and booked as every request.

    Raises Blocked for nothing, or more than what came in leaves owed; NotAllowed for who may ask for nothing.
    """
    owed = reserving.owed_upward()
    if amount > owed:
        raise Blocked(_("应上解的经费现有%(owed)s元，请核对金额（FIN-05）。") % {"owed": shown(owed)})
    return spending.ask(
        None,
        by=by,
        title=_("上解经费"),
        purpose=Purpose.REMITTANCE,
        payees=[Payee(name=to, cash=to_fen(amount))],
        text=text or _("按规定比例上解的拨缴经费（%(cite)s，FIN-05）") % {"cite": cite("funds.retain_ratio")},
    )
