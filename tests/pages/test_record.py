"""Records: facts, the steps one may take, the road so far."""

from decimal import Decimal

from django.db import transaction

from tests.pages.app.models import FLOW, Loan, Shelf
from tests.pages.app.pages import give_back, price
from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit import services as audit
from unionhall.pages import history
from unionhall.pages.declare import declared
from unionhall.pages.history import Change, road


def page_of(client, loan):
    return client.get(f"/office/loans/{loan.pk}/").content.decode()


def test_a_record_shows_facts_steps_and_the_road(at_desk, loan, keeper):
    page = page_of(at_desk, loan)
    for text in (
        "扳手",
        "待借",
        "等保管员办理",
        "证件号码",
        "******",
        "扳手要擦干净",
        "借出",
        "定押金",
        "还没有办理过。",
    ):
        assert text in page
    assert "110101199001010012" not in page


def test_a_step_that_is_blocked_is_greyed_with_its_reason(at_desk, loan):
    assert f"/office/loans/{loan.pk}/lend/" in page_of(at_desk, loan)
    Loan.objects.filter(pk=loan.pk).update(fee=None)
    page = page_of(at_desk, loan)
    assert "还没有填写押金，不能借出（借用办法第三条）。请先填写押金。" in page
    assert f"/office/loans/{loan.pk}/lend/" not in page


def test_who_may_not_take_a_step_does_not_see_it_nor_the_keepers_panel(client, loan):
    client.force_login(loan.borrower)
    page = page_of(client, loan)
    assert "借出" not in page
    assert "定押金" not in page
    assert "要擦干净" not in page


def test_a_record_of_another_union_and_a_missing_one_answer_alike(client, loan, other_union):
    with in_union(other_union):
        intruder = User.objects.create_user(other_union, "keeper9", "邻居")
    client.force_login(intruder)
    assert client.get(f"/office/loans/{loan.pk}/").status_code == 404
    assert client.get("/office/loans/01890000-0000-7000-8000-000000000000/").status_code == 404


def test_related_rows_are_paged_under_their_own_name(at_desk, loan):
    for number in range(60):
        loan.notes.create(text=f"第{number:02}条")
    assert "第59条" not in page_of(at_desk, loan)
    assert "第59条" in at_desk.get(f"/office/loans/{loan.pk}/?notes=6").content.decode()


def test_parts_without_anything_are_told_in_one_line(at_desk, loan):
    assert "暂无：备注" in page_of(at_desk, loan)
    loan.notes.create(text="扳手借出前已上油")
    assert "暂无" not in page_of(at_desk, loan)


def test_the_road_says_who_did_what_and_what_changed_in_words(at_desk, loan, keeper):
    price(loan, by=keeper, fee=Decimal("20"))
    FLOW.fire(loan, "lend", by=keeper, fields={"shelf": Shelf.objects.create(name="西墙")})
    give_back(loan, by=keeper, note="完好")
    page = page_of(at_desk, loan)
    for text in ("定押金", "1,000.00", "20.00", "借出", "待借", "东墙", "西墙", "归还", "已还", "完好", "管库"):
        assert text in page, text


@transaction.atomic
def tell(loan, keeper, before, after, verb="toolroom.mend"):
    audit.record(verb, loan, by=keeper, before=before, after=after)
    return road(type(loan)._meta.apps.get_model("audit.Event").objects.about(loan), Loan, lambda verb: None)[0]


def test_a_secret_is_masked_on_the_road_even_if_it_was_recorded_in_clear(loan, keeper):
    entry = tell(loan, keeper, {"secret": ""}, {"secret": "110101199001010012"})
    assert entry.changes == [Change("证件号码", "—", "******")]


def test_the_road_knows_choices_references_and_what_is_gone(loan, keeper, shelf):
    entry = tell(
        loan,
        keeper,
        {"kind": "tool", "shelf": str(shelf.pk), "nonsense": 1},
        {"kind": "book", "shelf": "01890000-0000-7000-8000-000000000000", "nonsense": 2},
    )
    assert sorted(entry.changes, key=lambda change: change.label) == [
        Change("类别", "工具", "图书"),
        Change("货架", "东墙", "已不在册"),
    ]


def test_a_module_tells_how_its_verbs_read(loan, keeper, monkeypatch):
    monkeypatch.setattr(history, "_labels", {})
    assert tell(loan, keeper, {}, {}).what == "toolroom.mend"
    history.says("toolroom.mend", "修理")
    assert tell(loan, keeper, {}, {}).what == "修理"


def test_the_record_costs_as_many_queries_whatever_happened_to_it(at_desk, loan, keeper, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        with CaptureQueriesContext(connection) as queries:
            page_of(at_desk, loan)
        return len(queries)

    FLOW.fire(loan, "lend", by=keeper, fields={"shelf": Shelf.objects.create(name="西墙")})
    loan.notes.create(text="一")
    once = cost()
    for number in range(3):
        loan.notes.create(text="多")
        tell(loan, keeper, {"shelf": str(loan.shelf_id)}, {"shelf": str(Shelf.objects.create(name=f"{number}").pk)})
    assert cost() == once


def test_every_declaration_is_known():
    assert "loans" in {pages.name for pages in declared()}


def test_a_reference_noted_by_its_number_is_said_as_it_stands(at_desk, loan, keeper):
    tell(loan, keeper, {"shelf": None}, {"shelf": "2023-11 号架"})
    assert "2023-11 号架" in page_of(at_desk, loan)
