"""What the forms of a request ask, and beside which field they say what is missing."""

import shutil
import subprocess
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.funds.money_world import a_file
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.files.models import Attachment
from unionhall.flows import Blocked
from unionhall.funds.forms import spending as forms
from unionhall.funds.forms.audits import FindingForm
from unionhall.funds.forms.dues import RemitForm
from unionhall.funds.kinds.audit import AuditKind
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Piece
from unionhall.funds.plain import Payee
from unionhall.funds.services import audits, findings, payments, spending, undoing
from unionhall.kernel import clock
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit


def test_what_it_is_for_is_chosen_and_never_preset(money):
    form = forms.RequestForm({"title": "比赛", "text": "器材", "cash": "甲公司 10"}, user=money.clerk)
    assert list(form.errors) == ["purpose"]


@pytest.mark.parametrize(
    ("fen", "asked"),
    [
        (100_000, {"note": False}),
        (1_000_001, {"decision": True, "decided_on": True, "note": False}),
        (6_000_000, {"decision": True, "decided_on": True, "witness": True, "note": False}),
    ],
)
def test_what_the_rung_needs_is_asked_for_beside_its_field(money, fen, asked):
    request = money.ask(fen)
    form = forms.ApproveForm({}, user=money.chair, obj=request)
    assert {name: field.required for name, field in form.fields.items()} == asked
    assert set(form.errors) == {name for name, required in asked.items() if required}
    request.warnings = ["请核实"]
    assert "请写明核实意见" in str(forms.ApproveForm({}, user=money.chair, obj=request).errors["note"])


def test_a_large_payment_asks_for_its_second_handler_beside_the_field(money):
    assert not forms.PayForm(user=money.cashier, obj=money.ask(1_000_000)).fields["second"].required
    request = money.ask(1_000_001)
    spending.approve(request, by=money.chair, decision="第5次会议", decided_on=request.asked_on)
    form = forms.PayForm({"way": "bank"}, user=money.cashier, obj=request)
    assert "10,000.00元" in str(form.errors["second"])


def test_what_is_owed_upward_is_not_asked_for_by_hand_nor_anything_for_yesterday(money):
    known = {"title": "上解", "text": "上解", "purpose": Purpose.REMITTANCE, "needed_on": clock.today() - timedelta(1)}
    form = forms.RequestForm(known, user=money.clerk)
    assert set(form.errors) == {"purpose", "needed_on", "cash"}
    assert "用款日期早于今天" in str(form.errors["needed_on"])


def test_a_branch_chair_who_sits_in_a_group_asks_for_the_branch(money):
    person = money.world.home.people[Persona.BRANCH_CHAIR]
    branch = person.unit
    person.unit = Unit.objects.create(kind=UnitKind.GROUP, name="第九小组", parent=branch)
    person.save()
    assert money.ask(by=money.branch_chair).unit == branch


def test_a_person_on_two_lines_typed_by_hand_is_asked_about(money):
    twice = [Payee(person=money.member, cash=100), Payee(person=money.member, cash=100)]
    assert "不止一行" in money.ask(purpose=Purpose.HARDSHIP, payees=twice).warnings[0]
    in_goods = [Payee(person=money.member, cash=100), Payee(person=money.member, goods=100)]
    assert findings.about(money.ask(purpose=Purpose.HARDSHIP, payees=in_goods)) == []


def test_a_wrong_paper_is_taken_out_of_the_pack_and_its_file_stays_where_it_proves_a_voucher(money):
    request = money.paid()
    client, page = money.world.client(Persona.CLERK), reverse("funds.requests.drop_evidence", args=[request.pk])
    voucher = payments.book(request, by=money.accountant)
    with pytest.raises(Exception, match="状态"):
        spending.drop_evidence(request, by=money.clerk, piece=request.pieces.first(), reason="传错")
    undoing.reverse(voucher, by=money.accountant, on=clock.today(), reason="发票有误")
    assert "发票 invoice.pdf" in client.get(page).content.decode()
    booked = request.pieces.get(kind=PieceKind.INVOICE)
    client.post(page, {"piece": booked.pk, "reason": "不是这次的发票"})
    request.refresh_from_db()
    assert [kind.value for kind in request.missing_pieces()] == ["invoice"]
    assert Attachment.objects.get(pk=booked.attachment_id).removed_at is None
    assert Event.objects.get(verb="funds.requests.drop_evidence").reason == "不是这次的发票"
    money.attach(request, PieceKind.INVOICE)
    wrong = request.pieces.get(kind=PieceKind.INVOICE)
    spending.drop_evidence(request, by=money.accountant, piece=wrong, reason="又传错")
    assert Attachment.objects.get(pk=wrong.attachment_id).removed_at is not None
    with pytest.raises(Blocked, match="刚被移除"):
        spending.drop_evidence(
            request, by=money.clerk, piece=Piece(pk=wrong.pk, attachment=wrong.attachment), reason="传错"
        )


def test_the_same_invoice_in_two_packs_is_said_in_both(money):
    first, second = money.paid(), money.approved()
    spending.add_evidence(second, by=money.clerk, kind=PieceKind.INVOICE, upload=a_file("另名.pdf"))
    client = money.world.client(Persona.ACCOUNTANT)
    for one, other in ((first, second), (second, first)):
        told = client.get(reverse("funds.requests.detail", args=[one.pk])).content.decode()
        assert f"与{other.number}的发票是同一个文件" in told


def test_a_finding_is_about_a_voucher_of_the_days_audited(money):
    voucher = payments.book(money.paid(), by=money.accountant)
    day = voucher.on
    for first, faults in ((day, set()), (day - timedelta(1), {"voucher"})):
        audit = audits.begin(
            by=money.auditor, title=f"审查{first}", kind=AuditKind.SPECIAL, first_on=first, last_on=first
        )
        facts = {"title": "问题", "text": "情况", "clause": "FIN-11", "due_on": day, "voucher": str(voucher)}
        assert set(FindingForm(facts, user=money.auditor, obj=audit).errors) == faults


def test_who_reviews_many_at_once_reads_what_each_voucher_is(money):
    voucher = payments.book(money.paid(), by=money.accountant)
    address = reverse("funds.vouchers.review.many")
    page = money.world.client(Persona.CHAIR).get(address, {"pk": voucher.pk}).content.decode()
    said = page[page.index("选中了 1 条") :].partition("</ul>")[0]
    assert all(words in said for words in (str(voucher), "跳绳比赛器材", "1,000.00"))


def test_the_voucher_in_pdf_says_what_its_word_form_says(money):
    voucher = payments.book(money.paid(), by=money.accountant)
    answer = money.world.client(Persona.CHAIR).post(reverse("funds.vouchers.pdf", args=[voucher.pk]))
    read = [shutil.which("pdftotext"), "-layout", "-", "-"]
    text = subprocess.run(read, input=answer.content, capture_output=True, check=True).stdout.decode()
    assert all(
        words in text for words in ("付款凭证", str(voucher.number), "壹仟元整", "附单据5张", money.accountant.name)
    )


def test_what_is_owed_upward_stands_beside_what_is_to_be_remitted(money):
    form = RemitForm(user=money.clerk)
    assert (form.initial["amount"], "现有0.00元" in form.fields["amount"].help_text) == (0, True)
