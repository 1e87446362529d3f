"""Dues and contributions: reckoned to the fen, imported in two steps, received into the book, chased when late."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from tests.kit import battery
from tests.kit.world import Persona
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.exchange.dues import DuesImporter, WagesImporter
from unionhall.funds.models import Contribution, Dues
from unionhall.funds.reminders.dues import remind_of_contributions
from unionhall.funds.rules import dues as rules
from unionhall.funds.selectors.arrears import arrears, came_late
from unionhall.funds.services import contributions, dues, undoing
from unionhall.funds.views.contributions import contribution_pages
from unionhall.funds.views.dues import dues_pages
from unionhall.kernel import clock
from unionhall.kernel.excel import Column, Sheet, workbook
from unionhall.notices.models import Notice
from unionhall.pages.imports import read
from unionhall.rulebook import services as rulebook

MARCH = date(2023, 3, 1)


@pytest.mark.parametrize(
    ("wage", "due"),
    [("0", "0.00"), ("9.99", "0.00"), ("10", "0.05"), ("5678.90", "28.35"), ("5670", "28.35"), ("5679.99", "28.35")],
)
def test_dues_are_half_a_percent_of_the_wage_without_what_is_below_ten_yuan(wage, due):
    assert rules.dues(Decimal(wage), rate=Fraction(1, 200), step=Decimal(10)) == Decimal(due)


def test_the_contribution_is_two_percent_and_due_in_the_month_after():
    assert rules.contribution(Decimal("1234567.89")) == Decimal("24691.36")
    assert [rules.due_on(date(2023, month, 1), 15) for month in (11, 12)] == [date(2023, 12, 15), date(2024, 1, 15)]
    fee = [rules.late_fee(Decimal(100), days, Fraction(5, 1000)) for days in (-3, 0, 1, 10_000)]
    assert fee == [0, 0, Decimal("0.50"), 100]


def sheet(importer, rows):
    headers = [Column(str(field.label)) for field in importer.fields]
    return read(workbook(Sheet("表", headers, rows)), importer.fields)


def counted(preview):
    return {str(kind): count for kind, count in preview.counts.items() if count}


def test_wages_are_imported_in_two_steps_and_the_same_file_changes_nothing(money):
    importer, member = DuesImporter(), money.member
    other = money.world.home.people[Persona.OTHER_BRANCH]
    rows = [
        [member.staff_no, member.name, "2023-03", "5678.90", "28.35"],
        [other.staff_no, other.name, "2023年3月", "8000", None],
        [other.staff_no, "别人", "2023-02", "8000", None],
        ["0000", "无此人", "2023-03", "8000", None],
        [member.staff_no, member.name, "2023-04", "-1", None],
    ]
    source = sheet(importer, rows)
    preview = importer.preview(source)
    assert counted(preview) == {"new": 2, "error": 3}
    importer.run(preview, by=money.accountant)
    assert [(row.due, row.paid, row.owed) for row in Dues.objects.order_by("wage")] == [
        (Decimal("28.35"), Decimal("28.35"), 0),
        (Decimal("40.00"), Decimal(0), Decimal(40)),
    ]
    again = DuesImporter().preview(source)
    assert counted(again) == {"unchanged": 2, "error": 3}
    wages = WagesImporter()
    wages.run(wages.preview(sheet(wages, [["2023-03", "1000000"]])), by=money.clerk)
    assert Contribution.objects.get().due == Decimal(20_000)


def test_a_preview_of_dues_says_what_comes_and_asks_about_odd_bases(money):
    member = money.member
    rows = [[member.staff_no, member.name, month, wage, None] for month, wage in
            (("2023-01", "5678.90"), ("2023-02", "0"), ("2023-03", "99999999"), ("2023-13", "5000"))]  # fmt: skip
    importer = DuesImporter()
    preview = importer.preview(sheet(importer, rows))
    usual, nothing, much, wrong = preview.lines
    assert usual.notes == ["2023年1月，工资基数 5,678.90 元，应缴 28.35 元"]
    assert wrong.reasons == ["月份：“2023-13”不是月份，请写成 2023-04 这样。"]
    assert preview.asks[0].items == [
        f"{line.label} {shown}" for line, shown in ((nothing, "0.00"), (much, "99,999,999.00"))
    ]
    with pytest.raises(Blocked, match="请先确认：请核实"):
        importer.run(preview, by=money.clerk)
    importer.run(preview, by=money.clerk, confirmed=["odd"])
    assert Dues.objects.count() == 3
    wages = WagesImporter()
    lines = wages.preview(sheet(wages, [["2023-03", "1000000"], ["2023-02", "0"]])).lines
    assert [line.notes + line.reasons for line in lines] == [
        ["工资总额 1,000,000.00 元，应拨 20,000.00 元"], ["工资总额应大于零。"]
    ]  # fmt: skip
    assert (
        'aria-current="page">会费'
        in money.world.client(Persona.CLERK).get(reverse("funds.import_dues")).content.decode()
    )


def test_who_pays_more_than_is_due_is_asked_about_and_written_once_confirmed(money):
    member, importer = money.member, DuesImporter()
    rows = [
        [member.staff_no, member.name, month, "5000", paid] for month, paid in (("2023-01", "25"), ("2023-02", "250"))
    ]
    preview = importer.preview(sheet(importer, rows))
    label = preview.lines[1].label
    assert [(ask.key, list(ask.items)) for ask in preview.asks] == [
        ("over", [f"{label} 实缴 250.00 元，应缴 25.00 元"])
    ]
    with pytest.raises(Blocked, match="实缴多于应缴（MEM-09）"):
        importer.run(preview, by=money.clerk)
    importer.run(preview, by=money.clerk, confirmed=["over"])
    assert sorted(Dues.objects.values_list("paid", flat=True)) == [Decimal(25), Decimal(250)]
    assert not importer.preview(sheet(importer, rows)).asks


def test_what_is_withheld_comes_in_as_one_receipt_and_nothing_is_left_owed(money):
    people = [money.member, money.world.home.people[Persona.OTHER_BRANCH]]
    dues.reckon([dues.Wage(one, MARCH, Decimal(5000)) for one in people], by=money.accountant)
    first = Dues.objects.first()
    dues.remind(first, by=money.accountant)
    assert Notice.objects.get(key="funds.dues_owed").user == first.person.user
    voucher = dues.collect(by=money.clerk, month=MARCH)
    assert [(entry.account.code, entry.fen) for entry in voucher.entries.order_by("order")] == [
        ("102", 5000),
        ("401", -5000),
    ]
    with pytest.raises(Blocked, match="没有待收"):
        dues.collect(by=money.clerk, month=MARCH)
    with pytest.raises(Blocked, match="已经缴清"):
        dues.remind(Dues.objects.first(), by=money.accountant)
    with pytest.raises(NotAllowed):
        dues.collect(by=money.cashier, month=MARCH)


def test_one_member_pays_what_is_owed_and_the_others_owe_it_still(money):
    people = [money.member, money.world.home.people[Persona.OTHER_BRANCH]]
    dues.reckon([dues.Wage(one, MARCH, Decimal(5000)) for one in people], by=money.accountant)
    late = Dues.objects.get(person=money.member)
    here, desk = reverse("funds.dues.pay", args=[late.pk]), money.world.client(Persona.CLERK)
    assert desk.post(here, {"on": f"{clock.today()}", "way": "cash"}).status_code == 302
    assert dict(Dues.objects.values_list("person__name", "paid")) == {people[0].name: 25, people[1].name: 0}
    voucher = late.receipts.get().voucher
    assert (voucher.text, voucher.total) == ("2023年3月会费补缴", 25)  # the book's readers read no name
    assert desk.post(here, {"on": f"{clock.today()}", "way": "cash"}).status_code == 409
    undoing.reverse(voucher, by=money.accountant, on=clock.today(), reason="记错")
    late.refresh_from_db()
    assert (late.paid, late.owed) == (0, 25)


def test_an_overdue_contribution_is_chased_until_it_has_come_in_and_never_overpaid(money):
    with clock.pinned(date(2023, 4, 14)):
        late = contributions.declare(by=money.clerk, month=MARCH, wages=Decimal(1_000_000))
        assert (late.due_on, remind_of_contributions()) == (date(2023, 4, 15), 0)
    with clock.pinned(date(2023, 4, 16)):
        assert [remind_of_contributions(), remind_of_contributions()] == [1, 0]
        assert (arrears(late).days, arrears(late).fee) == (1, Decimal(100))
    with pytest.raises(Blocked, match=r"尚未拨缴的20,000\.00元"):
        contributions.receive(late, by=money.clerk, amount=Decimal("20000.01"))
    voucher = contributions.receive(late, by=money.clerk, amount=Decimal(15_000))
    assert [(entry.account.code, entry.fen) for entry in voucher.entries.order_by("order")] == [
        ("102", 1_500_000), ("402", -900_000), ("221", -600_000),
    ]  # fmt: skip
    with pytest.raises(Blocked, match="多于"):
        contributions.declare(by=money.clerk, month=MARCH, wages=Decimal(1))
    last = contributions.receive(late, by=money.clerk, amount=Decimal(5_000), on=date(2023, 4, 18))
    assert came_late(late) == date(2023, 4, 30)  # the first part came even later
    page = money.world.client(Persona.CLERK).get(reverse("funds.contributions.detail", args=[late.pk])).content.decode()
    assert "2023年4月30日才全部到账，比拨缴期限 2023年4月15日 晚 15 天。" in page
    undoing.reverse(last, by=money.accountant, on=clock.today(), reason="记错")
    late.refresh_from_db()
    assert came_late(late) is None
    contributions.receive(late, by=money.clerk, amount=Decimal(5_000))
    with clock.pinned(date(2023, 4, 23)):
        assert remind_of_contributions() == 0


@pytest.mark.parametrize(
    ("month", "wages", "why"), [(date(2023, 5, 1), 100, "2023年5月还没有到"), (MARCH, 0, "应大于零")]
)
def test_no_contribution_is_declared_of_a_month_to_come_or_of_nothing(money, month, wages, why):
    with pytest.raises(Blocked, match=why):
        contributions.declare(by=money.clerk, month=month, wages=Decimal(wages))


def test_a_late_fee_is_told_with_its_sum_and_only_by_a_rule_the_union_adopted(money):
    late = contributions.declare(by=money.clerk, month=MARCH, wages=Decimal(1_000_000))
    client, here = money.world.client(Persona.CLERK), reverse("funds.contributions.detail", args=[late.pk])
    page = client.get(here).content.decode()
    assert "北京、重庆的规定" in page and "不计算" in page and "2023年3月拨缴经费" in page
    rule = {"text": "0.05%", "valid_from": date(2023, 1, 1), "source": "本市实施工会法办法", "reason": "本市有规定"}
    rulebook.amend("funds.late_rate", by=money.clerk, checked="L", **rule)
    page = client.get(here).content.decode()
    assert "欠拨 20,000.00 元 × 每日 0.05% × 逾期 15 天，以欠拨数为限，至今 150.00 元（本市实施工会法办法）" in page


def test_pages_of_dues_and_contributions(money):
    months = iter(date(2022, month, 1) for month in range(1, 13))

    def more(count):
        for _n in range(count):
            dues.reckon([dues.Wage(money.member, next(months), Decimal(5000))], by=money.clerk)

    more(1)
    cast = {"allowed": money.clerk, "stranger": money.world.user(Persona.MEMBER), "forbidden": money.auditor}
    worlds = [
        battery.World(
            dues_pages,
            Dues.objects.get(),
            more=more,
            good={
                "remind": {},
                "pay": {"on": "2023-04-30", "way": "cash"},
                "collect": {"month": "2022-02", "on": "2023-04-30", "way": "transfer"},
            },
            bad={"collect": {"month": "x", "on": "", "way": "goods"}},
            **cast,
        ),
        battery.World(
            contribution_pages,
            contributions.declare(by=money.clerk, month=MARCH, wages=Decimal(1_000_000)),
            more=lambda count: [
                contributions.declare(by=money.clerk, month=next(months), wages=Decimal(9)) for _n in range(count)
            ],
            good={"receive": {"amount": "20", "on": "2023-04-30"}, "declare": {"month": "2023-02", "wages": "500"}},
            bad={"receive": {"amount": "-1", "on": "x"}, "declare": {"month": "", "wages": "x"}},
            **cast,
        ),
    ]
    for world in worlds:
        for check in battery.CHECKS:
            check(world)
    mine = money.world.client(Persona.MEMBER).get("/my/dues/").content.decode()
    matters = money.world.client(Persona.MEMBER).get("/my/matters/").content.decode()
    assert 'href="/my/dues/"' in matters and 'href="/my/funds/"' in matters
    assert "25.00" in mine and money.world.client(Persona.OTHER_BRANCH).get("/my/dues/").status_code == 200
