"""Pages of drives, hardship, aid and health checks: the batteries, the bank's list, papers, the phone."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.kit import battery
from tests.kit.world import Persona
from tests.pages.books import workbook
from unionhall.audit.models import Event
from unionhall.care.exchange.transfers import TransferImporter
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Aid, Check, CheckDay, Drive, Gift, HardshipFile
from unionhall.care.services import aid, drives, hardship, health
from unionhall.care.views.aid.desk import aid_pages
from unionhall.care.views.drives.desk import drive_pages
from unionhall.files import word
from unionhall.pages.imports import Kind, read

DAY = date(2023, 2, 20)
SAID = "家庭遭遇变故，恳请工会帮助"


@pytest.fixture
def given(open_drive, clerk, member):
    """Sixty-six yuan of the member, by transfer."""
    return drives.receive(
        open_drive, by=clerk, amount=Decimal("66.60"), given_on=DAY, way=Way.TRANSFER, donor=member.person, bank_no="T1"
    )


FACTS = {
    "title": "互助募捐",
    "cause": "家庭困难",
    "opens_on": "2023-02-20",
    "closes_on": "2023-03-01",
    "remainder": "fund",
}


@pytest.fixture
def of_drives(world, open_drive, given, clerk):
    def more(count):
        for at in range(count):
            one = drives.draft(
                by=clerk, title=f"募捐{at}", cause="困难", opens_on=DAY, closes_on=DAY, remainder="fund", consent_on=DAY
            )
            drives.publish(one, by=world.user(Persona.CHAIR))
            drives.receive(one, by=clerk, amount=Decimal(5), given_on=DAY, way=Way.TRANSFER, is_unmatched=True)

    second = world.home.people[Persona.CASHIER].staff_no
    return battery.World(
        drive_pages,
        Drive.objects.get(pk=open_drive.pk),
        clerk,
        world.user(Persona.MEMBER),
        more,
        forbidden=world.user(Persona.AUDITOR),
        good={
            "draft": FACTS,
            "receive": {"amount": "200", "way": "cash", "counted_by": second, "given_on": "2023-02-20"},
            "receive_goods": {"name": "轮椅", "pieces": "1", "worth": "1", "given_on": "2023-02-20"},
            "hand_goods": {"handed_on": "2023-02-20", "witness": second, "signed_by": "受助人"},
            "ask_payment": {"amount": "10", "goal": "aid"},
            "close": {},
        },
        bad={
            "draft": FACTS | {"title": "", "opens_on": "明天", "goal": "x"},
            "receive": {"amount": "一百", "way": "gold", "given_on": "昨天"},
            "receive_goods": {"name": "", "pieces": "0"},
            "ask_payment": {"amount": "-1", "goal": ""},
        },
    )


@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
def test_pages_of_drives(check, of_drives):
    check(of_drives)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"amount": "0"}, "捐款金额应大于零；捐多捐少自愿，不设最低额（公益事业捐赠法第四条）。"),
        ({"amount": "1000000"}, "一笔捐款超过100,000.00元，请核对金额（本会默认（未核对），DON-03）"),
        ({"way": "cash"}, "现金要两人清点"),
    ],
)
def test_a_bad_donation_stands_refused_on_its_page(world, open_drive, typed, why):
    data = {"amount": "5", "way": "transfer", "bank_no": "T8", "given_on": "2023-02-20"} | typed
    answer = world.client(Persona.CLERK).post(reverse("care.drives.receive", args=[open_drive.pk]), data)
    assert (answer.status_code, why in answer.content.decode(), Gift.objects.count()) == (409, True, 0)


HEAD = ["交易日期", "对方户名", "贷方金额", "交易流水号"]


def test_the_banks_list_is_sorted_and_a_line_twice_in_it_is_an_error(world, open_drive, given, clerk, member):
    lines = [
        ["2023-02-18", member.person.name, "66.60", "T1"],  # entered before
        ["2023-02-18", member.person.name, "100.05", "T2"],
        ["2023-02-18", "某某公司", "20", "T3"],
        ["2023-02-18", member.person.name, "100.05", "T2"],  # twice in the file
        ["2023-02-18", "某", "0", "T4"],
        ["2023-02-18", "某", "1000000", "T5"],
        ["2023-02-01", "某", "5", "T6"],
    ]
    importer = TransferImporter(open_drive)
    preview = importer.preview(read(workbook([HEAD, *lines]), importer.fields))
    assert [line.kind for line in preview.lines] == [
        Kind.ERROR,  # the day differs from what was entered: said, never rewritten
        Kind.NEW,
        Kind.NEW,
        *[Kind.ERROR] * 4,
    ]
    assert "这条流水已登记为2023年2月20日的66.60元" in preview.lines[0].reasons[0]
    assert preview.lines[3].reasons == ["与第 3 行重复，同一笔转账只登记一次（DON-03，登记造册）。"]
    assert "不设最低额" in preview.lines[4].reasons[0]
    importer.run(preview, by=clerk)
    open_drive.refresh_from_db()
    assert open_drive.balance == Decimal("186.65")
    assert Gift.objects.get(bank_no="T2").donor == member.person
    assert Gift.objects.get(bank_no="T3").donor_name == "某某公司"
    again = importer.preview(read(workbook([HEAD, *lines[1:3]]), importer.fields))
    assert [line.kind for line in again.lines] == [Kind.UNCHANGED] * 2


def text_of(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("word/document.xml").decode()


def test_a_donor_has_a_receipt_in_capitals_and_nobody_elses(world, given):
    address = reverse("my.care.receipt", args=[given.pk])
    answer = world.client(Persona.MEMBER).post(address)
    paper = text_of(answer.content)
    assert all(words in paper for words in ("陆拾陆元陆角整", "member·demo", given.number, "全部交付受助人"))
    assert world.client(Persona.OTHER_BRANCH).post(address).status_code == 404
    assert Event.objects.filter(kind="export", subject_type="care.receipt").count() == 1


def test_the_list_and_the_account_on_paper_keep_donors_anonymous(given, open_drive):
    for key in ("care.details", "care.account"):
        paper = text_of(word.render(key, open_drive))
        assert "66.60" in paper
        assert "member·demo" not in paper


def test_a_link_opened_outside_asks_for_sign_in_and_inside_shows_the_account(world, given, open_drive):
    address = reverse("my.care.drive", args=[open_drive.pk])
    outside = Client().get(address)
    assert (outside.status_code, "sign-in" in outside.url or "login" in outside.url) == (302, True)
    for stranger in (Persona.UPPER_VIEWER, Persona.ADMINISTRATOR):  # signed in, and not of this unit
        assert world.client(stranger).get(address).status_code == 404
        assert not Drive.objects.visible_to(world.user(stranger)).exists()
    page = world.client(Persona.HANDLER).get(address).content.decode()
    assert "66.60" in page
    assert "member·demo" not in page
    assert world.home.people[Persona.OTHER_BRANCH].name not in page  # the beneficiary did not agree to be named


@pytest.fixture
def asked(member) -> HardshipFile:
    return hardship.apply(by=member, person=member.person, cause="illness", circumstances=SAID, consented_on=DAY)


def test_a_household_asks_on_the_phone_and_sees_who_looked(world, member):
    phone = world.client(Persona.MEMBER)
    form = {"cause": "illness", "circumstances": SAID}
    refused = phone.post(reverse("my.care.hardship.apply"), form)
    assert (refused.status_code, HardshipFile.objects.count()) == (422, 0)  # no separate consent
    assert phone.post(reverse("my.care.hardship.apply"), form | {"consent": "on"}).status_code == 302
    file = HardshipFile.objects.get()
    assert SAID in world.client(Persona.CLERK).get(reverse("care.hardship.detail", args=[file.pk])).content.decode()
    own = phone.get(reverse("my.care.hardship.detail", args=[file.pk])).content.decode()
    assert all(words in own for words in (SAID, "谁看过这份档案", "clerk·demo"))
    assert Event.objects.filter(kind="read").count() == 1
    mine = phone.get(reverse("my.care")).content.decode()
    assert all(words in mine for words in (file.number, "clerk·demo"))


@pytest.mark.parametrize(
    ("verb", "typed", "why"),
    [
        ("measure", {"heads": "3", "wages": "-5"}, "“工资收入”是负数"),
        (
            "visit_home",
            {"visited_on": "2023-02-20", "first": "clerk", "found": "情况属实"},
            "入户走访至少2人，现在是1人",
        ),
    ],
)
def test_bad_input_about_a_household_names_its_clause(world, asked, verb, typed, why):
    staff_no = world.home.people[Persona.CLERK].staff_no
    typed = {name: staff_no if value == "clerk" else value for name, value in typed.items()}
    answer = world.client(Persona.CLERK).post(reverse(f"care.hardship.{verb}", args=[asked.pk]), typed)
    assert (answer.status_code, why in answer.content.decode()) == (409, True)
    assert not asked.means_tests.exists()
    assert not asked.home_visits.exists()


def test_the_register_form_is_printed_masked_and_the_print_is_a_look(world, asked):
    world.home.people[Persona.MEMBER].phone = "13812345678"
    world.home.people[Persona.MEMBER].save()
    answer = world.client(Persona.CLERK).post(reverse("care.hardship.form", args=[asked.pk]))
    paper = text_of(answer.content)
    assert all(words in paper for words in (SAID, "138****5678", asked.number))
    assert "13812345678" not in paper
    assert Event.objects.filter(kind="read", subject_id=asked.pk).count() == 1


@pytest.fixture
def of_aid(world, clerk, member):
    def ask(day):
        return aid.request(
            by=clerk, person=member.person, kind="one_off", event_on=day, reason=SAID, cash=Decimal(100), source="upper"
        )

    good = {"person": member.staff_no, "kind": "one_off", "event_on": "2023-02-18", "reason": SAID, "source": "relief",
            "cash": "100", "goods_worth": "0"}  # fmt: skip
    return battery.World(
        aid_pages,
        ask(date(2023, 2, 1)),
        clerk,
        world.user(Persona.BRANCH_CHAIR),
        lambda count: [ask(date(2023, 2, 2 + at)) for at in range(count)],
        good={"request": good, "withdraw": {"reason": "重复登记"}},
        bad={"request": good | {"person": "nobody", "cash": "很多", "event_on": "明天"}},
    )


CHECKS = [
    check for check in battery.CHECKS if check is not battery.reading_writes_nothing
]  # reading is itself recorded


@pytest.mark.parametrize("check", CHECKS, ids=battery.name_of)
def test_pages_of_aid(check, of_aid):
    check(of_aid)


def test_a_child_without_a_guardians_consent_is_refused_on_the_page(world, member):
    typed = {"person": member.staff_no, "kind": "education", "event_on": "2023-02-18", "reason": SAID, "cash": "100",
             "source": "relief", "goods_worth": "0", "child_name": "小明", "child_born": "2015-01-01"}  # fmt: skip
    answer = world.client(Persona.CLERK).post(reverse("care.aid.request"), typed)
    assert answer.status_code == 422
    assert "个人信息保护法第三十一条" in str(answer.context["form"].errors["guardian"])  # beside the field
    assert not Aid.objects.exists()


def test_a_day_is_booked_on_the_phone_in_one_tap(world, clerk):
    round = health.draft(by=clerk, title="2023年体检", whom="members", place="体检中心", listed_on=DAY, begins_on=DAY,
                         ends_on=date(2023, 3, 1))  # fmt: skip
    day = health.add_day(round, by=clerk, day=date(2023, 2, 22), quota=1)
    health.open_round(round, by=clerk)
    phone, check = world.client(Persona.MEMBER), Check.objects.get(person__user=world.user(Persona.MEMBER))
    assert "约2023年2月22日（余1）" in phone.get(reverse("my.care.checks")).content.decode()
    assert phone.post(reverse("my.care.book", args=[check.pk, day.pk])).status_code == 302
    assert CheckDay.objects.get().taken == 1
    other = Check.objects.get(person__user=world.user(Persona.OTHER_BRANCH))
    refused = world.client(Persona.OTHER_BRANCH).post(reverse("my.care.book", args=[other.pk, day.pk]))
    assert (refused.status_code, "名额已满" in refused.content.decode()) == (409, True)


def test_only_what_is_public_is_found_by_search(world, open_drive, asked):
    found = world.client(Persona.MEMBER).get(reverse("search.results"), {"q": "爱心互助"}).content.decode()
    assert open_drive.title in found
    for word_ in (asked.number, "遭遇变故"):
        page = world.client(Persona.CLERK).get(reverse("search.results"), {"q": word_}).content.decode()
        assert reverse("care.hardship.detail", args=[asked.pk]) not in page
