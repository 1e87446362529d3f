"""Caps as pure rules: nothing beyond a bound is let through, everything within it is."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from unionhall.care import data
from unionhall.care.kinds.words import Form, Relation, Source
from unionhall.care.rules import standards
from unionhall.care.rules.standards import Ask, Bound

FEN = Decimal("0.01")
amounts = st.integers(0, 300_000).map(lambda fen: Decimal(fen) / 100)
bound_rows = st.builds(
    Bound,
    name=st.just("住院"),
    clause=st.just("省细则第九条"),
    once=amounts,
    year=st.none() | amounts,
    times=st.none() | st.integers(0, 3),
    for_relatives=st.booleans(),
    form=st.sampled_from(list(Form)),
)
asks = st.builds(
    Ask,
    cash=amounts,
    goods=amounts,
    relation=st.sampled_from([Relation.SELF, Relation.PARENT]),
    source=st.sampled_from([Source.UNION, Source.RETIREES]),
    is_member=st.booleans(),
    is_retired=st.booleans(),
    spent=amounts,
    times=st.integers(0, 4),
)


def allowed_slowly(ask, bounds):
    """The rules once more, one sentence each, obvious and without order."""
    from_union = ask.source == Source.UNION
    return not (
        (from_union and (ask.is_retired or not ask.is_member))
        or any(ask.relation != Relation.SELF and not bound.for_relatives for bound in bounds)
        or any(ask.cash > 0 and bound.form == Form.GOODS for bound in bounds)
        or any(ask.cash + ask.goods > bound.once for bound in bounds)
        or any(bound.times is not None and ask.times + 1 > bound.times for bound in bounds)
        or any(bound.year is not None and ask.spent + ask.cash + ask.goods > bound.year for bound in bounds)
    )


@settings(max_examples=100, deadline=None)
@given(asks, st.lists(bound_rows, max_size=3))
def test_what_is_let_through_is_exactly_what_every_rule_allows(ask, bounds):
    assert (standards.problem(ask, bounds) is None) == allowed_slowly(ask, bounds)


@settings(max_examples=60, deadline=None)
@given(bound_rows, amounts, amounts)
def test_a_cap_is_inclusive_and_one_fen_more_is_refused_with_the_clause(bound, spent, cap_year):
    bound = replace(bound, form=Form.ANY, times=None, year=spent + bound.once + cap_year)
    ask = Ask(cash=bound.once, spent=spent)
    assert standards.problem(ask, [bound]) is None
    refused = standards.problem(replace(ask, cash=bound.once + FEN), [bound])
    assert bound.clause in refused and f"{bound.once + FEN:,.2f}" in refused


@settings(max_examples=60, deadline=None)
@given(st.lists(bound_rows, min_size=1, max_size=3), amounts, amounts, st.integers(0, 3))
def test_the_guard_of_the_update_says_the_same_as_the_rule(bounds, total, spent, times):
    most, often = standards.room(bounds, total)
    fits = (most is None or spent <= most) and (often is None or times < often)
    by_rule = all(
        (one.year is None or spent + total <= one.year) and (one.times is None or times < one.times) for one in bounds
    )
    assert fits == by_rule


def test_a_table_of_refusals():
    bound = Bound("生日", "省细则第八条", Decimal(300), Decimal(300), 1, form=Form.GOODS)
    table = {
        Ask(goods=Decimal(300)): None,
        Ask(goods=Decimal("300.01")): "每次不超过300.00元，这次是300.01元",
        Ask(cash=Decimal(100)): "只能发放慰问品",
        Ask(goods=Decimal(100), times=1): "每人每年不超过1次",
        Ask(goods=Decimal(100), relation=Relation.PARENT): "不含亲属",
        Ask(goods=Decimal(100), is_retired=True): "离退休公用经费列支",
        Ask(goods=Decimal(100), is_member=False): "须是在会会员",
        Ask(goods=Decimal(-1)): "不能是负数",
    }
    for ask, words in table.items():
        reason = standards.problem(ask, [bound])
        assert (reason is None) if words is None else (words in reason), ask


def test_every_line_of_the_starting_tables_has_its_source_year_and_verification():
    lines = data.standards()
    assert {line["set"] for line in lines} == {"贵州（2018）", "安徽（2018）", "安徽（2025）", "广东（2018）"}
    assert all(line["source"] and line["year"] >= 2018 and line["checked"] in "PS" for line in lines)
    assert all(
        line["form"] == Form.GOODS for line in lines if line["occasion"] in ("festival", "birthday", "retirement")
    )
    assert {line["occasion"] for line in lines if line["for_relatives"]} == {"bereavement"}
