"""A drive for the member to which the member also gave, a request for help, aid, a cover and a claim, a check, a batch."""

from datetime import timedelta
from decimal import Decimal

from django.db import models

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.models import User
from unionhall.care.exchange.checks import CheckImporter
from unionhall.care.exchange.transfers import TransferImporter
from unionhall.care.flow.drive import DriveState, PayState
from unionhall.care.flow.health import BatchState, RoundState
from unionhall.care.models import (
    Aid,
    Candidate,
    Check,
    CheckDay,
    CheckRound,
    Cover,
    CoverBatch,
    CoverClaim,
    Drive,
    DrivePayment,
    Gift,
    Goods,
    HardshipFile,
    HardshipPaper,
    HomeVisit,
    Objection,
    PublicNotice,
    Relative,
    RestBatch,
    Review,
)
from unionhall.care.services.hardship.asking import SEALED_AS
from unionhall.kernel import clock
from unionhall.kernel.cipher import seal

FEW = timedelta(days=3)


def furnish(house: House, persona: Persona) -> list:
    person, user, clerk = house.people[persona], house.users[persona], house.users[Persona.CLERK]
    return [
        *_drive(person, clerk, persona),
        *_hardship(person, user),
        *_aid(person, user),
        *_health(person, persona, clerk),
    ]


def _drive(person: models.Model, clerk: User, persona: Persona) -> list:
    today = clock.today()
    drive = Drive.objects.create(
        number=f"MJ-{persona}",
        title="互助募捐",
        beneficiary=person,
        cause="家庭困难",
        circumstances="核实到的情况",
        consent_on=today,
        verified_by=clerk,
        opens_on=today - FEW,
        closes_on=today + FEW,
        remainder="beneficiary",
        state=DriveState.OPEN,
        balance=Decimal(100),
    )
    gift = Gift.objects.create(
        drive=drive,
        number=f"SJ-{persona}",
        donor=person,
        way="transfer",
        amount=Decimal(100),
        given_on=today,
        received_by=clerk,
    )
    payment = DrivePayment.objects.create(
        drive=drive, amount=Decimal(50), asked_on=today, paid_on=today, state=PayState.PAID
    )
    goods = Goods.objects.create(
        drive=drive, donor=person, name="轮椅", pieces=1, worth=1, received_by=clerk, given_on=today
    )
    return [drive, gift, payment, goods, previewed(TransferImporter(drive), "care.drives.import", clerk, drive.pk)]


def _hardship(person: models.Model, user: User) -> list:
    today = clock.today()
    file = HardshipFile.objects.create(
        number=f"KN-{person.staff_no}",
        person=person,
        cause="illness",
        circumstances="家庭情况",
        consented_on=today,
        applied_on=today,
        applied_by=user,
    )
    notice = PublicNotice.objects.create(
        title="公示", text="某某", began_on=today - FEW, ends_on=today + FEW, file=file
    )
    return [
        file,
        notice,
        Objection.objects.create(notice=notice, by=user, text="异议", due_on=today + FEW),
        Relative.objects.create(file=file, kin="spouse", name="亲属"),
        HomeVisit.objects.create(file=file, visited_on=today, found="情况属实"),
        Review.objects.create(file=file, reviewed_on=today, by=user, grade="deep", note="仍有困难"),
        HardshipPaper.objects.create(
            file=file,
            kind="other",
            name="证明.txt",
            media_type="text/plain",
            content=seal(b"paper", SEALED_AS),
            by=user,
        ),
    ]


def _aid(person: models.Model, user: User) -> list:
    today = clock.today()
    days = {"plan": "hospital", "began_on": today - FEW, "ends_on": today + FEW}
    batch = CoverBatch.objects.create(
        number=f"HP-{person.staff_no}", premium=Decimal(60), people=1, insurer="互助保障会", **days
    )
    cover = Cover.objects.create(person=person, batch=batch, **days)
    claim = CoverClaim.objects.create(
        number=f"HZ-{person.staff_no}", cover=cover, happened_on=today, text="住院", asked=Decimal(100), filed_on=today
    )
    aid = Aid.objects.create(
        number=f"JZ-{person.staff_no}",
        person=person,
        kind="one_off",
        event_on=today,
        reason="家中失火",
        cash=Decimal(1000),
        child_name="小明",
        asked_on=today,
        asked_by=user,
    )
    return [batch, cover, claim, aid]


def _health(person: models.Model, persona: Persona, clerk: User) -> list:
    today = clock.today()
    round = CheckRound.objects.create(
        title=f"体检{persona}",
        place="体检中心",
        listed_on=today,
        begins_on=today,
        ends_on=today + FEW,
        state=RoundState.OPEN,
    )
    batch = RestBatch.objects.create(
        title=f"疗休养{persona}",
        place="疗养院",
        begins_on=today,
        ends_on=today + FEW,
        places=1,
        criteria="一线",
        state=BatchState.SELECTING,
    )
    return [
        round,
        CheckDay.objects.create(round=round, day=today + FEW, quota=5),
        Check.objects.create(round=round, person=person),
        batch,
        Candidate.objects.create(batch=batch, person=person, merit="先进"),
        previewed(CheckImporter(round), "care.health.import", clerk, round.pk),
    ]
