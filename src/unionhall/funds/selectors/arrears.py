"""What lateness of the employer's contribution comes to, as the page and the demand say it."""

from datetime import date
from typing import Any, NamedTuple

from unionhall.funds.models import Contribution, Voucher
from unionhall.funds.rules import dues as rules
from unionhall.kernel import clock
from unionhall.rulebook.models import RuleEntry
from unionhall.rulebook.selectors import in_force


class Arrears(NamedTuple):
    """A contribution's days after its due day and the fee of these, with the rule that says so (FIN-03).

    The default is the rule of some places only: where the union has adopted none, `entry` is None and there is no fee.
    """

    days: int
    fee: Any
    rate: str
    rule: str
    place: str
    entry: RuleEntry | None

    @property
    def is_adopted(self) -> bool:
        """Whether the union has a rule of its own place."""
        return self.entry is not None


def arrears(contribution: Contribution) -> Arrears:
    """As of today; no days before the due day is over, nor where all has come in."""
    late = in_force("funds.late_rate", contribution.due_on)
    days = max((clock.today() - contribution.due_on).days, 0) if contribution.owed else 0
    fee = rules.late_fee(contribution.owed, days, late.value)
    return Arrears(days, fee, late.shown, late.citation, str(late.rule.jurisdiction), late.entry)


def came_late(contribution: Contribution) -> date | None:
    """The day the last of it came in, where that was after its due day; None while something is owed, or in time."""
    receipts = Voucher.objects.about(contribution).filter(reverses=None, reversed_by=None)
    last = None if contribution.owed else receipts.order_by("-on").values_list("on", flat=True).first()
    return last if last and last > contribution.due_on else None
