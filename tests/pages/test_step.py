"""Steps: the rule before, the reason beside the field, refusals in words, and once only."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from tests.pages.app import pages as toolroom
from tests.pages.app.models import Loan, Note
from tests.pages.app.pages import loan_pages
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.pages.forms import DASHES, PickField, StepForm
from unionhall.pages.models import Receipt
from unionhall.pages.once import forget_old

ASK = "/office/loans/ask/"


def test_the_rule_stands_before_the_fields(at_desk, loan):
    assert "押金不超过物品价格。" in at_desk.get(f"/office/loans/{loan.pk}/price/").content.decode()
    Loan.objects.filter(pk=loan.pk).update(state="out")
    assert "请检查扳手是否完好。" in at_desk.get(f"/office/loans/{loan.pk}/return/").content.decode()


def test_a_step_is_taken_said_and_leads_back(at_desk, loan):
    response = at_desk.post(f"/office/loans/{loan.pk}/price/", {"fee": "12.50"}, follow=True)
    assert response.redirect_chain == [(f"/office/loans/{loan.pk}/", 302)]
    assert "押金已定。" in response.content.decode()
    loan.refresh_from_db()
    assert str(loan.fee) == "12.50"


def test_a_key_that_cannot_be_ours_counts_as_none(at_desk, loan):
    assert at_desk.post(f"/office/loans/{loan.pk}/price/", {"fee": "12.50", "once": "\x00"}).status_code == 302
    assert not Receipt.objects.exists()


def test_what_is_known_is_not_asked_again(at_desk, loan):
    assert 'value="1000.00"' in at_desk.get(f"/office/loans/{loan.pk}/price/").content.decode()
    assert 'value="锤子"' in at_desk.get(f"{ASK}?title=锤子&once=x").content.decode()


def test_a_list_with_nothing_chosen_asks_to_choose(at_desk, shelf):
    page = at_desk.get(ASK).content.decode()
    assert '<option value="" selected>请选择</option>' in page and str(shelf) in page and DASHES not in page


class NoteForm(StepForm):
    note = PickField(lambda user: Note.objects.all(), of="loan", offered=lambda note: f"备注：{note.text}")
    same_shelf = PickField(lambda user: Loan.objects.all(), of="shelf")


def test_one_picks_among_what_belongs_to_the_record_in_its_own_words(loan, shelf, borrower):
    other = Loan.objects.create(number="J0002", title="锤子", borrower=borrower)
    own = Note.objects.create(loan=loan, text="刃口缺损")
    Note.objects.create(loan=other, text="手柄松动")
    fields = NoteForm(user=borrower, obj=loan).fields
    assert list(fields["note"].choices)[1:] == [(own.pk, "备注：刃口缺损")]
    assert list(fields["same_shelf"].queryset) == [loan]
    assert not NoteForm(user=borrower).fields["note"].queryset


def test_bad_input_stays_in_the_form_with_the_reason_beside_it(at_desk, union):
    response = at_desk.post(ASK, {"title": "锤" * 61, "kind": "tool", "wanted_on": "2023年2月30日"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_title"' in page
    assert 'id="id_title_error"' in page
    assert "锤" * 61 in page
    assert not Loan.objects.exists()


def test_days_are_understood_as_people_write_them(at_desk, union):
    for written in ("2023-05-01", "2023年5月1日", "2023.5.1", "20230501", "2023/5/1"):
        assert at_desk.post(ASK, {"title": "锤子", "kind": "tool", "wanted_on": written}).status_code == 302, written
    assert {str(loan.wanted_on) for loan in Loan.objects.all()} == {"2023-05-01"}


def test_a_step_from_another_state_is_409_in_words(at_desk, loan):
    address = f"/office/loans/{loan.pk}/return/"
    for response in (at_desk.get(address), at_desk.post(address, {"note": "完好"})):
        assert response.status_code == 409
        assert "当前状态是“待借”，不能办理“归还”。" in response.content.decode()
    assert 'value="完好"' in response.content.decode()


def test_a_blocked_step_gives_its_rule(at_desk, loan):
    Loan.objects.filter(pk=loan.pk).update(fee=None)
    response = at_desk.post(f"/office/loans/{loan.pk}/lend/")
    assert response.status_code == 409
    assert "借用办法第三条" in response.content.decode()


def test_a_step_for_others_is_403(client, loan):
    client.force_login(loan.borrower)
    response = client.post(f"/office/loans/{loan.pk}/price/", {"fee": "1"})
    assert response.status_code == 403
    assert "您不能办理“定押金”这一步。" in response.content.decode()


def test_get_takes_no_step(at_desk, loan):
    at_desk.get(f"/office/loans/{loan.pk}/lend/")
    loan.refresh_from_db()
    assert loan.state == "asked"


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (Blocked("物品正在修理。"), 409),
        (NotAllowed("您不在保管员名单里。"), 403),
        (ValidationError("押金超过物品价格。"), 422),
    ],
)
def test_what_a_service_refuses_stands_on_the_same_form(at_desk, loan, monkeypatch, refusal, status):
    def refuses(loan, *, by, fee):
        Loan.objects.filter(pk=loan.pk).update(title="改了一半")
        raise refusal

    monkeypatch.setitem(loan_pages.verbs, "price", toolroom.Verb(toolroom.PriceForm, refuses, label="定押金"))
    response = at_desk.post(f"/office/loans/{loan.pk}/price/", {"fee": "7", "once": "k"})
    page = response.content.decode()
    assert response.status_code == status
    assert (refusal.message if status == 422 else str(refusal)) in page
    assert 'value="7"' in page
    assert 'value="k"' in page
    assert Loan.objects.get().title == "扳手"
    assert not Receipt.objects.exists()


def test_a_form_sent_twice_acts_once_and_leads_to_the_same_place(at_desk, union):
    key = re.search(r'name="once" value="([\w-]+)"', at_desk.get(ASK).content.decode())[1]
    answers = [at_desk.post(ASK, {"title": "锤子", "kind": "tool", "once": key}) for _ in range(2)]
    assert answers[0].url == answers[1].url == f"/office/loans/{Loan.objects.get().pk}/"


def test_the_twin_without_its_key_the_same_form_acts_twice(at_desk, union):
    for _ in range(2):
        at_desk.post(ASK, {"title": "锤子", "kind": "tool"})
    assert Loan.objects.count() == 2


def test_the_key_of_a_form_nobody_sends_again_is_forgotten(at_desk, union):
    at_desk.post(ASK, {"title": "锤子", "kind": "tool", "once": "key"})
    forget_old()
    assert Receipt.objects.count() == 1
    with clock.pinned(clock.now() + timedelta(days=3)):
        forget_old()
    assert not Receipt.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_acts_once_though_both_arrive_together(at_desk, keeper):
    clients = [Client() for _ in range(4)]
    for client in clients:
        client.force_login(keeper)
    together = Barrier(len(clients))

    def tap(client):
        together.wait()
        try:
            return client.post(ASK, {"title": "锤子", "kind": "tool", "once": "key"}).url
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as hands:
        answers = list(hands.map(tap, clients))
    assert set(answers) == {f"/office/loans/{Loan.objects.get().pk}/"}


def test_a_key_serves_its_own_user_alone(at_desk, client, union, borrower):
    at_desk.post(ASK, {"title": "锤子", "kind": "tool", "once": "key"})
    client.force_login(borrower)
    client.post(ASK, {"title": "钉子", "kind": "tool", "once": "key"})
    assert Loan.objects.count() == 2


def test_when_the_record_is_no_longer_theirs_it_leads_to_the_list(at_desk, loan, monkeypatch):
    monkeypatch.setattr(loan_pages, "rows", lambda user: Loan.objects.filter(state="asked"))
    assert at_desk.post(f"/office/loans/{loan.pk}/lend/").url == "/office/loans/"
