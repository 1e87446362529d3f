"""The checker over facts of the May Day meet and a union of two thousand members, without any database."""

from datetime import date
from decimal import Decimal

import pytest

from unionhall.duty.check.claims import find
from unionhall.duty.check.evidence import Evidence, Fact
from unionhall.duty.check.judging import marks
from unionhall.duty.check.marks import Status

MEET = "五一劳动节职工运动会"


def fact(label, value, unit, context="", before=None):
    return Fact(label, unit, lambda: value, context, "/figures/x/", lambda: before)


EVIDENCE = Evidence(
    facts=(
        fact("参加人次", 329, "人次", MEET),
        fact("比赛项目", 9, "项", MEET),
        fact("发放奖品", 400, "个", MEET),
        fact("参加人数", 214, "人", MEET),
        fact("参加人数", 58, "人", "职工歌唱比赛"),
        fact("参加人数", 983, "人", "迎春职工合唱比赛"),
        fact("会员人数", 2107, "人"),
        fact("募捐善款", Decimal("25340.00"), "元", "为职工募捐"),
        fact("提案收到份数", 53, "份"),
        fact("服务站点", 5, "处"),
        fact("提案办复率", Decimal("1"), "%"),
        fact("会员参与率", Decimal("0.8640"), "%"),
        fact("规模位次", 1, "位", "迎春职工合唱比赛"),
        fact("全年服务", 1200, "人次", "窗口服务", before=900),
    ),
    first=date(2023, 1, 1),
    last=date(2023, 12, 31),
    members=2107,
    happened={date(2023, 5, 1): MEET},
    told=("5月1日举办第五届职工运动会。",),
    persons=frozenset({"高明亮", "康素"}),
)


def statuses(text):
    return [(mark.claim.quote, mark.status) for mark in marks(text, EVIDENCE)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("5月1日，全院职工运动会设9个项目，329人次上场，领走奖品400个。", ["5月1日", "9个", "329人次", "400个"]),
        ("运动会参加的有三百二十九人次。", ["三百二十九人次"]),
        ("合唱比赛有近1000人登台。", ["近1000人"]),
        ("全院会员2000余人，服务站点5处。", ["2000余人", "5处"]),
        ("募捐到善款25000余元。", ["25000余元"]),
        ("募捐善款2.5万余元。", ["2.5万余元"]),
        ("运动会329人次上场、募捐善款25,340.00元。", ["329人次", "25,340.00元"]),
        ("收到提案50多份。", ["50多份"]),
        ("举办了第五届职工运动会。", ["第五届"]),
        ("窗口服务突破1000人次。", ["突破1000人次"]),
        ("会员参与率达到86.4%。", ["86.4%"]),
        ("会员参与率为百分之八十六。", ["百分之八十六"]),
        ("提案做到件件有办复。", ["件件"]),
        ("合唱比赛是规模最大的一次。", ["最大"]),
    ],
)
def test_what_the_records_say_is_backed(text, quotes):
    assert statuses(text) == [(quote, Status.BACKED) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("运动会有392人次参加。", Status.DIFFERS, "记录为 329人次"),
        ("运动会发放奖品450个。", Status.DIFFERS, "记录为 400个"),
        ("运动会有329人参加人数统计在内。", Status.DIFFERS, "记录为 214人"),
        ("全年服务突破十万人次。", Status.IMPLAUSIBLE, "平均每人 47.5 次"),
        ("参加活动的有9000人。", Status.IMPLAUSIBLE, "会员数的 4.3 倍"),
        ("购置乒乓球台37张，装修面积37平方米，花费88.80元。", Status.NO_RECORD, "没有这个数"),
        ("7月3日上级来院验收。", Status.NO_RECORD, "这一天没有记录"),
        ("2022年5月1日举行了比赛。", Status.OUTSIDE, "不在 2023-01-01"),
        ("去年有329人次参加运动会。", Status.OUTSIDE, "另一个期间"),
        ("43人参加测评，其中满意的40人，满意率为98%。", Status.WRONG_SHARE, "40 ÷ 43 = 93%"),
        ("职工满意度达到100%。", Status.ABSOLUTE, "没有一项比例"),
        ("这是全省首家。", Status.ABSOLUTE, "首家"),
        ("合唱比赛水平最高。", Status.ABSOLUTE, "最高"),
        ("职工高明亮得到了帮助。", Status.PRIVATE, "个人信息保护法第二十五条"),
        ("看望了职工康素。", Status.PRIVATE, "个人信息保护法第二十五条"),
        ("走访慰问困难户58人。", Status.NO_RECORD, "没有这个数"),
        ("大会有近200人参加。", Status.NO_RECORD, "没有这个数"),
        ("召开了第三届第二次大会。", Status.NO_RECORD, "没有这个届次"),
    ],
)
def test_every_other_claim_is_marked_with_its_reason(text, status, reason):
    last = marks(text, EVIDENCE)[-1]
    assert (last.status, reason in last.reason) == (status, True), last


def test_a_share_stated_with_its_parts_is_right_by_their_division():
    assert statuses("215人中有107人参加，占50%。")[-1] != ("50%", Status.WRONG_SHARE)
    assert statuses("214人中有107人参加，占40%。")[-1] == ("40%", Status.WRONG_SHARE)


def test_passed_is_not_said_twice():
    again = Evidence(
        facts=(fact("全年服务", 1200, "人次", "窗口服务", before=1100),), first=EVIDENCE.first, last=EVIDENCE.last
    )
    assert [mark.status for mark in marks("窗口服务突破1000人次。", again)] != [Status.BACKED]


@pytest.mark.parametrize(
    "text",
    [
        "一、履职情况",
        "一是走访，二是慰问，三是帮扶。",
        "做到两个文明一起抓。",
        "依据《工会法》第四十五条。",
        "“五必访”落到实处。",
        "举办了一次讲座。",
        "第一，加强学习。",
        "履行四项职能。",
        "",
        "2023年的工作",
    ],
)
def test_ordinary_words_are_no_claims(text):
    assert find(text, EVIDENCE.persons) == []


def test_a_sentence_without_a_subject_has_that_of_its_paragraph():
    assert statuses("五一举行了运动会。共有329人次参加。\n共有329人次参加。") == [
        ("329人次", Status.BACKED),
        ("329人次", Status.NO_RECORD),
    ]


def test_a_claim_knows_where_it_stands():
    text = "运动会很热闹。共有329人次参加。"
    claim = find(text)[0]
    assert text[claim.start : claim.end] == claim.quote == "329人次"


def test_facts_are_asked_only_when_a_claim_could_be_about_them():
    def never():
        raise AssertionError("asked in vain")

    evidence = Evidence(facts=(Fact("捐款", "元", never),), first=EVIDENCE.first, last=EVIDENCE.last)
    assert [mark.status for mark in marks("有30人次参加。", evidence)] == [Status.NO_RECORD]
