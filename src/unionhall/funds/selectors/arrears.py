"""What lateness of the employer's contribution comes to, as the page and the demand say it."""

from typing import Any, NamedTuple

from unionhall.funds.models import Contribution
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
