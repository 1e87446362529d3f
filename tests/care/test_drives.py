"""Donation drives: freely given, counted by two, receipted, reconciled, and nobody's names for others."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.desk.drives import drives_to_publish
from unionhall.care.flow.drive import DriveState
from unionhall.care.kinds.drive import Goal, Remainder, Way
from unionhall.care.models import Drive, Gift, Goods
from unionhall.care.rules import drive as rules
from unionhall.care.services import drives
from unionhall.care.services.drives import returned
from unionhall.flows import Refusal
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.models import Fund, SpendingRequest, Voucher
from unionhall.funds.services import purses, remainders, returns, undoing
from unionhall.funds.subjects import url_of
from unionhall.kernel import clock
from unionhall.notices.models import Notice

DAY = date(2023, 2, 20)


@pytest.fixture
def second(world):
    """Who counts along."""
    return world.home.people[Persona.CASHIER]


def cash(second, amount, **more):
    return {"amount": Decimal(amount), "given_on": DAY, "way": Way.CASH, "counted_by": second} | more


def test_the_collection_reconciles_to_the_fen_here_and_in_the_book(open_drive, clerk, second, pay_out):
    for amount in ("0.01", "200", "1000.50"):
        drives.receive(open_drive, by=clerk, **cash(second, amount))
    drives.receive(open_drive, by=clerk, amount=Decimal("23799.50"), given_on=DAY, way=Way.TRANSFER, bank_no="T1")
    assert open_drive.balance == Decimal("25000.01")
    drives.close(open_drive, by=clerk)
    payment = drives.ask_payment(open_drive, by=clerk, amount=Decimal("25000.01"))
    pay_out(payment, drives.sign)
    open_drive.refresh_from_db()
    drives.settle(open_drive, by=clerk, audit_opinion="账实相符")
    assert (open_drive.balance, open_drive.state) == (0, DriveState.SETTLED)
    purse = Fund.objects.about(open_drive).get()
    assert (purse.balance(), purse.held_fen) == (0, 0)
    assert Voucher.objects.filter(subject_type="care.gift").count() == 4


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"amount": Decimal(0)}, "捐款金额应大于零；捐多捐少自愿，不设最低额（公益事业捐赠法第四条）。"),
        ({"amount": Decimal(-5)}, "捐款金额应大于零"),
        ({"amount": Decimal("0.001")}, "金额最小到分。"),
        ({"amount": Decimal(1_000_000)}, "一笔捐款超过100,000.00元，请核对金额"),
        ({"given_on": DAY + timedelta(days=1)}, "日期在今天以后。"),
        ({"given_on": date(2023, 1, 1)}, "募集从2023年2月10日开始，日期早于这一天。"),
        ({"counted_by": None}, "现金要两人清点"),
        ({"counted_by": "the clerk alone"}, "一个人不能自收自点"),
        ({"way": Way.TRANSFER, "counted_by": None}, "转账请填银行流水号；还没有的，请勾选“待与银行对账”"),
    ],
)
def test_a_bad_donation_is_refused_in_words_and_changes_nothing(open_drive, clerk, second, world, given, why):
    if given.get("counted_by"):
        given = {"counted_by": world.home.people[Persona.CLERK]}
    events = Event.objects.count()
    with pytest.raises(Refusal, match=why):
        drives.receive(open_drive, by=clerk, **cash(second, 100) | given)
    assert (Gift.objects.count(), Event.objects.count()) == (0, events)
    assert Drive.objects.get().balance == 0


def test_cash_of_one_counter_is_impossible_in_the_database_too(open_drive, clerk):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError, match="gift_cash_counted_by_two"):
        Gift.objects.create(
            drive=open_drive, number="X", way=Way.CASH, amount=Decimal(1), given_on=DAY, received_by=clerk
        )


def test_one_line_of_the_bank_is_entered_once(open_drive, clerk):
    line = {"amount": Decimal(50), "given_on": DAY, "way": Way.TRANSFER, "bank_no": "T9"}
    drives.receive(open_drive, by=clerk, **line)
    with pytest.raises(Refusal, match="这条银行流水已经登记过"):
        drives.receive(open_drive, by=clerk, **line)
    assert Drive.objects.get().balance == 50


def test_a_mistake_is_reversed_by_the_accountant_never_changed(open_drive, clerk, second, world):
    accountant = world.user(Persona.ACCOUNTANT)
    gift = drives.receive(open_drive, by=clerk, **cash(second, 300))
    contra = drives.reverse(open_drive, by=accountant, gift=gift, reason="重复登记")
    assert (contra.amount, Gift.objects.count(), Drive.objects.get().balance) == (-300, 2, 0)
    with pytest.raises(Refusal, match="已经冲销过"):
        drives.reverse(open_drive, by=accountant, gift=gift, reason="又一次")
    assert not Gift.objects.standing().exists()
    assert Fund.objects.about(open_drive).get().balance() == 0


def test_only_what_was_agreed_becomes_of_the_rest(open_drive, clerk, second):
    drives.receive(open_drive, by=clerk, **cash(second, 300))
    with pytest.raises(Refusal, match="截止募集后才能处理结余"):
        drives.ask_payment(open_drive, by=clerk, amount=Decimal(10), goal=Goal.REMAINDER)
    drives.close(open_drive, by=clerk)
    with pytest.raises(Refusal, match="改变用途须征得捐款人同意"):
        drives.ask_payment(open_drive, by=clerk, amount=Decimal(10), goal=Goal.REMAINDER)
    with pytest.raises(Refusal, match=r"还有结余300\.00元，请先按发起时的约定“全部交付受助人”处理"):
        drives.settle(open_drive, by=clerk)
    with pytest.raises(Refusal, match=r"不够再申请300\.01元"):
        drives.ask_payment(open_drive, by=clerk, amount=Decimal("300.01"))


def test_what_is_given_back_is_in_proportion_and_in_total_exact(open_drive, clerk, second):
    for amount in ("100", "200", "33.33"):
        drives.receive(open_drive, by=clerk, **cash(second, amount))
    Drive.objects.update(remainder=Remainder.RETURN, balance=Decimal("100.01"))
    open_drive.refresh_from_db()
    back = returned(open_drive)
    assert sum(share for _number, _amount, share in back) == Decimal("100.01")
    assert rules.shares([Decimal(1)] * 3, Decimal("0.10")) == [Decimal("0.04"), Decimal("0.03"), Decimal("0.03")]


def test_things_are_counted_by_piece_and_kept_apart_from_money_to_the_fen(open_drive, clerk, second, world):
    accountant, purse = world.user(Persona.ACCOUNTANT), Fund.objects.about(open_drive).get
    drives.receive(open_drive, by=clerk, **cash(second, 10))
    chair = drives.receive_goods(open_drive, by=clerk, name="轮椅", pieces=1, worth=Decimal("800.05"), given_on=DAY)
    fruit = drives.receive_goods(open_drive, by=clerk, name="水果", pieces=3, worth=Decimal(60), given_on=DAY)
    assert (purse().money, purse().goods, Drive.objects.get().balance) == (10, Decimal("860.05"), 10)
    undoing.reverse(Voucher.objects.about(fruit).get(), by=accountant, on=DAY, reason="登记到别的募捐")
    assert (purse().goods, Goods.objects.standing().get()) == (Decimal("800.05"), chair)
    for bad in ({"pieces": 0}, {"worth": Decimal(0)}, {"worth": Decimal("0.001")}):
        with pytest.raises(Refusal, match="件数应是正整数"):
            facts = {"name": "水果", "pieces": 1, "worth": Decimal(5), "given_on": DAY}
            drives.receive_goods(open_drive, by=clerk, **facts | bad)
    taken = Gift.objects.get()
    undoing.reverse(Voucher.objects.about(taken).get(), by=accountant, on=DAY, reason="现金退回")
    assert (Drive.objects.get().balance, purse().money, Gift.objects.standing().exists()) == (0, 0, False)
    open_drive.refresh_from_db()
    drives.close(open_drive, by=clerk)
    with pytest.raises(Refusal, match="还有没有交付的捐赠物品"):
        drives.settle(open_drive, by=clerk)
    drives.hand_goods(open_drive, by=clerk, handed_on=DAY, witness=second, signed_by="本人")
    came, went = Voucher.objects.about(chair).order_by("serial")
    assert [entry.fen for entry in went.entries.order_by("order")] == [80_005, -80_005]
    with pytest.raises(Refusal, match="专款专用"):
        undoing.reverse(came, by=accountant, on=DAY, reason="没有这批物品")
    undoing.reverse(went, by=accountant, on=DAY, reason="受助人未收")
    drives.hand_goods(open_drive, by=clerk, handed_on=DAY, witness=second, signed_by="本人")
    drives.settle(open_drive, by=clerk)
    assert (Goods.objects.standing().get().handed_on, purse().balance()) == (DAY, 0)


def test_a_remainder_goes_back_to_each_donor_and_the_anonymous_stay_so(open_drive, clerk, second, world, pay_out):
    Drive.objects.filter(pk=open_drive.pk).update(remainder=Remainder.RETURN)
    open_drive.refresh_from_db()
    shy, open_one = world.home.people[Persona.MEMBER], world.home.people[Persona.GROUP_LEADER]
    drives.receive(open_drive, by=clerk, **cash(second, "33.34", donor=shy))
    drives.receive(open_drive, by=clerk, **cash(second, "66.67", donor=open_one, is_anonymous=False))
    drives.receive(open_drive, by=clerk, **cash(second, "0.01"))
    drives.close(open_drive, by=clerk)
    aid = drives.ask_payment(open_drive, by=clerk, amount=Decimal(50))
    pay_out(aid, drives.sign)
    open_drive.refresh_from_db()
    with pytest.raises(Refusal, match=r"全部结余50\.02元"):
        drives.ask_payment(open_drive, by=clerk, amount=Decimal(50), goal=Goal.REMAINDER)
    payment = drives.ask_payment(open_drive, by=clerk, amount=Decimal("50.02"), goal=Goal.REMAINDER)
    request = SpendingRequest.objects.about(payment).get()
    lines = list(request.payees.values_list("person", "name", "cash"))
    number = Gift.objects.get(donor=shy).number
    assert lines == [
        (shy.pk, f"捐款人（收据{number}）", Decimal("16.67")),
        (open_one.pk, open_one.name, Decimal("33.34")),
        (None, f"捐款人（收据{number[:-1]}3）", Decimal("0.01")),
    ]
    page = world.client(Persona.CHAIR).get(f"/office/funds/requests/{request.pk}/").content.decode()
    assert open_one.name in page and shy.name not in page
    assert [bool(line.department) for line in request.payees.all()] == [False, True, False]
    pay_out(payment)
    open_drive.refresh_from_db()
    assert open_drive.balance == 0
    assert "16.67" in world.client(Persona.MEMBER).get("/my/funds/").content.decode()


def test_a_payment_taken_back_is_in_the_drive_again(open_drive, clerk, second, world, pay_out):
    drives.receive(open_drive, by=clerk, **cash(second, 300))
    drives.close(open_drive, by=clerk)
    payment = drives.ask_payment(open_drive, by=clerk, amount=Decimal(300))
    request = pay_out(payment, drives.sign)
    open_drive.refresh_from_db()
    drives.settle(open_drive, by=clerk)
    returns.take_back(request, by=world.user(Persona.ACCOUNTANT), reason="账号有误")
    open_drive.refresh_from_db()
    payment.refresh_from_db()
    assert (open_drive.balance, open_drive.state, payment.state) == (300, DriveState.CLOSED, "taken_back")
    assert Fund.objects.about(open_drive).get().free_fen == 30_000
    drives.ask_payment(open_drive, by=clerk, amount=Decimal(300))


def test_without_consent_and_a_check_of_the_need_nothing_is_published(world, clerk):
    drive = drives.draft(
        by=clerk,
        title="互助募捐",
        beneficiary=world.home.people[Persona.OTHER_BRANCH],
        cause="家庭遭遇意外",
        opens_on=DAY,
        closes_on=DAY,
        remainder=Remainder.FUND,
    )
    with pytest.raises(Refusal, match="请先登记受助人"):
        drives.publish(drive, by=world.user(Persona.CHAIR))


def test_the_opening_is_told_once_to_colleagues_and_names_nobody(open_drive, world):
    told = Notice.objects.filter(key="care.drive.opened")
    assert told.filter(user=world.user(Persona.MEMBER)).count() == 1
    assert not told.filter(user=world.user(Persona.OTHER_BRANCH)).exists()  # the one it is for
    assert not told.exclude(user__person__isnull=False).exists()
    assert world.home.people[Persona.OTHER_BRANCH].name not in told.first().subject + told.first().body


def test_who_gave_what_is_for_the_keepers_of_the_money_and_each_donor(open_drive, clerk, second, world):
    donor = world.home.people[Persona.MEMBER]
    drives.receive(open_drive, by=clerk, **cash(second, 66, donor=donor))
    drives.receive(open_drive, by=clerk, **cash(second, 20, donor_name="内科护理组", is_anonymous=False))
    seen = {
        persona: Gift.objects.visible_to(world.user(persona)).count()
        for persona in Persona
        if world.user(persona) and persona != Persona.OTHER_UNION
    }
    both = {Persona.CLERK, Persona.CHAIR, Persona.CASHIER, Persona.ACCOUNTANT, Persona.AUDITOR}
    assert seen == {p: 2 if p in both else 1 if p == Persona.MEMBER else 0 for p in seen}
    assert [gift.named for gift in Gift.objects.order_by("number")] == ["匿名", "内科护理组"]


def test_who_counts_is_neither_giver_nor_taker_and_nobody_gives_to_themselves(open_drive, clerk, second, world):
    member, own = world.home.people[Persona.MEMBER], world.home.people[Persona.CLERK]
    for donor, counted_by in ((second, second), (own, second)):
        with pytest.raises(Refusal, match="捐款人不能收自己捐的现金，也不能做清点人"):
            drives.receive(open_drive, by=clerk, **cash(counted_by, 10, donor=donor))
    with pytest.raises(Refusal, match="受助人不是这次募捐的捐款人"):
        drives.receive(open_drive, by=clerk, **cash(second, 10, donor=open_drive.beneficiary))
    assert drives.receive(open_drive, by=clerk, **cash(second, 10, donor=member)).donor == member


def test_a_transfer_without_its_number_is_marked_and_one_reversed_is_entered_anew(client, open_drive, clerk, world):
    client.force_login(clerk)
    address, line = reverse("care.drives.receive", args=[open_drive.pk]), {"amount": "5", "way": "transfer"}
    refused = client.post(address, line | {"given_on": "2023-02-20"})
    assert (refused.status_code, "转账请填银行流水号" in refused.content.decode()) == (422, True)
    assert client.post(address, line | {"given_on": "2023-02-20", "is_unmatched": "on"}).status_code == 302
    assert "待与银行对账" in client.get(reverse("care.drives.detail", args=[open_drive.pk])).content.decode()
    facts = {"given_on": DAY, "way": Way.TRANSFER, "bank_no": "T7"}
    wrong = drives.receive(open_drive, by=clerk, amount=Decimal(600), **facts)
    with pytest.raises(Refusal, match="这条银行流水已经登记过"):
        drives.receive(open_drive, by=clerk, amount=Decimal(60), **facts)
    drives.reverse(open_drive, by=world.user(Persona.ACCOUNTANT), gift=wrong, reason="金额看错")
    drives.receive(open_drive, by=clerk, amount=Decimal(60), **facts)
    with pytest.raises(Refusal, match="这条银行流水已经登记过"):
        drives.receive(open_drive, by=clerk, amount=Decimal(60), **facts)
    assert Drive.objects.get().balance == 65


def test_whoever_wrote_a_drive_does_not_publish_it_and_goods_are_handed_over_by_two(world, clerk, open_drive, second):
    words = {"title": "互助募捐", "cause": "家庭困难", "opens_on": DAY, "closes_on": DAY, "remainder": Remainder.FUND}
    chair, drive = world.user(Persona.CHAIR), drives.draft(by=clerk, consent_on=DAY, **words)
    with pytest.raises(Refusal, match="不能办理“发布募捐”"):
        drives.publish(drive, by=clerk)
    drives.amend(drive, by=chair, consent_on=DAY, **words)
    with pytest.raises(Refusal, match="不能办理“发布募捐”"):
        drives.publish(drive, by=chair)
    drives.publish(drive, by=clerk)
    drives.receive_goods(open_drive, by=clerk, name="轮椅", pieces=1, worth=Decimal(800), given_on=DAY)
    for alone in (world.home.people[Persona.CLERK], open_drive.beneficiary):
        with pytest.raises(Refusal, match="交付物品要两人同去"):
            drives.hand_goods(open_drive, by=clerk, handed_on=DAY, witness=alone, signed_by="本人")
    with pytest.raises(Refusal, match="请填写签收人"):
        drives.hand_goods(open_drive, by=clerk, handed_on=DAY, witness=second, signed_by=" ")
    drives.hand_goods(open_drive, by=clerk, handed_on=DAY, witness=second, signed_by="父亲")
    goods = Goods.objects.get()
    assert (goods.handed_by, goods.witness, goods.signed_by) == (clerk, second, "父亲")


def test_the_desk_prints_a_receipt_for_whoever_gives_and_leads_to_the_step_that_reverses(
    client, world, open_drive, clerk, second
):
    gift = drives.receive(open_drive, by=clerk, **cash(second, 60, donor_name="退休职工家属"))
    client.force_login(clerk)
    address = reverse("care.gifts.detail", args=[gift.pk])
    assert address in client.get(reverse("care.drives.detail", args=[open_drive.pk])).content.decode()
    paper = reverse("my.care.receipt", args=[gift.pk])
    assert paper in client.get(address).content.decode()
    assert client.post(paper).headers["Content-Disposition"].startswith("attachment")
    undo = reverse("care.gifts.reverse", args=[gift.pk])
    assert client.post(undo, {"reason": "金额看错"}).status_code == 403
    client.force_login(world.user(Persona.ACCOUNTANT))
    contra = client.post(undo, {"reason": "金额看错"}, follow=True).content.decode()
    assert f"冲销收据{gift.number}" in contra
    assert [one.amount for one in Gift.objects.order_by("number")] == [60, -60]
    client.force_login(world.user(Persona.MEMBER))
    assert client.get(address).status_code == 404


def test_what_is_left_for_the_fund_is_a_transfer_of_the_accountant_and_no_payment(open_drive, clerk, second, world):
    accountant, member = world.user(Persona.ACCOUNTANT), world.home.people[Persona.MEMBER]
    drives.receive(open_drive, by=clerk, **cash(second, 60, donor=member))
    fund = purses.open(title="互助金", kind=FundKind.UNION, by=clerk)
    purse, words = Fund.objects.about(open_drive).get(), {"to": fund, "reason": "按发起时的约定"}
    with pytest.raises(Refusal, match="截止募集后"):
        remainders.pass_on(purse, by=accountant, **words)
    drives.close(open_drive, by=clerk)
    with pytest.raises(Refusal, match="约定的结余处理是“全部交付受助人”"):
        remainders.pass_on(purse, by=accountant, **words)
    Drive.objects.update(remainder=Remainder.FUND)
    open_drive.refresh_from_db()
    with pytest.raises(Refusal, match="不作支付：请会计"):
        drives.ask_payment(open_drive, by=clerk, amount=Decimal(60), goal=Goal.REMAINDER)
    voucher = remainders.pass_on(purse, by=accountant, **words)
    assert url_of(voucher, accountant) == reverse("care.drives.detail", args=[open_drive.pk])
    assert [(one.goal, one.amount, one.state) for one in open_drive.payments.all()] == [("remainder", 60, "paid")]
    assert not SpendingRequest.objects.exists()
    open_drive.refresh_from_db()
    drives.settle(open_drive, by=clerk)
    undoing.reverse(voucher, by=accountant, on=clock.today(), reason="转错资金")
    open_drive.refresh_from_db()
    fund.refresh_from_db()
    assert (open_drive.balance, open_drive.state, fund.money) == (60, "closed", 0)


def test_a_draft_waits_on_the_home_of_whoever_may_publish_it_and_never_of_its_author(open_drive, clerk, chair):
    Drive.objects.update(state=DriveState.DRAFT)
    assert [item.url for item in drives_to_publish(chair)] == [reverse("care.drives.detail", args=[open_drive.pk])]
    assert list(drives_to_publish(clerk)) == []
    Drive.objects.update(consent_on=None)  # the person has yet to agree
    assert list(drives_to_publish(chair)) == []
