"""An event told and not checked, a visit due, a visit with a promise and money not signed for, a gift to fetch."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.care.exchange.events import EventImporter
from unionhall.care.flow.issues import IssueState
from unionhall.care.flow.standard import StandardState
from unionhall.care.kinds.proof import Proof
from unionhall.care.kinds.words import Channel, Festival, Layer, Level, Occasion, Part, Side, Source
from unionhall.care.models import (
    Attestation,
    Claim,
    Entitlement,
    Issue,
    LifeEvent,
    Package,
    Promise,
    ProofRule,
    Signature,
    Standard,
    Tally,
    Visit,
    Visitor,
    VisitPaper,
    VisitRound,
    VisitRule,
    VisitSet,
    VisitTask,
)
from unionhall.care.services.proofs import SEALED_AS
from unionhall.files import services as files
from unionhall.kernel.cipher import seal

DAY = date(2023, 5, 1)
TURNS = {Persona.MEMBER: 1, Persona.OTHER_BRANCH: 2}  # two in one union do not share a day or a number


def furnish(house: House, persona: Persona) -> list:
    """What was told of this person, what is due, what was done, what is to be fetched."""
    person, clerk, turn = house.people[persona], house.users[Persona.CLERK], TURNS[persona]
    event = LifeEvent.objects.create(
        number=f"SJ-{persona}",
        person=person,
        kind=Occasion.HOSPITAL,
        happened_on=DAY,
        words="说明",
        place="病区",
        channel=Channel.COLLEAGUE,
        told_by=house.users[persona],
    )
    known = VisitSet.objects.create(version=turn, name="必访", valid_from=date(2020, 1, turn), source="决议")
    rule = VisitRule.objects.create(set=known, occasion=Occasion.HOSPITAL)
    task = VisitTask.objects.create(
        event=event,
        set=known,
        person=person,
        unit=person.unit,
        occasion=event.kind,
        level=Level.BRANCH,
        happened_on=DAY,
        contact_by=DAY,
        visit_by=DAY,
    )
    run = previewed(EventImporter(), "care.import_events", clerk)
    return [event, known, rule, task, run, *_visited(house, persona, turn), *_given(house, persona, turn)]


def _visited(house: House, persona: Persona, turn: int) -> list:
    person, clerk = house.people[persona], house.users[Persona.CLERK]
    visit = Visit.objects.create(
        number=f"ZF-{persona}",
        person=person,
        occasion=Occasion.WEDDING,
        level=Level.UNION,
        visited_on=DAY,
        place="家中",
        cash=Decimal(100),
        goods_text="鲜花",
        source=Source.UNION,
        clause="标准",
        learned="情况",
        asked="诉求",
        recorded_by=clerk,
    )
    visitor = Visitor.objects.create(visit=visit, person=house.people[Persona.CLERK], side=Side.UNION)
    word = Attestation.objects.create(visitor=visitor, person=person, asked_by=clerk, done_on=DAY)
    photo = files.attach(visit, SimpleUploadedFile("合影.txt", "合影".encode()), by=clerk)
    standard = Standard.objects.create(
        layer=Layer.UNION,
        occasion=Occasion.WEDDING,
        cap_once=Decimal(600),
        jurisdiction="本会",
        source="办法",
        valid_from=date(2020, 1, turn),
        state=StandardState.APPROVED,
    )
    tally = Tally.objects.create(person=person, year=2023, occasion=Occasion.WEDDING, spent=Decimal(100), times=1)
    claim = Claim.objects.create(
        person=person,
        key=f"{person.pk}:wedding::2023",
        occasion=Occasion.WEDDING,
        year=2023,
        source=Source.UNION,
        amount=Decimal(100),
        subject_type="care.visit",
        subject_id=visit.pk,
        subject_label=visit.number,
    )
    promise = Promise.objects.create(visit=visit, text="承诺", due_on=DAY, outcome="落实")
    paper = VisitPaper.objects.create(
        visit=visit,
        kind=Proof.MARRIAGE,
        name="结婚证.txt",
        media_type="text/plain",
        content=seal("结婚证".encode(), SEALED_AS),
        by=clerk,
    )
    signature = Signature.objects.create(visit=visit, part=Part.HANDLER, by=clerk, signed_on=DAY)
    rule = ProofRule.objects.create(occasion=Occasion.EXAM, papers=[Proof.OTHER], valid_from=date(2020, 1, turn))
    together = VisitRound.objects.create(
        number=f"ZP-{persona}", title="走访", source=Source.UNION, made_on=DAY, made_by=clerk
    )
    made = [visit, visitor, word, ("visit:photo", photo), standard, tally, claim, promise]
    return [*made, paper, signature, rule, together]


def _given(house: House, persona: Persona, turn: int) -> list:
    issue = Issue.objects.create(
        number=f"FL-{persona}",
        title=f"{persona}的慰问",
        festival=Festival.LABOUR,
        roll_on=DAY,
        place="工会",
        clause="标准",
        state=IssueState.OPEN,
    )
    package = Package.objects.create(issue=issue, name="礼包", content="米面油", price=Decimal(200), stock=9)
    share = Entitlement.objects.create(issue=issue, person=house.people[persona])
    Standard.objects.create(
        layer=Layer.PROVINCE,
        occasion=Occasion.FESTIVAL,
        cap_once=Decimal(600),
        jurisdiction="本省",
        source="细则",
        valid_from=date(2020, 1, turn),
        state=StandardState.APPROVED,
    )
    return [issue, package, share]
