"""What takes two and is written down by one: the second person says on their own phone whether it was so."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.care.visits_world import pair
from tests.kit.figures import three_worlds
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.figures import visits as figures
from unionhall.care.kinds.drive import Way
from unionhall.care.kinds.words import Occasion, Part
from unionhall.care.models import Attestation, Drive, Gift
from unionhall.care.selectors import drives as accounts
from unionhall.care.services import attesting, drives, signing, visits
from unionhall.care.services.visits import Call, Given
from unionhall.figures.scope import Scope
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.notices.models import Notice

DAY = date(2023, 3, 6)
pytestmark = pytest.mark.usefixtures("ready")


@pytest.fixture
def went(world, clerk):
    """The clerk writes down that an ordinary member of another branch went along to the member."""

    def record(given=Decimal(300), by=clerk, along=Persona.OTHER_BRANCH):
        two = [world.home.people[Persona.CLERK], world.home.people[along]]
        call = Call(world.home.people[Persona.MEMBER], Occasion.HOSPITAL, DAY, given=Given(given))
        return visits.record(call, by=by, visitors=two)

    return record


def word_of(visit) -> Attestation:
    return Attestation.objects.of_visit(visit).get()


def test_an_ordinary_member_who_went_along_confirms_on_the_phone_and_signs_as_witness(went, world, clerk):
    visit, client = went(), world.client(Persona.OTHER_BRANCH)
    word, name = word_of(visit), world.home.people[Persona.MEMBER].name
    page = reverse("my.care.words.detail", args=[word.pk])
    assert page in client.get("/my/").content.decode() and f"请确认：走访{name}" in client.get("/my/").content.decode()
    shown = client.get(page).content.decode()
    assert "慰问金300.00元" in shown and "住院" not in shown and clerk.name in shown
    assert "待确认" in world.client(Persona.CLERK).get(reverse("care.visits.detail", args=[visit.pk])).content.decode()
    client.post(reverse("my.care.words.confirm", args=[word.pk]))
    word.refresh_from_db()
    signature = visit.signatures.get()
    assert (word.state, word.said_on) == ("confirmed", DAY)
    assert (signature.part, signature.by) == (Part.WITNESS, world.user(Persona.OTHER_BRANCH))
    assert Event.objects.filter(verb__in=("care.attestation.confirm", "care.visit.countersign")).count() == 2
    assert page not in client.get("/my/").content.decode()
    with pytest.raises(Blocked, match="“证明人（验收人）”已经有人签字"):
        signing.countersign(visit, by=clerk, part=Part.WITNESS)


def test_who_may_choose_what_to_sign_as_confirms_by_signing_and_nobody_is_asked_of_their_own_record(went, world, clerk):
    visit = went(along=Persona.BRANCH_CHAIR)
    word, branch_chair = word_of(visit), world.user(Persona.BRANCH_CHAIR)
    attesting.confirm(word, by=branch_chair)
    assert not visit.signatures.exists()
    signing.countersign(visit, by=branch_chair, part=Part.CHAIR)
    visits.void(visit, by=clerk, reason="重新登记")
    again = went(along=Persona.BRANCH_CHAIR)
    signing.countersign(again, by=branch_chair, part=Part.CHAIR)
    assert word_of(again).state == "confirmed"


def test_only_the_one_who_is_named_answers_and_once(went, world, clerk):
    word = word_of(went())
    for other in (clerk, world.user(Persona.MEMBER), world.user(Persona.CHAIR)):
        with pytest.raises(NotAllowed):
            attesting.confirm(word, by=other)
    assert world.client(Persona.MEMBER).get(reverse("my.care.words.detail", args=[word.pk])).status_code == 404
    attesting.confirm(word, by=world.user(Persona.OTHER_BRANCH))
    with pytest.raises(WrongState):
        attesting.deny(word, by=world.user(Persona.OTHER_BRANCH), reason="没有去")


def test_a_denial_is_told_looked_into_by_another_and_keeps_the_visit_from_being_filed(went, world, clerk):
    visit, second, chair = went(given=Decimal(0)), world.user(Persona.OTHER_BRANCH), world.user(Persona.CHAIR)
    word = word_of(visit)
    with pytest.raises(Blocked, match="请写明哪里不属实"):
        attesting.deny(word, by=second, reason=" ")
    attesting.deny(word, by=second, reason="那天我值班，没有去")
    assert Notice.objects.filter(user=clerk, key="care.attestation.denied").count() == 1
    with pytest.raises(Blocked, match="说这次走访不属实"):
        visits.archive(visit, by=clerk, note="三签另附")
    home = world.client(Persona.CHAIR).get("/office/").content.decode()
    assert reverse("care.words.detail", args=[word.pk]) in home
    with pytest.raises(NotAllowed):
        attesting.settle(word, by=clerk, reason="我记得他去了")
    attesting.settle(word, by=chair, reason="值班表核对，确系另一位同事，已更正")
    visits.archive(visit, by=clerk)


def test_a_voided_visit_asks_nobody_any_more_and_the_figure_counts_what_stands_open(went, world, clerk, union):
    scope = Scope(union, DAY, DAY)
    visit = went()
    assert figures.unconfirmed(scope).value == 1 and figures.visits(scope).value == 1
    visits.void(visit, by=clerk, reason="登记错了")
    assert (word_of(visit).state, figures.unconfirmed(scope).value) == ("lapsed", 0)
    assert not Attestation.objects.waiting().exists()


def test_words_open_are_counted_by_the_day_of_what_they_are_about(world, clerk, union):
    people = iter([Persona.MEMBER, Persona.OTHER_BRANCH, Persona.GROUP_LEADER, Persona.DELEGATE, Persona.TELLER])

    def call(day):
        visits.record(Call(world.home.people[next(people)], Occasion.WEDDING, day), by=clerk, visitors=pair(world))

    scope = Scope(union, date(2023, 2, 6), date(2023, 3, 5))
    assert three_worlds(figures.unconfirmed, scope, call) == {"outside": 0, "edge": 2, "inside": 1}


def test_who_counted_the_cash_says_so_for_many_at_once_and_sees_no_donor(open_drive, world, clerk):
    second, donor = world.home.people[Persona.OTHER_BRANCH], world.home.people[Persona.MEMBER]
    drive = Drive.objects.get()
    Drive.objects.update(beneficiary=None)
    cash = {"given_on": DAY, "way": Way.CASH, "counted_by": second, "donor": donor}
    gifts = [drives.receive(open_drive, by=clerk, amount=Decimal(amount), **cash) for amount in (20, 50, 100)]
    drives.receive(open_drive, by=clerk, amount=Decimal(10), given_on=DAY, way=Way.TRANSFER, bank_no="B1")
    assert accounts.account(drive).unconfirmed == 3
    client = world.client(Persona.OTHER_BRANCH)
    assert "请确认记有您参加的3件事" in client.get("/my/").content.decode()
    page = client.get(reverse("my.care.words.list")).content.decode()
    assert "清点现金捐款100.00元" in page and donor.name not in page
    drives.reverse(open_drive, by=world.user(Persona.ACCOUNTANT), gift=gifts[0], reason="记重了")
    client.post(reverse("my.care.words.confirm.many"), {"pk": [gift.word.pk for gift in gifts[1:]]})
    assert [gift.word.state for gift in Gift.objects.filter(amount__gt=10).order_by("amount")] == [
        "lapsed", "confirmed", "confirmed"
    ]  # fmt: skip
    assert accounts.account(drive).unconfirmed == 0
    assert (
        "已确认" in world.client(Persona.CASHIER).get(reverse("care.gifts.detail", args=[gifts[1].pk])).content.decode()
    )


def test_who_went_along_to_hand_things_over_is_asked_too(open_drive, world, clerk):
    drives.receive_goods(open_drive, by=clerk, name="轮椅", pieces=1, worth=Decimal(680), given_on=DAY)
    witness = world.home.people[Persona.DELEGATE]
    drives.hand_goods(open_drive, by=clerk, handed_on=DAY, witness=witness, signed_by="家属")
    word = Attestation.objects.get()
    assert (word.what, word.person, word.beside) == ("交付捐赠物品：轮椅，1件", witness, clerk.name)
    attesting.confirm(word, by=world.user(Persona.DELEGATE))
