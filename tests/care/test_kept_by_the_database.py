"""What the database itself refuses, whoever asks it past the verbs: the second lock behind each of care's rules."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.care.visits_world import pair, spring
from tests.kit.world import Persona
from unionhall.care.kinds.drive import Way
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Claim, Drive, Entitlement, Gift, Goods, LifeEvent, Package, Standard, Tally, Visit
from unionhall.care.services import drives, events, visits
from unionhall.care.services.visits import Call, Given

DAY = date(2023, 3, 6)


@pytest.fixture
def kept(ready, clerk, open_drive) -> None:
    """A visit paid for an event, a gift on the list, a donation and a wheelchair."""
    member = ready.home.people[Persona.MEMBER]
    event = events.tell(by=clerk, person=member, kind=Occasion.HOSPITAL, happened_on=DAY, words="住院")
    call = Call(member, Occasion.HOSPITAL, DAY, event=event, task=event.tasks.get(), given=Given(Decimal(5)))
    visits.record(call, by=clerk, visitors=pair(ready))
    spring(clerk)
    drives.receive(open_drive, by=clerk, amount=Decimal(5), given_on=DAY, way=Way.TRANSFER, bank_no="T1")
    drives.receive_goods(open_drive, by=clerk, name="轮椅", pieces=1, worth=Decimal(5), given_on=DAY)


def again(model, **changed) -> None:
    """The same row once more, under another key."""
    row = model.objects.first()
    row.pk, row._state.adding = row._meta.pk.get_default(), True
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)


REFUSED: list[tuple[str, Callable]] = [
    ("claim_paid_once", lambda: again(Claim)),
    ("claim_amount_positive", lambda: Claim.objects.update(amount=0)),
    ("tally_not_negative", lambda: Tally.objects.update(spent=-1)),
    ("life_event_once", lambda: again(LifeEvent, number="X")),
    ("visit_fulfils_a_task_once", lambda: again(Visit, number="X")),
    ("visit_money_has_source", lambda: Visit.objects.update(source="")),
    ("standard_one_a_day", lambda: again(Standard)),
    ("package_stock_not_exceeded", lambda: Package.objects.update(taken=501)),
    ("entitlement_unique", lambda: again(Entitlement)),
    ("entitlement_issued_is_signed", lambda: Entitlement.objects.update(state="issued")),
    ("entitlement_relation_stated", lambda: Entitlement.objects.update(signed_for_by="张三")),
    ("drive_balance_not_negative", lambda: Drive.objects.update(balance=-1)),
    ("gift_bank_line_once", lambda: again(Gift, number="X")),
    ("gift_amount_signed", lambda: Gift.objects.update(amount=-5)),
    ("goods_handed_by_two_and_signed_for", lambda: Goods.objects.update(handed_on=DAY)),
]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("rule", "harm"), REFUSED, ids=[rule for rule, _harm in REFUSED])
def test_the_database_refuses_it_too(rule, harm):
    with pytest.raises(IntegrityError), transaction.atomic():
        harm()
