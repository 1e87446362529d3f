"""The papers of hardship: the register form of one household, and the posting, masked."""

from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import current_union
from unionhall.care.models import Deliberation, HardshipFile, HomeVisit, PublicNotice, Relative
from unionhall.care.rules.posting import rows_of
from unionhall.files import word
from unionhall.kernel import clock, money
from unionhall.kernel.text import masked, masked_phone
from unionhall.pages.values import day
from unionhall.people.models import Person

HERE = Path(__file__).parent.parent / "word"


def register_form(file: HardshipFile) -> dict[str, Any]:
    """困难职工登记表: identity numbers, phone and card stay masked on paper too (PRI-06)."""
    steps = file.latest_means.steps if file.latest_means else []
    return _applicant(file.person) | {
        "union": current_union().name,
        "number": file.number,
        "cause": str(file.get_cause_display()),
        "grade": str(file.get_grade_display()) if file.grade else "",
        "circumstances": file.circumstances,
        "housing": file.housing,
        "bank_account": masked(file.bank_account, head=0, tail=4),
        "applied_on": day(file.applied_on),
        "opinion": file.opinion,
        "confirmation": _confirmed(file),
        "deliberation": _("；").join(_held(one) for one in file.deliberations.all()),
        "filed_on": _day(file.filed_on),
        "relatives": [_relative(one) for one in file.relatives.all()],
        "rows": [{"label": label, "how": how, "amount": money.shown(amount)} for label, how, amount in steps],
        "visits": [_visit(one) for one in file.home_visits.prefetch_related("visitors")],
        "printed_on": day(clock.today()),
    }


def _applicant(person: Person) -> dict[str, str]:
    return {
        "name": person.name,
        "sex": str(person.get_sex_display()),
        "born": _day(person.birth_on),
        "ethnicity": person.ethnicity,
        "politics": person.politics,
        "marriage": person.marriage,
        "id_number": person.masked_id_number,
        "phone": masked_phone(person.phone),
        "department": person.department.name if person.department else "",
        "worked_since": _day(person.worked_since),
    }


def _relative(one: Relative) -> dict[str, str]:
    return {
        "kin": str(one.get_kin_display()),
        "name": one.name,
        "id_number": one.masked_id_number,
        "health": one.health,
    }


def _visit(visit: HomeVisit) -> dict[str, str]:
    who = _("、").join(one.name for one in visit.visitors.all())
    return {"day": day(visit.visited_on), "who": who, "found": visit.found}


def _day(on: date | None) -> str:
    return day(on) if on else ""


def _confirmed(file: HardshipFile) -> str:
    if file.confirmed_by is None:
        return ""
    return f"{file.confirmation}　{file.confirmed_by.name}　{day(file.confirmed_on)}"


def _held(one: Deliberation) -> str:
    text = _("%(on)s，%(minutes)s：应到%(entitled)s人，实到%(present)s人，同意%(agreed)s人，不同意%(against)s人")
    return text % {
        "on": day(one.held_on),
        "minutes": one.minutes,
        "entitled": one.entitled,
        "present": one.present,
        "agreed": one.votes_for,
        "against": one.votes_against,
    }


def posting(notice: PublicNotice) -> dict[str, Any]:
    """公示, as it is posted."""
    return {
        "union": current_union().name,
        "title": notice.title,
        "text": notice.text,
        "began_on": day(notice.began_on),
        "ends_on": day(notice.ends_on),
    }


def branch_posting(notice: PublicNotice) -> dict[str, Any]:
    """The posting of a branch's quarter, each line in its columns."""
    head, *lines = notice.text.split("\n")
    rows = rows_of(notice.text)
    names = ("name", "department", "matter", "amount")
    return posting(notice) | {
        "head": head,
        "rows": [dict(zip(names, row, strict=True)) | {"at": at} for at, row in enumerate(rows, 1)],
        "foot": "".join(lines[len(rows) :]),
    }


FORM = {
    "union": "示范医院工会", "number": "KN-2023-001", "name": "王职工", "sex": "女", "born": "1980年1月1日",
    "ethnicity": "汉族", "politics": "群众", "marriage": "已婚", "id_number": "1101**********0012",
    "phone": "138****5678", "department": "图书馆", "worked_since": "2002年7月1日", "cause": "大病", "grade": "深度困难",
    "circumstances": "家庭情况", "housing": "自住房一套", "bank_account": "****1234", "applied_on": "2023年2月1日",
    "opinion": "同意", "confirmation": "情况属实　张某　2023年2月8日",
    "deliberation": "2023年2月12日，会议纪要〔2023〕3号：应到9人，实到7人，同意7人，不同意0人",
    "filed_on": "2023年3月1日", "printed_on": "2023年3月2日",
    "relatives": [{"kin": "配偶", "name": "李某", "id_number": "1101**********0013", "health": "在职"}],
    "rows": [{"label": "工资收入", "how": "+", "amount": "60,000.00"}],
    "visits": [{"day": "2023年2月10日", "who": "甲、乙", "found": "情况属实"}],
}  # fmt: skip
POSTING = {
    "union": "示范医院工会", "title": "困难职工认定公示", "text": "王某，图书馆，深度困难。", "began_on": "2023年2月20日",
    "ends_on": "2023年2月27日",
}  # fmt: skip
word.register(
    "care.hardship",
    gettext_lazy("困难职工登记表"),
    template=HERE / "hardship.docx",
    context=register_form,
    sample=FORM,
)
BRANCH = POSTING | {
    "head": "慰问和补助1人次，共500.00元。", "foot": "“2023年春节慰问”，80人领取。",
    "rows": [{"at": 1, "name": "王某", "department": "图书馆", "matter": "慰问补助", "amount": "500.00元"}],
}  # fmt: skip
word.register(
    "care.branch_notice",
    gettext_lazy("分会慰问补助公示"),
    template=HERE / "branch_notice.docx",
    context=branch_posting,
    sample=BRANCH,
)
word.register("care.notice", gettext_lazy("公示"), template=HERE / "notice.docx", context=posting, sample=POSTING)
