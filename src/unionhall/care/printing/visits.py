"""The papers of visits and gifts: 慰问审批表, 慰问金（品）签收表, 走访记录."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import current_union
from unionhall.care.kinds.words import PRIVATE, Part
from unionhall.care.models import Entitlement, Issue, Visit, VisitRound
from unionhall.care.selectors.given import had_before
from unionhall.files import word
from unionhall.kernel import clock, money
from unionhall.pages.values import day
from unionhall.people.models import Membership, Person

HERE = Path(__file__).parent.parent / "word"


def approval(visit: Visit) -> dict[str, Any]:
    """慰问审批表 of one visit: the standard it rests on, and what the person had this year before it on such occasions.

    Of the papers that prove it the kind alone stands there (CARE-16).
    """
    known = visit.event or visit.task
    spent, times = had_before(visit)
    papers = dict.fromkeys(str(paper) for paper in visit.papers.defer("content"))
    return (
        _person(visit)
        | _signed_by(visit)
        | {
            "happened_on": day(known.happened_on if known else visit.visited_on),
            "relation": str(visit.get_relation_display()),
            "evidence": "、".join(papers) or _("无"),
            "clause": visit.clause,
            "times": times,
            "spent": money.shown(spent),
            "source": str(visit.get_source_display()),
        }
    )


def record(visit: Visit) -> dict[str, Any]:
    """走访记录 of one visit, with what was heard in confidence: whoever prints it has looked at it."""
    promises = list(visit.promises.all())
    return _person(visit) | {
        "visited_on": day(visit.visited_on),
        "place": visit.place or (visit.event.place if visit.event else ""),
        "visitors": "、".join(visitor.person.name for visitor in visit.visitors.select_related("person")),
        "learned": visit.learned,
        "asked": visit.asked,
        "promised": "；".join(f"{promise.text}（{day(promise.due_on)}）" for promise in promises),
        "outcome": "；".join(promise.outcome for promise in promises if promise.outcome),
        "photo": _("已征得同意") if visit.photo_consent else _("未拍照"),
    }


def sign_off_of_visit(visit: Visit) -> dict[str, Any]:
    """慰问金（品）签收表 of one visit, cash and goods on a line each."""
    sheet = _sheet("", str(visit.get_source_display()), _given([visit]), 1 if visit.signed_on else 0, people=1)
    return sheet | _signed_by(visit)


def sign_off_of_round(together: VisitRound) -> dict[str, Any]:
    """慰问金（品）签收表 of a whole round."""
    visits = list(together.visits.standing().select_related("person__department").order_by("number"))
    signed = sum(visit.signed_on is not None for visit in visits)
    source = str(together.get_source_display())
    return _sheet(together.title, source, _given(visits), signed, people=len(visits))


def _given(visits: Sequence[Visit]) -> list[dict[str, Any]]:
    """What was given on these visits, line by line."""
    lines: list[dict[str, Any]] = []
    for visit in visits:
        card = _card(visit.person)
        for what, amount in ((_("慰问金"), visit.cash), (visit.goods_text, visit.goods)):
            if amount:
                lines.append(_line(len(lines) + 1, visit.person, card) | _of_visit(visit, what, money.shown(amount)))
    return lines


def _of_visit(visit: Visit, what: str, amount: str) -> dict[str, Any]:
    """On a sheet others read too, what happened is not named (PRI-04)."""
    private = visit.occasion in PRIVATE
    return {
        "occasion": _("走访慰问") if private else str(visit.get_occasion_display()),
        "goods": what,
        "quantity": 1,
        "price": amount,
        "amount": amount,
        "way": _("现场"),
        "signed": _signer(visit),
        "signed_on": day(visit.signed_on) if visit.signed_on else "",
    }


def _signed_by(visit: Visit) -> dict[str, str]:
    """Who signed as what, and when; empty lines for a pen."""
    there = {one.part: f"{one.by.name} {day(one.signed_on)}" for one in visit.signatures.select_related("by")}
    return {part.value: there.get(part, "") for part in Part}


def sign_off(issue: Issue) -> dict[str, Any]:
    """慰问金（品）签收表 of a whole issue, by unit and staff number; four queries however long."""
    shares = list(
        Entitlement.objects.filter(issue=issue)
        .select_related("person__department", "package")
        .order_by("person__unit__name", "person__staff_no")
    )
    spells = Membership.objects.open().filter(person__in=[share.person_id for share in shares])
    cards = dict(spells.values_list("person", "card_no"))
    festival = str(issue.get_festival_display())
    sole = issue.packages.first() if issue.packages.count() == 1 else None
    lines = [
        _line(at, share.person, cards.get(share.person_id) or share.person.staff_no)
        | {"occasion": festival, "way": _("现场"), "quantity": 1, "signed": _signer(share)}
        | _package(share.package or sole)
        | {"signed_on": day(share.signed_on) if share.signed_on else ""}
        for at, share in enumerate(shares, 1)
    ]
    signed = sum(share.signed_on is not None for share in shares)
    return _sheet(issue.title, str(issue.get_source_display()), lines, signed)


def _package(package: Any) -> dict[str, Any]:
    if package is None:
        return {"goods": "", "price": "", "amount": ""}
    return {"goods": package.name, "price": money.shown(package.price), "amount": money.shown(package.price)}


def _signer(row: Visit | Entitlement) -> str:
    """Who signed for somebody else, or that the person signed with us; nothing, where a pen has to."""
    if row.signed_for_by:
        return f"{row.signed_for_by}（{row.signed_relation}）"
    return _("已签收") if row.signed_on else ""


def _person(visit: Visit) -> dict[str, Any]:
    person = visit.person
    branch = person.unit.branch if person.unit else None
    return {
        "union": current_union().name,
        "number": visit.number,
        "name": person.name,
        "department": person.department.name if person.department else "",
        "branch": branch.name if branch else "",
        "card": _card(person),
        "occasion": str(visit.get_occasion_display()),
        "cash": money.shown(visit.cash),
        "goods": money.shown(visit.goods),
        "goods_text": visit.goods_text or _("无"),
        "printed_on": day(clock.today()),
    }


def _card(person: Person) -> str:
    spell = Membership.objects.open().filter(person=person).first()
    return (spell.card_no if spell else "") or person.staff_no


def _line(at: int, person: Person, card: str) -> dict[str, Any]:
    department = person.department.name if person.department else ""
    return {"at": at, "name": person.name, "department": department, "card": card}


def _sheet(
    title: str, source: str, rows: list[dict[str, Any]], signed: int, *, people: int | None = None
) -> dict[str, Any]:
    return {
        "union": current_union().name,
        "title": title,
        "source": source,
        "rows": rows,
        "count": len(rows) if people is None else people,
        "signed": signed,
        "handler": "",
        "witness": "",
        "chair": "",
        "printed_on": day(clock.today()),
    }


PERSON = {
    "union": "示范医院工会", "number": "ZF-2023-0001", "name": "李明", "department": "心内科", "branch": "内科分工会",
    "card": "C00001", "occasion": "住院", "cash": "500.00", "goods": "0.00", "goods_text": "无",
    "printed_on": "2023年3月6日",
}  # fmt: skip
APPROVAL = {
    "happened_on": "2023年3月1日", "relation": "本人", "evidence": "出院小结.pdf", "clause": "省细则（2018）", "times": 1,
    "spent": "500.00", "source": "工会经费",
    "handler": "王某 2023年3月6日", "witness": "张某 2023年3月6日", "chair": "李某 2023年3月7日",
}  # fmt: skip
RECORD = {
    "visited_on": "2023年3月6日", "place": "病区", "visitors": "王某、张某", "learned": "恢复良好", "asked": "无",
    "promised": "无", "outcome": "无", "photo": "未拍照",
}  # fmt: skip
LINE = {
    "at": 1, "name": "李明", "department": "心内科", "card": "C00001", "occasion": "春节", "goods": "年货礼包",
    "quantity": 1, "price": "300.00", "amount": "300.00", "way": "现场", "signed": "", "signed_on": "2023年1月16日",
}  # fmt: skip
SHEET = {
    "union": "示范医院工会", "title": "春节慰问", "source": "工会经费", "rows": [LINE], "count": 1, "signed": 1,
    "handler": "", "witness": "", "chair": "", "printed_on": "2023年1月16日",
}  # fmt: skip

for _key, _label, _file, _context, _sample in (
    ("care.approval", gettext_lazy("慰问审批表"), "approval", approval, PERSON | APPROVAL),
    ("care.record", gettext_lazy("走访记录"), "record", record, PERSON | RECORD),
    ("care.sign_off", gettext_lazy("慰问金（品）签收表"), "sign_off", sign_off, SHEET),
    ("care.visit_sign_off", gettext_lazy("慰问金（品）签收表（单次）"), "sign_off", sign_off_of_visit, SHEET),
    ("care.round_sign_off", gettext_lazy("慰问金（品）签收表（批次）"), "sign_off", sign_off_of_round, SHEET),
):
    word.register(_key, _label, template=HERE / f"{_file}.docx", context=_context, sample=_sample)
