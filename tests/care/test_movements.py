"""Every movement of cash or goods in care and activities reaches the book, and every voucher leads back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.apps import apps

from tests.care.visits_world import adopt, pair, spring
from tests.kit.world import Persona
from unionhall.activities import services as activities
from unionhall.activities.kinds import Kind
from unionhall.care.kinds.aid import AidKind, Plan
from unionhall.care.kinds.drive import Way
from unionhall.care.kinds.words import Occasion, Source
from unionhall.care.models import CoverBatch
from unionhall.care.services import aid, covers, drives, paying, visits
from unionhall.care.services.visits import Call, Given
from unionhall.funds.models import SpendingRequest, Voucher
from unionhall.funds.plain import Payee
from unionhall.funds.subjects import url_of
from unionhall.kernel import clock
from unionhall.kernel.money import MoneyField

DAY = date(2023, 2, 20)

# Every amount care and activities keep: by which movement it reaches the book, or why it is no movement.
KEPT = {
    "care.Gift.amount": "a donation",
    "care.Goods.worth": "things given",
    "care.DrivePayment.amount": "a payment out of a drive",
    "care.Visit.cash": "a visit",
    "care.Visit.goods": "a visit",
    "care.Package.price": "an issue",
    "care.Aid.cash": "aid",
    "care.Aid.goods_worth": "aid",
    "care.CoverBatch.premium": "covers",
    "activities.Prize.unit_price": "an activity",
    "activities.Activity.cost": "an activity",
}
NO_MOVEMENT = {
    "care.Drive.goal": "a hope",
    "care.Drive.balance": "the sum of what is above",
    "care.Entitlement.value": "a share of what the issue's pieces cost",
    "care.Standard.cap_once": "a bound",
    "care.Standard.cap_year": "a bound",
    "care.Tally.spent": "a sum",
    "care.Claim.amount": "what a movement lays claim to",
    "care.Cover.premium": "a share of its batch",
    "care.CoverClaim.asked": "paid by the mutual-aid organisation to the member",
    "care.CoverClaim.paid": "paid by the mutual-aid organisation to the member",
    "activities.Activity.budget": "a plan",
}


def test_every_amount_is_a_movement_of_the_book_or_none_for_a_reason():
    fields = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for app in ("care", "activities")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, MoneyField)
    }
    confidential = {name for name in fields if name.startswith(("care.MeansTest.", "care.HardshipFile."))}
    assert fields - confidential == KEPT.keys() | NO_MOVEMENT.keys()
    assert set(KEPT.values()) == {name for name, _act in MOVES}


def a_donation(town):
    return drives.receive(
        town.drive, by=town.clerk, amount=Decimal(5), given_on=DAY, way=Way.TRANSFER, is_unmatched=True
    )


def things_given(town):
    return drives.receive_goods(town.drive, by=town.clerk, name="轮椅", pieces=1, worth=Decimal(80), given_on=DAY)


def a_payment_out_of_a_drive(town):
    a_donation(town)
    town.drive.refresh_from_db()
    return drives.ask_payment(town.drive, by=town.clerk, amount=Decimal(5))


def a_visit(town):
    call = Call(town.member, Occasion.HARDSHIP, DAY, festival="spring", given=Given(Decimal(100), source=Source.RELIEF))
    visit = visits.record(call, by=town.clerk, visitors=town.pair)
    paying.ask_for_visit(visit, by=town.clerk)
    return visit


def an_issue(town):
    issue, _package = spring(town.clerk)
    paying.ask_for_issue(issue, by=town.clerk, supplier="百货公司")
    return issue


def some_aid(town):
    facts = {"kind": AidKind.ONE_OFF, "source": Source.RELIEF, "event_on": DAY, "reason": "家中失火"}
    one = aid.request(by=town.clerk, person=town.member, cash=Decimal(100), **facts)
    aid.authorise(one, by=town.chair)
    return one


def some_covers(town):
    facts = {"plan": Plan.HOSPITAL, "began_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31)}
    covers.enrol(by=town.clerk, people=[town.member], premium=Decimal(60), insurer="互助保障会", **facts)
    return CoverBatch.objects.get()


def an_activity(town):
    activity = activities.draft(by=town.clerk, title="跳绳比赛", kind=Kind.CONTEST, held_from=DAY, held_to=DAY,
                                budget=Decimal(1000))  # fmt: skip
    activities.ask_funds(activity, by=town.clerk, text="奖品和器材", payees=[Payee(name="体育用品店", cash=100_000)])
    return activity


MOVES: list[tuple[str, Callable]] = [
    ("a donation", a_donation),
    ("things given", things_given),
    ("a payment out of a drive", a_payment_out_of_a_drive),
    ("a visit", a_visit),
    ("an issue", an_issue),
    ("aid", some_aid),
    ("covers", some_covers),
    ("an activity", an_activity),
]


@pytest.fixture
def town(world, clerk, open_drive):
    """Who acts, for whom, and a drive that is open."""
    with clock.pinned(DAY):
        adopt(clerk)
        yield SimpleNamespace(
            world=world,
            clerk=clerk,
            chair=world.user(Persona.CHAIR),
            member=world.home.people[Persona.MEMBER],
            pair=pair(world),
            drive=open_drive,
        )


@pytest.mark.parametrize(("name", "act"), MOVES, ids=[name for name, _act in MOVES])
def test_each_movement_is_in_the_book_or_on_its_way_and_leads_back(town, name, act):
    record = act(town)
    moved = [*Voucher.objects.about(record), *SpendingRequest.objects.about(record)]
    assert len(moved) == 1
    accountant, client = town.world.user(Persona.ACCOUNTANT), town.world.client(Persona.ACCOUNTANT)
    is_voucher = isinstance(moved[0], Voucher)
    here = url_of(moved[0], accountant) if is_voucher else f"/office/funds/requests/{moved[0].pk}/"
    assert here and client.get(here).status_code == 200
    office = town.world.client(Persona.CLERK)
    back = url_of(moved[0], town.clerk)
    assert back and office.get(back).status_code == 200
