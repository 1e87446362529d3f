"""Whom a request pays, as a clerk types it: read as it is meant, or refused with the line."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from unionhall.funds.forms.payees import PayeesField


def read(text):
    return [(one.name, Decimal(one.cash) / 100, one.text) for one in PayeesField().clean(text)]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("甲公司 1,200 场地", ("甲公司", 1200, "场地")),
        ("甲公司 １，２００．５０元　场地", ("甲公司", Decimal("1200.5"), "场地")),
        ("甲公司，1200.50，水杯", ("甲公司", Decimal("1200.5"), "水杯")),
        ("甲公司 1,234,567", ("甲公司", 1_234_567, "")),
        ("甲公司 ¥800", ("甲公司", 800, "")),
        ("甲公司 500 200元购物袋", ("甲公司", 500, "200元购物袋")),
        ("甲公司；500；水杯，50只", ("甲公司", 500, "水杯,50只")),
    ],
)
def test_an_amount_is_read_as_the_house_prints_it(world, line, meant):
    assert read(line) == [meant]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("甲公司,1,200,场地", "逗号看不出是千分位还是分隔"),
        ("甲公司，500,100 个", "逗号看不出"),
        ("甲公司 1200,200 场地", "逗号看不出"),
        ("甲公司 1,20 场地", "逗号看不出"),
        ("甲公司 -5", "大于零、写到分为止"),
        ("甲公司 5.005", "大于零、写到分为止"),
        ("甲公司 0", "应大于零"),
        ("甲公司 99999999999", "超过上限1,000,000,000.00元"),
        ("甲" * 81 + " 5", "至多80个字"),
        ("甲公司 5 " + "说" * 101, "说明至多100个字"),
        ("甲公司", "收款方 金额 说明"),
        ("99998 200 奖金", "没有找到工号“99998”"),
    ],
)
def test_a_line_that_is_not_certain_is_refused_by_itself(world, line, why):
    with pytest.raises(ValidationError, match=why) as refused:
        read(f"利民商店 100\n{line}")
    assert line.split()[0][:3] in str(refused.value)


def test_who_is_on_the_roster_is_a_person(money):
    paid = PayeesField().clean("80002 1,200 一等奖")
    assert [(one.person, one.cash) for one in paid] == [(money.member, 120_000)]
