"""One verb for several rows: each that admits it is done, each that does not is named with its reason."""

from tests.pages.app.models import Loan

MANY = "/office/loans/many/lend/"


def test_the_rows_picked_are_named_before_anything_happens(at_desk, make_loans):
    loans = make_loans(2, fee=1)
    page = at_desk.get(MANY, {"pk": [loan.pk for loan in loans]}).content.decode()
    assert "物品1" in page
    assert "物品2" in page
    assert Loan.objects.filter(state="out").count() == 0


def test_each_is_done_or_refused_with_its_reason(at_desk, make_loans):
    loans = make_loans(3, fee=1)
    Loan.objects.filter(pk=loans[0].pk).update(fee=None)
    Loan.objects.filter(pk=loans[1].pk).update(state="back")
    page = at_desk.post(MANY, {"pk": [loan.pk for loan in loans]}).content.decode()
    assert "借用办法第三条" in page
    assert "当前状态是“已还”，不能办理“借出”。" in page
    assert {loan.title for loan in Loan.objects.filter(state="out")} == {"物品3"}


def test_rows_one_does_not_have_are_not_touched(client, make_loans, keeper, borrower):
    mine = make_loans(1, fee=1, borrower=keeper)
    client.force_login(borrower)
    assert client.post(MANY, {"pk": [mine[0].pk]}).status_code == 422
    assert Loan.objects.filter(state="out").count() == 0


def test_nothing_picked_is_said_and_nonsense_is_not_found(at_desk, union):
    assert "还没有选中任何一条" in at_desk.get(MANY).content.decode()
    assert at_desk.post(MANY, {"pk": ["x"]}).status_code == 404


def test_some_are_acted_on_together_once_and_lead_to_what_was_made(at_desk, make_loans, client, borrower):
    loans = make_loans(3, fee=1)
    url, key = "/office/loans/many/pack/", "one-key"
    refused = at_desk.post(url, {"pk": [loans[0].pk], "once": key})
    assert refused.status_code == 409 and "至少两件才能打包。" in refused.content.decode()
    picked = {"pk": [loans[0].pk, loans[1].pk], "once": key}
    first, again = at_desk.post(url, picked), at_desk.post(url, picked)
    made = Loan.objects.get(number="JY-包")
    assert set(made.title.split("、")) == {loans[0].title, loans[1].title}
    assert first.url == again.url == f"/office/loans/{made.pk}/"
    assert "打包借用" not in at_desk.get(first.url).content.decode()
    client.force_login(borrower)
    mine = make_loans(1, fee=1, borrower=borrower)
    assert client.post(url, {"pk": [mine[0].pk]}).status_code == 403
