from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from unionhall.rulebook import seed, services
from unionhall.rulebook.models import RuleEntry


def test_the_demo_union_decides_two_values(union, system):
    seed.seed(SimpleNamespace(system=system, is_small=False))
    assert services.value("proposals.reply_days", on=date(2023, 1, 31)) == 60
    assert services.value("proposals.reply_days", on=date(2023, 2, 1)) == 45
    assert services.value("care.relief_cap_once", on=date(2023, 3, 1)) == Decimal("2000.00")
    assert set(RuleEntry.objects.values_list("checked", flat=True)) == {"L"}


def test_the_small_union_keeps_the_defaults(union, system):
    seed.seed(SimpleNamespace(system=system, is_small=True))
    assert not RuleEntry.objects.exists()
