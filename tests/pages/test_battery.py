"""The kit's battery and flow matrix, on the tool room."""

import pytest

from tests.kit import battery, flows
from tests.pages.app.models import FLOW, Loan
from tests.pages.app.pages import loan_pages
from unionhall.pages import listing


@pytest.fixture
def room(union, keeper, stranger, loan, make_loans, shelf):
    def more(count):
        for obj in make_loans(count):
            obj.notes.create(text="备注")

    loan.notes.create(text="借出前检查")
    return battery.World(
        loan_pages,
        loan,
        keeper,
        stranger,
        more,
        forbidden=loan.borrower,
        good={"ask": {"title": "锤子", "kind": "tool"}, "price": {"fee": "20"}, "lend": {}, "return": {"note": "完好"}},
        bad={"ask": {"title": "", "kind": "horse", "wanted_on": "明天"}, "price": {"fee": "-1"}},
    )


@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
def test_pages_of_loans(check, room):
    check(room)


def test_the_flow_admits_exactly_what_its_table_says(keeper, borrower, stranger):
    def make(state):
        return Loan.objects.create(number="J1", title="扳手", borrower=borrower, state=state, fee=1)

    actors = {"keeper": keeper, "borrower": borrower, "stranger": stranger}
    tried = flows.matrix(FLOW, make, actors)
    assert flows.done(tried) == {
        ("asked", "lend", "keeper"),
        ("out", "return", "keeper"),
        ("out", "return", "borrower"),
    }
    assert tried["asked", "lend", "stranger"] == "NotAllowed"
    assert tried["back", "lend", "keeper"] == "WrongState"


def test_the_battery_sees_a_list_that_asks_for_every_row(room, monkeypatch):
    """The twin: with the join taken away the same check fails."""
    monkeypatch.setattr(listing, "joined", lambda rows, columns: rows)
    with pytest.raises(AssertionError):
        battery.three_records_cost_as_many_queries_as_one(room)
