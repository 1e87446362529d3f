"""The pages of money: the whole road through the browser, who finds what, and the kit's battery."""

from io import BytesIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.funds.money_world import a_file
from tests.kit import battery
from tests.kit.world import Persona
from unionhall.funds import subjects
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Payment, SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import payments, spending
from unionhall.funds.views.requests import request_pages
from unionhall.people.models import Person

GOOD = {"title": "跳绳比赛", "purpose": "culture", "text": "五一比赛", "cash": "利民体育 800 跳绳\n80002 200 一等奖"}


def post(money, user, verb, data=(), request=None):
    client = money.world.client(Persona.CLERK)
    client.force_login(user)
    return client.post(request_pages.url(verb, request), dict(data))


def test_a_request_goes_from_the_clerk_to_the_voucher_in_the_browser(money):
    assert post(money, money.clerk, "draft", GOOD).status_code == 302
    request = SpendingRequest.objects.get()
    assert [str(line) for line in request.payees.all()] == ["利民体育", "member·demo"]
    steps = [
        (money.clerk, "submit", {}),
        (money.chair, "approve", {}),
        (money.cashier, "pay", {"way": "transfer", "paid_on": "2023-04-30", "reference": "8801"}),
        (money.clerk, "add_evidence", {"kind": "invoice", "upload": a_file("发票.pdf")}),
        (money.clerk, "add_evidence", {"kind": "sign_off", "upload": a_file("签领表.pdf")}),
    ]
    for user, verb, data in steps:
        assert post(money, user, verb, data, request).status_code == 302, verb
    page = money.world.client(Persona.ACCOUNTANT).get(request_pages.url("detail", request)).content.decode()
    assert "发票.pdf" in page and "入账前还须补齐" not in page
    assert post(money, money.accountant, "book", {}, request).status_code == 302
    request.refresh_from_db()
    assert (request.state, request.voucher.total) == (State.BOOKED, 1000)
    mine = money.world.client(Persona.MEMBER).get(reverse("my.funds.list")).content.decode()
    assert "跳绳比赛" in mine and "200.00" in mine


def test_the_page_that_refuses_says_the_article(money):
    own = money.ask(by=money.chair)
    answer = post(money, money.chair, "approve", {}, own)
    assert answer.status_code == 403 and "FIN-09" in answer.content.decode()
    paid = money.approved()
    payments.pay(paid, by=money.cashier)
    answer = post(money, money.accountant, "book", {}, paid)
    assert answer.status_code == 409 and "缺一不得入账" in answer.content.decode()
    answer = post(money, money.clerk, "draft", GOOD | {"cash": "利民体育 八百"})
    assert answer.status_code == 422 and "大于零、写到分为止" in answer.content.decode()


def test_cashier_and_accountant_carry_out_what_waits_for_them_in_one_go(money):
    requests = [money.approved(purpose=Purpose.WELFARE) for _n in range(3)]
    for request in requests[:2]:
        for kind in ("invoice", "sign_off"):
            money.attach(request, kind)
    keys = [str(request.pk) for request in requests]
    cashier, accountant = (money.world.client(one) for one in (Persona.CASHIER, Persona.ACCOUNTANT))
    page = cashier.get(reverse("funds.payments"))
    assert all(request.number in page.content.decode() for request in requests)
    assert page.content.decode().count("利民体育用品店 1,000.00") == 3 and "付款（选中的）" in page.content.decode()
    form = {"pk": keys, "way": "transfer", "paid_on": "2023-04-30", "once": "one"}
    assert cashier.post(reverse("funds.payments"), form | {"pk": []}).status_code == 422
    for _twice in range(2):
        assert cashier.post(reverse("funds.payments"), form).status_code == 302
    assert Payment.objects.count() == 3
    waiting = accountant.get(reverse("funds.booking")).content.decode()
    assert waiting.count("还缺：发票、签领或验收") == 1 and waiting.count(" checked") == 2
    answer = accountant.post(reverse("funds.booking"), {"pk": keys})
    said = accountant.get(answer.url).content.decode()
    assert "办理2笔，未办理1笔" in said and "缺一不得入账" in said
    assert cashier.get(reverse("funds.booking")).status_code == 404


@pytest.fixture
def hidden(money, monkeypatch):
    """A request about a record only the chair may see: confidential persons stand in for a hardship file."""
    monkeypatch.setattr(subjects, "_subjects", dict(subjects.taken()))
    subjects.take(
        Person,
        rows=lambda user: Person.objects.filter(user=user.pk),
        url=lambda obj, user: "/",
        confidential=True,
    )
    payee = Payee(person=money.member, cash=100_000)
    return money.ask(subject=money.member, by=money.chair, title="困难帮扶", purpose=Purpose.HARDSHIP, payees=[payee])


@pytest.mark.parametrize(
    ("persona", "finds"),
    [(Persona.CLERK, False), (Persona.BRANCH_CHAIR, False), (Persona.CHAIR, True), (Persona.CASHIER, True),
     (Persona.ACCOUNTANT, True), (Persona.AUDITOR, True)],
)  # fmt: skip
def test_a_confidential_request_is_found_by_finance_alone(money, hidden, persona, finds):
    client = money.world.client(persona)
    assert (hidden.number in client.get(request_pages.url("list")).content.decode()) is finds
    assert client.get(request_pages.url("detail", hidden)).status_code == (200 if finds else 404)
    found = client.get(reverse("search.results"), {"q": hidden.number}).content.decode()
    assert (request_pages.url("detail", hidden) in found) is finds


@pytest.mark.parametrize(
    ("persona", "named"),
    [(Persona.CHAIR, True), (Persona.CASHIER, True), (Persona.ACCOUNTANT, True), (Persona.AUDITOR, False)],
)
def test_whom_a_confidential_request_pays_is_known_to_who_handles_its_money(money, hidden, persona, named):
    client, name, department = money.world.client(persona), money.member.name, money.member.department.name
    hidden.warnings = [f"{name}不是在会会员"]
    hidden.save(update_fields=["warnings"])
    page = client.get(request_pages.url("detail", hidden)).content.decode()
    assert (f">{name}<" in page, f"{name}不是" in page, department in page) == (named, named, named)
    assert (f"{name[:1]}某" in page) is not named and "1,000.00" in page
    paper = client.post(reverse("funds.requests.word", args=[hidden.pk]))
    assert paper.status_code == (200 if named else 404)
    hits = client.get(reverse("search.results"), {"q": name}).content.decode()
    assert request_pages.url("detail", hidden) not in hits
    sheet = CalamineWorkbook.from_filelike(
        BytesIO(client.post(request_pages.url("export")).content)
    ).get_sheet_by_index(0)
    assert hidden.number in str(sheet.to_python()) and name not in str(sheet.to_python())


def test_what_is_attached_to_it_and_what_was_said_on_its_road_tell_no_name_either(money, hidden):
    """A sign-off sheet is named after who signed, an opinion names whom it is about; the voucher keeps its kind alone."""
    name, hidden.account = money.member.name, "50102"  # which the budget has
    hidden.save(update_fields=["account"])
    sheet = spending.add_evidence(hidden, by=money.cashier, kind=PieceKind.SIGN_OFF, upload=a_file(f"{name}签收单.pdf"))
    spending.approve(hidden, by=money.vice_chair(), note=f"{name}情况属实")
    payments.pay(hidden, by=money.cashier, reference="现场发放")
    voucher = payments.book(hidden, by=money.accountant)
    addresses = [request_pages.url("detail", hidden), reverse("funds.vouchers.detail", args=[voucher.pk])]
    opened = reverse("files.download", args=[sheet.attachment_id])
    for persona, knows in ((Persona.AUDITOR, False), (Persona.ACCOUNTANT, True)):
        client = money.world.client(persona)
        pages = [client.get(address).content.decode() for address in addresses]
        assert [name in page for page in pages] == [knows, False]
        assert "签领或验收" in pages[0] and client.get(opened).status_code == (200 if knows else 404)


def test_without_the_mask_whoever_reads_along_would_read_the_name(money, hidden, monkeypatch):
    monkeypatch.setattr(type(hidden), "names_payees_to", lambda request, user: True)
    page = money.world.client(Persona.AUDITOR).get(request_pages.url("detail", hidden)).content.decode()
    assert f">{money.member.name}<" in page


def test_pages_of_requests(money):
    request = money.ask()
    bad = {
        "refuse": {"reason": ""},
        "withdraw": {"reason": ""},
        "draft": {"cash": "x"},
    }
    world = battery.World(
        request_pages,
        request,
        allowed=money.chair,
        stranger=money.world.user(Persona.MEMBER),
        forbidden=money.auditor,
        more=lambda count: [money.ask() for _n in range(count)],
        good={"draft": GOOD, "approve": {}},
        bad=bad,
    )
    for check in battery.CHECKS:
        check(world)
