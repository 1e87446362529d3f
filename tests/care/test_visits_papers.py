"""What a visit's money needs before it is paid: papers by occasion, three signatures, one request for a round."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from tests.care.visits_world import pair
from tests.kit.world import Persona
from unionhall.audit.models import Event, Kind
from unionhall.care.kinds.proof import Proof
from unionhall.care.kinds.words import Occasion, Part
from unionhall.care.models import ProofRule, Visit, VisitPaper, VisitRound
from unionhall.care.printing.visits import approval, sign_off_of_round, sign_off_of_visit
from unionhall.care.services import events, paying, proofs, rounds, signing, visits
from unionhall.care.services.visits import Call, Given
from unionhall.files import services as files
from unionhall.files import word
from unionhall.flows import Refusal
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import SpendingRequest
from unionhall.funds.services import spending

DAY = date(2023, 3, 6)
pytestmark = pytest.mark.usefixtures("ready")
GRAVE = b"%PDF-1.4 carcinoma"


@pytest.fixture
def visited(world, clerk):
    def visit(persona=Persona.MEMBER, occasion=Occasion.HOSPITAL, given=None):
        call = Call(world.home.people[persona], occasion, DAY, given=given or Given(Decimal(500)))
        return visits.record(call, by=clerk, visitors=pair(world))

    return visit


def pdf(name="材料.pdf", content=GRAVE):
    return SimpleUploadedFile(name, content)


def papers_of(visit, by, *kinds):
    for kind in kinds:
        proofs.add_paper(visit, by=by, kind=kind, upload=pdf())


# CARE-16


def test_money_waits_for_the_papers_of_its_occasion_and_goods_for_their_invoice(visited, clerk):
    stay = visited(given=Given(Decimal(300), Decimal(200), "水果一篮"))
    with pytest.raises(Refusal, match=r"还缺证明材料：出院小结、住院发票、慰问品发票.*CARE-16"):
        paying.ask_for_visit(stay, by=clerk)
    papers_of(stay, clerk, Proof.DISCHARGE, Proof.BILL)
    with pytest.raises(Refusal, match="还缺证明材料：慰问品发票"):
        paying.ask_for_visit(stay, by=clerk)
    papers_of(stay, clerk, Proof.INVOICE)
    request = paying.ask_for_visit(stay, by=clerk)
    pieces = subjects.evidence_of(request)
    assert [piece.kind for piece in pieces] == [PieceKind.PLAN, PieceKind.INVOICE, PieceKind.OTHER]
    assert pieces[-1].text == "证明材料2份" and not any(piece.attachment for piece in pieces)


def test_what_proves_an_occasion_is_the_unions_own_from_a_day_on(visited, clerk, world):
    with pytest.raises(Refusal, match="只有工会办公室"):
        proofs.want(by=world.user(Persona.BRANCH_CHAIR), occasion="hospital", papers=[], valid_from=DAY, source="办法")
    before = visited()
    want = {"by": clerk, "occasion": Occasion.HOSPITAL, "source": "本会慰问办法第六条"}
    proofs.want(papers=[Proof.DISCHARGE], valid_from=date(2023, 3, 7), **want)
    with pytest.raises(Refusal, match="现有要求自2023年3月7日起执行"):
        proofs.want(papers=[], valid_from=date(2023, 3, 7), **want)
    assert before.missing_papers() == [Proof.DISCHARGE, Proof.BILL]
    assert ProofRule.objects.wanted(Occasion.HOSPITAL, date(2023, 3, 7)) == [Proof.DISCHARGE]
    assert ProofRule.objects.wanted(Occasion.BIRTHDAY, DAY) == []


def test_papers_are_sealed_and_looked_at_with_a_trace_and_the_book_opens_only_its_invoice(
    visited, clerk, world, client
):
    stay = visited(given=Given(Decimal(300), Decimal(200), "水果一篮"))
    papers_of(stay, clerk, Proof.DISCHARGE, Proof.INVOICE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content, name FROM care_visitpaper")
        kept = cursor.fetchall()
    assert len(kept) == 2 and not any(b"carcinoma" in bytes(content) or "材料" in name for content, name in kept)
    grave, invoice = (VisitPaper.objects.get(kind=kind) for kind in (Proof.DISCHARGE, Proof.INVOICE))
    address = {paper: reverse("care.visits.open_paper", args=[paper.pk]) for paper in (grave, invoice)}
    for persona in (Persona.ACCOUNTANT, Persona.CASHIER, Persona.AUDITOR):
        client.force_login(world.user(persona))
        assert client.post(address[grave]).status_code == 404
        assert client.post(address[invoice]).content == GRAVE
    for persona in (Persona.OTHER_BRANCH, Persona.HOSPITAL_LEADER):
        client.force_login(world.user(persona))
        assert {client.post(url).status_code for url in address.values()} == {404}
    assert not Event.objects.filter(kind=Kind.READ).exists()
    client.force_login(world.user(Persona.BRANCH_CHAIR))
    assert client.post(address[grave]).content == GRAVE
    look = Event.objects.get(kind=Kind.READ)
    assert (look.by, look.concerns) == (world.user(Persona.BRANCH_CHAIR), stay.person_id)


# CARE-18


def test_three_people_sign_each_once_and_the_papers_say_who_and_when(visited, clerk, world):
    branch_chair, chair = world.user(Persona.BRANCH_CHAIR), world.user(Persona.CHAIR)
    gift = visited()
    with pytest.raises(Refusal, match="由这位职工所在分会的主席签字"):
        signing.countersign(gift, by=chair, part=Part.CHAIR)
    with pytest.raises(Refusal):
        signing.countersign(gift, by=world.user(Persona.MEMBER), part=Part.WITNESS)
    signing.countersign(gift, by=clerk, part=Part.HANDLER)
    with pytest.raises(Refusal, match=r"三处签字须是三个不同的人.*CARE-18"):
        signing.countersign(gift, by=clerk, part=Part.WITNESS)
    with pytest.raises(Refusal, match="“经手人”已经有人签字"):
        signing.countersign(gift, by=chair, part=Part.HANDLER)
    signing.countersign(gift, by=branch_chair, part=Part.CHAIR)
    visits.sign(gift, by=clerk)
    with pytest.raises(Refusal, match="还缺证明人（验收人）的签字（CARE-18）"):
        visits.archive(gift, by=clerk)
    sheet = sign_off_of_visit(gift)
    assert sheet["handler"].endswith("2023年3月6日") and sheet["witness"] == ""
    assert sheet["rows"][0]["occasion"] == "走访慰问" and approval(gift)["chair"] != ""
    assert word.render("care.visit_sign_off", gift) and word.render("care.approval", gift)
    visits.archive(gift, by=clerk, note="证明人已调离，另附书面说明")
    assert gift.state == "archived"


def test_a_chair_who_is_called_on_does_not_sign_for_what_was_given_to_them(world, clerk):
    branch_chair = world.home.people[Persona.BRANCH_CHAIR]
    two = [world.home.people[Persona.CLERK], world.home.people[Persona.CHAIR]]
    gift = visits.record(Call(branch_chair, Occasion.HOSPITAL, DAY, given=Given(Decimal(100))), by=clerk, visitors=two)
    with pytest.raises(Refusal):
        signing.countersign(gift, by=world.user(Persona.BRANCH_CHAIR), part=Part.CHAIR)
    assert signing.countersign(gift, by=world.user(Persona.CHAIR), part=Part.CHAIR).part == Part.CHAIR


def test_cash_and_goods_stand_on_lines_of_their_own_and_the_visit_itself_is_not_counted_before_it(visited, clerk):
    gift = visited(given=Given(Decimal(300), Decimal(200), "水果一篮"))
    rows = sign_off_of_visit(gift)["rows"]
    assert [(row["goods"], row["amount"]) for row in rows] == [("慰问金", "300.00"), ("水果一篮", "200.00")]
    assert sign_off_of_visit(gift)["count"] == 1
    assert (approval(gift)["times"], approval(gift)["spent"]) == (0, "0.00")


# a round


def test_a_round_is_one_request_with_a_line_for_each_and_is_not_asked_for_again(visited, clerk, world, client):
    given = Given(Decimal(200), Decimal(100), "米面油一份")
    some = [visited(one, Occasion.OPERATION, given) for one in (Persona.MEMBER, Persona.OTHER_BRANCH)]
    bare = visited(Persona.GROUP_LEADER, Occasion.OPERATION)
    for visit in some:
        papers_of(visit, clerk, Proof.DISCHARGE, Proof.BILL)
    for wrong, why in (
        ([bare, some[0]], f"{bare.number}：还缺证明材料"),
        (some[:1], "请选两次以上"),
        (some, "慰问品发票"),
    ):
        with pytest.raises(Refusal, match=why):
            rounds.ask_together(wrong, by=clerk, title="三月走访")
    assert not VisitRound.objects.exists() and not Visit.objects.exclude(round=None).exists()
    client.force_login(clerk)
    answer = client.post(
        reverse("care.visits.ask_together.many"),
        {"pk": [one.pk for one in some], "title": "三月走访", "invoice": pdf("发票.pdf")},
    )
    together = VisitRound.objects.get()
    assert answer.url == reverse("care.rounds.detail", args=[together.pk])
    request = SpendingRequest.objects.about(together).get()
    assert [(one.person_id, one.cash, one.goods) for one in request.payees.order_by("order")] == [
        (visit.person_id, 200, 100) for visit in Visit.objects.filter(round=together)
    ]
    assert (request.cash, request.goods) == (400, 200) and "手术" not in f"{request.title}{request.text}"
    for visit in Visit.objects.filter(round=together):
        assert paying.has_request(visit)
        with pytest.raises(Refusal, match="已经申请过"):
            paying.ask_for_visit(visit, by=clerk)
        with pytest.raises(Refusal, match="已经申请经费，请先撤回"):
            visits.void(visit, by=clerk, reason="登记错了")
        visits.sign(visit, by=clerk)
    assert {piece.kind for piece in subjects.evidence_of(request)} == {
        PieceKind.PLAN, PieceKind.ROSTER, PieceKind.INVOICE, PieceKind.SIGN_OFF
    }  # fmt: skip
    sheet = sign_off_of_round(together)
    assert (sheet["count"], sheet["signed"], len(sheet["rows"])) == (2, 2, 4)
    assert client.get(answer.url).status_code == 200
    spending.withdraw(request, by=clerk, reason="重新合并")
    assert rounds.ask_together(list(Visit.objects.filter(round=together)), by=clerk, title="再来", invoice=pdf()).pk


def test_the_book_opens_the_invoice_from_the_request_and_has_no_link_to_what_it_may_not_see(visited, clerk, world):
    visit = visited(given=Given(Decimal(100), Decimal(80), "水果"))
    papers_of(visit, clerk, *visit.wanted_papers())
    request, client = paying.ask_for_visit(visit, by=clerk), world.client(Persona.ACCOUNTANT)
    page = client.get(f"/office/funds/requests/{request.pk}/").content.decode()
    invoice = VisitPaper.objects.get(kind=Proof.INVOICE)
    assert visit.number in page and f"/office/care/visits/{visit.pk}/" not in page
    assert client.post(reverse("care.visits.open_paper", args=[invoice.pk])).status_code == 200
    assert reverse("care.visits.open_paper", args=[invoice.pk]) in page
    assert (
        f"/office/care/visits/{visit.pk}/"
        in world.client(Persona.CLERK).get(f"/office/funds/requests/{request.pk}/").content.decode()
    )


# one thing, one gift (CARE-13)


def test_leaving_out_the_event_is_no_way_to_give_twice(visited, clerk, world):
    member, other = (world.home.people[one] for one in (Persona.MEMBER, Persona.OTHER_BRANCH))
    told = events.tell(by=clerk, person=member, kind=Occasion.HOSPITAL, happened_on=DAY, words="住院")
    first = visited()
    assert (first.event, told.tasks.get().state) == (told, "done")
    with pytest.raises(Refusal, match=f"{first.number}.*CARE-13"):
        visited(given=Given(Decimal(100)))
    loose = visited(Persona.OTHER_BRANCH)
    late = events.tell(by=clerk, person=other, kind=Occasion.HOSPITAL, happened_on=DAY, words="住院")
    call = visits.call_for(late.tasks.get(), DAY, given=Given(Decimal(100)))
    with pytest.raises(Refusal, match=f"{loose.number}.*CARE-13"):
        visits.record(call, by=clerk, visitors=pair(world))


def test_nobody_records_a_visit_to_themself(world, clerk):
    two = [world.home.people[Persona.BRANCH_CHAIR], world.home.people[Persona.CHAIR]]
    with pytest.raises(Refusal, match="走访本人要由别人去"):
        visits.record(Call(world.home.people[Persona.CLERK], Occasion.HOSPITAL, DAY), by=clerk, visitors=two)


def test_a_look_at_a_picture_of_a_visit_is_logged_for_whom_it_shows(visited, world, clerk):
    visit = visited()
    picture = files.attach(visit, SimpleUploadedFile("探望.png", b"\x89PNG\r\n\x1a\n bedside"), by=clerk)
    address = reverse("files.download", args=[picture.pk])
    assert world.client(Persona.OTHER_BRANCH).get(address).status_code == 404
    assert world.client(Persona.BRANCH_CHAIR).get(address).status_code == 200
    look = Event.objects.get(kind=Kind.READ)
    assert (look.by, look.concerns, look.what) == (world.user(Persona.BRANCH_CHAIR), visit.person_id, "探望.png")
