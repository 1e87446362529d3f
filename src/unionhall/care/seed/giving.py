"""The collection for a colleague, and aid: 25,000-odd yuan reconciled to the fen, a house fire, school fees."""

from datetime import date, timedelta
from decimal import Decimal

from unionhall.care.kinds.aid import AidKind
from unionhall.care.kinds.drive import Remainder, Way
from unionhall.care.kinds.words import Source
from unionhall.care.models import Aid, Drive, HardshipFile, LifeEvent
from unionhall.care.services import aid, drives
from unionhall.care.services.drives import Given
from unionhall.demo.world import World
from unionhall.funds.models import SpendingRequest
from unionhall.funds.seed import pay_through
from unionhall.kernel import clock
from unionhall.people.models import Person

OPENS = date(2023, 2, 10)
TOTAL = Decimal("25368.50")
CASH = [Decimal(amount) for amount in (50, 100, 200, 100, 300, 500, 100, 66, 200, 100)]
TRANSFERS = [Decimal(amount) for amount in ("500.00", "300.00", "200.00", "1000.00", "188.88", "266.66")]


def collect(world: World, people: list[Person]) -> Drive:
    """Open for a month, thirty in cash and fifty by transfer, one reversed; handed over, signed for, settled."""
    by, beneficiary = world.users, people[0]
    with clock.pinned(OPENS):
        drive = drives.draft(
            by=by["clerk"],
            title="爱心互助募捐",
            beneficiary=beneficiary,
            cause="一位同事手术治疗，自付费用巨大，家庭一时难以负担。",
            circumstances="本人书面求助，医疗单据已核对，自付部分较大。",
            consent_on=OPENS - timedelta(days=2),
            opens_on=OPENS,
            closes_on=OPENS + timedelta(days=28),
            remainder=Remainder.BENEFICIARY,
            how="工作日到工会办公室，或转账到工会账户，附言写“爱心互助”。",
        )
        drives.publish(drive, by=by["chair"])
    second = by["cashier"].person
    for week, portion in enumerate((people[1:16], people[16:31])):
        with clock.pinned(OPENS + timedelta(days=4 + 7 * week)):
            cash = [
                Given(CASH[at % len(CASH)], clock.today(), Way.CASH, person, is_anonymous=at % 5 > 0, counted_by=second)
                for at, person in enumerate(portion)
            ]
            drives.receive_many(drive, by=by["clerk"], given=cash)
    _transfers(world, drive, people[31:81])
    with clock.pinned(OPENS + timedelta(days=26)):
        drives.receive_goods(
            drive, by=by["clerk"], name="轮椅", pieces=1, worth=Decimal(680), given_on=clock.today(), donor=people[82]
        )
        drives.hand_goods(
            drive,
            by=by["clerk"],
            handed_on=clock.today(),
            witness=by["cashier"].person,
            signed_by=beneficiary.name,
        )
    _hand_over(world, drive)
    return drive


def _transfers(world: World, drive: Drive, people: list[Person]) -> None:
    """The bank's list of March, the last line what is missing to the sum; one line taken in twice is reversed."""
    day = OPENS + timedelta(days=25)
    with clock.pinned(day):
        amounts = [TRANSFERS[at % len(TRANSFERS)] for at in range(len(people) - 1)]
        amounts.append(TOTAL - drive.balance - sum(amounts))
        given = [
            Given(amount, day, Way.TRANSFER, person, bank_no=f"2023{at:06}")
            for at, (person, amount) in enumerate(zip(people, amounts, strict=True))
        ]
        drives.receive_many(drive, by=world.users["cashier"], given=given)
        slip = drives.receive(
            drive,
            by=world.users["clerk"],
            amount=given[0].amount,
            given_on=day,
            way=Way.TRANSFER,
            donor=given[0].donor,
            is_unmatched=True,
        )
        drives.reverse(drive, by=world.users["accountant"], gift=slip, reason="与银行流水重复登记")


def collect_today(world: World, people: list[Person]) -> Drive:
    """One that is open: five have given at the desk, and whoever tries the demo may give too."""
    by, today = world.users, clock.today()
    with clock.pinned(today - timedelta(days=3)):
        drive = drives.draft(
            by=by["clerk"],
            title="同心互助募捐",
            beneficiary=people[-1],
            cause="一位同事的家人长期住院，自付费用较多。",
            circumstances="本人书面求助，住院结算单已核对。",
            consent_on=clock.today(),
            opens_on=clock.today(),
            closes_on=today + timedelta(days=18),
            remainder=Remainder.BENEFICIARY,
            how="工作日到工会办公室，或转账到工会账户，附言写“同心互助”。",
        )
        drives.publish(drive, by=by["chair"])
        cash = [
            Given(amount, clock.today(), Way.CASH, one, counted_by=by["cashier"].person)
            for one, amount in zip(people, CASH[:5], strict=False)
        ]
        drives.receive_many(drive, by=by["clerk"], given=cash)
    return drive


def _hand_over(world: World, drive: Drive) -> None:
    by = world.users
    with clock.pinned(OPENS + timedelta(days=31)):
        drives.close(drive, by=by["clerk"])
        payment = drives.ask_payment(drive, by=by["clerk"], amount=drive.balance)
        pay_through(SpendingRequest.objects.about(payment).get(), world)
        payment.refresh_from_db()
        drives.sign(payment, by=by["clerk"])
    with clock.pinned(OPENS + timedelta(days=35)):
        drive.refresh_from_db()
        drives.settle(drive, by=by["clerk"], audit_opinion="逐笔核对，账实相符。")


def rescue(world: World, fire: LifeEvent) -> Aid:
    """A thousand yuan two days after a fire."""
    with clock.pinned(date(2023, 2, 18)):
        return _give(
            world,
            person=fire.person,
            event=fire,
            kind=AidKind.ONE_OFF,
            source=Source.RELIEF,
            event_on=fire.happened_on,
            reason="家中失火，财产损失严重，急需安置。",
            cash=Decimal(1000),
        )


def support(world: World, files: list[HardshipFile]) -> None:
    """Hardship aid before the Mid-Autumn Festival, and help with school fees in August."""
    for at, file in enumerate(files[:8]):
        with clock.pinned(date(2023, 9, 20)):
            _give(
                world,
                person=file.person,
                kind=AidKind.HARDSHIP,
                source=Source.UPPER,
                event_on=clock.today(),
                reason="在档困难职工中秋、国庆两节帮扶。",
                cash=Decimal(1000 + 250 * (at % 3)),
            )
    for at, file in enumerate(files[8:11]):
        with clock.pinned(date(2023, 8, 25)):
            _give(
                world,
                person=file.person,
                kind=AidKind.EDUCATION,
                source=Source.RELIEF,
                event_on=clock.today(),
                reason="子女升学，家庭收入偏低。",
                cash=Decimal(1500),
                child_name="学生",
                child_born=date(2010 + at, 9, 1),
                school="示范中学",
                guardian="self",
                guardian_consented_on=clock.today(),
            )


def _give(world: World, **facts: object) -> Aid:
    """Asked for by the office, granted by the chair, paid through the book, signed for."""
    by = world.users
    given = aid.request(by=by["clerk"], **facts)
    pay_through(aid.authorise(given, by=by["chair"]), world)
    given.refresh_from_db()
    aid.sign(given, by=by["clerk"])
    return given
