"""What the forms of a request ask, and beside which field they say what is missing."""

import pytest

from unionhall.funds import forms
from unionhall.funds.services import spending


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
