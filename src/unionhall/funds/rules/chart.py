"""The chart of accounts a union starts with, and which account money of each source meets.

Names follow the union accounting rules (财会〔2021〕7号, in force since 2022-01-01, FIN-15). Codes are numbered in the order the
rules list the accounts and were not compared with the full text, hence `checked`; a union edits what it finds otherwise.
"""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from unionhall.funds.kinds.ledger import IN_CUSTODY, AccountKind, FundKind, Level, Way

SOURCE = _("工会会计制度（财会〔2021〕7号）")
CASH, BANK, RECEIVABLE, GOODS, FIXED = "101", "102", "135", "141", "162"
PAYABLE_UP, PAYABLE, CUSTODY = "221", "225", "231"
CARRIED, SURPLUS = "311", "321"
DUES, CONTRIBUTION, UPPER, GOVERNMENT, EMPLOYER, OTHER_INCOME = "401", "402", "403", "404", "405", "408"
OTHER_EXPENSE = "510"
KINDS = {"1": AccountKind.ASSET, "2": AccountKind.LIABILITY, "3": AccountKind.NET, "4": AccountKind.INCOME}
MONEY = (CASH, BANK)
HELD_IN = {Way.CASH: CASH, Way.TRANSFER: BANK, Way.GOODS: GOODS}


class Start(NamedTuple):
    """One account of the starting set; `checked` is the rulebook's mark of how far it was compared."""

    code: str
    name: str
    level: str = Level.ALL
    checked: str = "S"


def kind_of(code: str) -> AccountKind:
    """The element an account belongs to, by the first digit of its code."""
    return KINDS.get(code[:1], AccountKind.EXPENSE)


# It is read as a table:
# fmt: off
START = (
    Start(CASH, "库存现金"), Start(BANK, "银行存款"), Start("131", "应收上级经费"), Start(RECEIVABLE, "其他应收款"),
    Start(GOODS, "库存物品"), Start("151", "投资"), Start("161", "在建工程"), Start(FIXED, "固定资产"),
    Start("211", "借入款"), Start(PAYABLE_UP, "应付上级经费"), Start(PAYABLE, "其他应付款"), Start(CUSTODY, "代管经费"),
    Start("301", "资产基金", checked="unverified"), Start("302", "专用基金", checked="unverified"),
    Start(CARRIED, "工会资金结转"), Start(SURPLUS, "工会资金结余"),
    Start(DUES, "会费收入"), Start(CONTRIBUTION, "拨缴经费收入"), Start(UPPER, "上级补助收入"),
    Start(GOVERNMENT, "政府补助收入"), Start(EMPLOYER, "行政补助收入"),
    Start("406", "附属单位上缴收入", checked="unverified"), Start("407", "投资收益"), Start(OTHER_INCOME, "其他收入"),
    Start("501", "职工活动支出", Level.BASIC, "P"),
    Start("50101", "职工教育", Level.BASIC), Start("50102", "文体活动", Level.BASIC), Start("50103", "宣传活动", Level.BASIC),
    Start("50104", "劳模职工疗休养", Level.BASIC, "unverified"), Start("50105", "会员活动", Level.BASIC, "unverified"),
    Start("50106", "职工集体福利", Level.BASIC), Start("50199", "其他活动", Level.BASIC),
    Start("502", "职工活动组织支出", Level.COUNTY, "unverified"), Start("503", "职工服务支出", Level.COUNTY, "unverified"),
    Start("504", "维权支出"),
    Start("50401", "劳动关系协调"), Start("50402", "劳动保护"), Start("50403", "法律援助"), Start("50404", "困难职工帮扶"),
    Start("50405", "送温暖"), Start("50499", "其他维权"),
    Start("505", "业务支出"),
    Start("50501", "培训"), Start("50502", "会议"), Start("50503", "专项业务"), Start("50599", "其他业务"),
    Start("506", "行政支出", Level.COUNTY, "unverified"),
    Start("507", "资本性支出"), Start("50701", "办公设备购置"), Start("50799", "其他资本性支出"),
    Start("508", "补助下级支出"), Start("509", "对附属单位的支出", checked="unverified"), Start(OTHER_EXPENSE, "其他支出"),
)
# fmt: on
INCOME_OF = {FundKind.UPPER: UPPER, FundKind.GOVERNMENT: GOVERNMENT}


def named(code: str) -> str:
    """An account of the starting set as the book shows it."""
    return next(f"{one.code} {one.name}" for one in START if one.code == code)


def receipt_account(kind: str, given: str = "") -> str:
    """The account credited when money of a source comes in: others' money is held in custody, the rest is income.

    `given` names the income of the union's own money, such as dues; other income when nothing is named.
    """
    if kind in IN_CUSTODY:
        return CUSTODY
    return INCOME_OF.get(FundKind(kind)) or given or OTHER_INCOME


def payment_account(kind: str, purpose: str) -> str:
    """The account debited when money of a source is spent for a purpose's account: custody shrinks, or it is expense.

    What the employer pays for the retired is never the union's expense (CARE-14), nor is what colleagues gave.
    """
    return CUSTODY if kind in IN_CUSTODY else purpose


def remainder_account(kind: str) -> str:
    """The account debited when what is left of a purse goes elsewhere: custody shrinks, or what was carried on does."""
    return CUSTODY if kind in IN_CUSTODY else CARRIED
