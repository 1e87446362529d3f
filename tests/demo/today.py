"""Whoever opens the demo finds the year it is opened in under way: its months tell something, and what was due was done."""

from unionhall.activities import figures as activities
from unionhall.care.figures import aid, visits
from unionhall.care.models import HardshipFile
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.funds.figures import ledger
from unionhall.kernel import clock


def claims(world: World) -> None:
    """The first three months have too little to ask for."""
    now = clock.today()
    so_far = Scope(world.union, now.replace(month=1, day=1), now.replace(month=12, day=31))
    if now.month > 3:
        assert aid.donated(so_far).value > 0
        assert visits.visits(so_far).value > now.month
        assert visits.must_rate(so_far).value > 0.8
        assert activities.held(so_far).value > 0
        assert ledger.income(so_far).value > ledger.spending(so_far).value > 0
    assert not HardshipFile.objects.filter(review_due_on__lt=now).exists()
