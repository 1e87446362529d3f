"""What union money may not pay for: a table of named checks, each with its clause.

A binding check refuses the request; the others stand as a warning beside it, which the approver answers in words. What
can be known from facts (who is paid, from which fund, for which record) is known from facts; the rest from the words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.kinds.purpose import PERSONAL, Purpose
from unionhall.kernel.money import shown

BEYOND = "beyond"
GENERAL = ("", FundKind.UNION)
FITTING: dict[str, set[Purpose]] = {
    FundKind.DRIVE: {Purpose.DONATED, Purpose.HARDSHIP},
    FundKind.EMPLOYER_RETIREES: {Purpose.RETIREES},
}
EIGHT = gettext_lazy("基层工会经费收支管理办法（总工办发〔2017〕32号）“八不准”")


@dataclass(frozen=True)
class Facts:
    """What is known of a request, and which words the union itself refuses or asks about.

    `retired` and `outsiders` are payees who are not full members, `serving` those not retired, by name;
    `listed_twice` are persons with two lines of money, or two of goods. `asked_in_all` is what this and the other requests
    ask for a record whose own plan has `planned`, both in yuan.
    """

    words: str
    purpose: str
    fund_kind: str = ""
    subject: str = ""
    retired: Sequence[str] = ()
    serving: Sequence[str] = ()
    outsiders: Sequence[str] = ()
    paid_already: Sequence[str] = ()
    listed_twice: Sequence[str] = ()
    to_employer: Sequence[str] = ()
    has_subject: bool = True
    planned: Decimal = Decimal(0)
    asked_in_all: Decimal = Decimal(0)
    words_refused: Sequence[str] = ()
    words_asked: Sequence[str] = ()


@dataclass(frozen=True)
class Check:
    """One thing to look at: `finds(facts)` says what is wrong, or None; `binding` refuses."""

    key: str
    title: str | Promise
    clause: str | Promise
    finds: Callable[[Facts], str | None]
    binding: bool = True


@dataclass(frozen=True)
class Finding:
    """What a check found, in the words the user reads."""

    check: Check
    what: str

    def __str__(self) -> str:
        return _("%(what)s（%(clause)s）") % {"what": self.what, "clause": self.check.clause}


def findings(facts: Facts) -> list[Finding]:
    """Everything the checks find, binding or not, in the order of the table."""
    return list(_run(facts))


def _run(facts: Facts) -> Iterator[Finding]:
    for check in CHECKS:
        if what := check.finds(facts):
            yield Finding(check, what)


def _says(pattern: str, sentence: str | Promise) -> Callable[[Facts], str | None]:
    """A check by words: the sentence with the word that was found."""
    found = re.compile(pattern)

    def finds(facts: Facts) -> str | None:
        hit = found.search(facts.words)
        return str(sentence) % {"word": hit.group()} if hit else None

    return finds


def _refused(facts: Facts) -> str | None:
    return _listed(facts.words_refused, facts.words, FORBIDS)


def _asked(facts: Facts) -> str | None:
    return _listed(facts.words_asked, facts.words, ASKS)


def _listed(listed: Sequence[str], words: str, sentence: str | Promise) -> str | None:
    """A check by the union's own list: the sentence with the first word of it that was found."""
    hit = next((word for word in listed if word in words), None)
    return str(sentence) % {"word": hit} if hit else None


def _names(people: Sequence[str]) -> str:
    shown = _("、").join(people[:3])
    return _("%(names)s等%(count)s人") % {"names": shown, "count": len(people)} if len(people) > 3 else shown


def _merged_accounts(facts: Facts) -> str | None:
    if not facts.to_employer:
        return None
    return _("收款方“%(name)s”是单位行政，工会经费不得转入行政账户。") % {"name": facts.to_employer[0]}


def _diverted(facts: Facts) -> str | None:
    fitting = FITTING.get(facts.fund_kind)
    if fitting is None or facts.purpose in fitting:
        return None
    return _("这笔专项资金专款专用，不能用于“%(purpose)s”。") % {"purpose": Purpose(facts.purpose).label}


def _remitted(facts: Facts) -> str | None:
    if facts.purpose != Purpose.REMITTANCE or facts.fund_kind in GENERAL:
        return None
    return _("上解经费从本会收到的拨缴经费中支付，不能动用专项资金。")


def _unrelated(facts: Facts) -> str | None:
    if facts.purpose == Purpose.OTHER and not facts.has_subject:
        return _("没有对应的活动或事项，请说明与工会工作的关系。")
    return None


def _congress_costs(facts: Facts) -> str | None:
    of_staff = re.search(r"(?<!会员)(?<!会员和)(职代会|职工代表大会)", facts.words)
    if facts.subject.startswith("congress.") or of_staff:
        return _("职工代表大会的费用由单位管理费用列支，不占工会经费，请向单位行政申请。")
    return None


def _twice(facts: Facts) -> str | None:
    if facts.purpose not in PERSONAL or not facts.paid_already:
        return None
    return _("%(names)s在这一事项上已有一笔申请，同一人同一事由不得从两处列支。") % {
        "names": _names(facts.paid_already)
    }


def _donated(facts: Facts) -> str | None:
    if facts.purpose != Purpose.DONATED or facts.fund_kind == FundKind.DRIVE:
        return None
    return _("转付捐款从那次募捐的专项资金支付，请在资金来源中选择它。")


def _listed_twice(facts: Facts) -> str | None:
    if not facts.listed_twice:
        return None
    return _("%(names)s在名单中不止一行，请核实没有重复。") % {"names": _names(facts.listed_twice)}


def _retirees(facts: Facts) -> str | None:
    if facts.fund_kind not in GENERAL or not (facts.retired or facts.purpose == Purpose.RETIREES):
        return None
    who = _names(facts.retired) or _("离退休人员")
    return _("%(who)s已离退休，慰问从离退休经费列支，请选择离退休专项资金。") % {"who": who}


def _serving(facts: Facts) -> str | None:
    if facts.fund_kind != FundKind.EMPLOYER_RETIREES or not facts.serving:
        return None
    return _("%(who)s没有离退休，离退休经费只用于离退休人员，请从收款名单中去掉或改选资金来源。") % {
        "who": _names(facts.serving)
    }


def _outsiders(facts: Facts) -> str | None:
    if facts.fund_kind not in GENERAL or facts.purpose not in PERSONAL or not facts.outsiders:
        return None
    return _("%(names)s不是在会会员，工会经费只发给在会会员。") % {"names": _names(facts.outsiders)}


def _beyond(facts: Facts) -> str | None:
    if facts.asked_in_all <= facts.planned:
        return None
    return _("连同已申请的共%(asked)s元，超出这项活动的预算%(planned)s元，由上一级审批") % {
        "asked": shown(facts.asked_in_all),
        "planned": shown(facts.planned),
    }


def _eight(key: str, title: Promise, pattern: str, sentence: Promise, *, binding: bool = True) -> Check:
    return Check(key, title, EIGHT, _says(pattern, sentence), binding)


FORBIDS = gettext_lazy("用途中有“%(word)s”，工会经费不得用于此项；如系写错，请改正用途。")
MEAL = "(用餐|就餐|餐费|工作餐|宴)"
ASKS = gettext_lazy("用途中有“%(word)s”，请核实不属于禁止列支的范围。")

# It is read as a table:
# fmt: off
CHECKS = (
    # the eight prohibitions, in their order
    _eight("gifts", gettext_lazy("请客送礼"), r"请客|宴请|送礼|礼金|答谢宴", FORBIDS),
    _eight("allowances", gettext_lazy("滥发奖金津补贴"), r"年终奖|绩效奖|津贴|补贴|过节费|购物卡|代金券|消费卡", FORBIDS),
    _eight("bonus", gettext_lazy("奖金"), r"奖金|劳务费|加班", ASKS, binding=False),
    _eight("luxury", gettext_lazy("高消费娱乐健身"), r"高尔夫|夜总会|KTV|卡拉OK|私人会所|桑拿|足浴", FORBIDS),
    _eight("fitness", gettext_lazy("健身消费"), r"健身卡|美容|洗浴|瑜伽馆", ASKS, binding=False),
    _eight("slush", gettext_lazy("设立小金库"), r"小金库|账外|套现|虚开|转入行政", FORBIDS),
    Check("merged", gettext_lazy("工会账户并入行政账户"), EIGHT, _merged_accounts),
    Check("diverted", gettext_lazy("截留挪用"), EIGHT, _diverted),
    Check("remitted", gettext_lazy("挪用专项资金上解"), gettext_lazy("拨缴经费分成，FIN-05、CARE-08"), _remitted),
    _eight("surety", gettext_lazy("非法集资、对外担保"), r"集资|担保|炒股|理财产品|民间借贷", FORBIDS),
    _eight("fines", gettext_lazy("无关费用"), r"罚款|滞纳金|违约金|个人消费", FORBIDS),
    Check("listed", gettext_lazy("本会列明不得列支的"), EIGHT, _refused),
    Check("unsure", gettext_lazy("本会列明须核实的"), EIGHT, _asked, binding=False),
    Check("unrelated", gettext_lazy("与工会活动无关"), EIGHT, _unrelated, binding=False),
    # where the money comes from
    Check("reception", gettext_lazy("单位接待"), gettext_lazy("“八不准”，DIS-06"),
          _says(rf"接待费|公务接待|陪餐|接待.{{0,10}}{MEAL}|(检查组|考察团|调研组|来宾).{{0,6}}{MEAL}",
                gettext_lazy("“%(word)s”由单位公务接待经费承担，工会经费不得列支。"))),
    Check("congress", gettext_lazy("职代会费用"), gettext_lazy("上海市职工代表大会条例第二十七条，CON-25"), _congress_costs),
    Check("joint", gettext_lazy("双代会费用"), gettext_lazy("上海市职工代表大会条例第二十七条，CON-25"),
          _says(r"双代会|两代会", gettext_lazy("“%(word)s”中职代会部分由单位列支，请只申请会员代表大会部分。")), False),
    Check("employer", gettext_lazy("单位应当提供的条件"), gettext_lazy("工会法第四十二条、第四十六条，FIN-14"),
          _says(r"办公(设备|用品|家具|电脑)|专职(人员|干事|干部)?工资|社保|公积金|水电费|物业费",
                gettext_lazy("“%(word)s”通常由单位提供或支付，请核实能否列工会经费。")), False),
    Check("twice", gettext_lazy("重复列支"), gettext_lazy("送温暖资金管理办法，CARE-13"), _twice),
    Check("listed_twice", gettext_lazy("重复列名"), gettext_lazy("送温暖资金管理办法，CARE-13"), _listed_twice, False),
    Check("donated", gettext_lazy("捐款的来源"), gettext_lazy("慈善法第五十四条，DON-03"), _donated),
    Check("retirees", gettext_lazy("离退休人员"), gettext_lazy("工会经费性质，CARE-14"), _retirees),
    Check("serving", gettext_lazy("在职人员"), gettext_lazy("离退休经费性质，CARE-14"), _serving),
    Check(BEYOND, gettext_lazy("超出活动预算"), gettext_lazy("预算管理和分级审批，FIN-07、FIN-10"), _beyond, False),
    Check("outsiders", gettext_lazy("非会员"), gettext_lazy("工会经费性质，CARE-14"), _outsiders),
)
# fmt: on
