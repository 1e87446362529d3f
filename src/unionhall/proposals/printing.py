"""What stands in the Word forms of proposals: plain values only, since a union may lay the forms out anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.files import word
from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.proposals import figures, statistics
from unionhall.proposals.flow import AssignmentState, ReplyState
from unionhall.proposals.kinds import Outcome, Part, ReplyClass
from unionhall.proposals.models import Assignment, Call, Proposal, Reply
from unionhall.proposals.selectors import totals

HERE = Path(__file__).parent / "word"
RELATED = ("call__session__term", "mover__person__department", "mover__delegation", "department", "leader", "decision")


def facts(proposal: Proposal) -> dict[str, Any]:
    """What is asked, by whom, and who has it."""
    mover = proposal.mover
    seconds = proposal.seconds.standing().select_related("delegate__person")
    return {
        "number": proposal.number,
        "session": str(proposal.call.session),
        "title": proposal.title,
        "category": str(proposal.get_category_display()),
        "mover": mover.person.name,
        "delegation": mover.delegation.name if mover.delegation else "",
        "mover_department": mover.person.department.name if mover.person.department else "",
        "seconders": _listed(second.delegate.person.name for second in seconds),
        "submitted": _day(proposal.submitted_on),
        "grounds": proposal.grounds,
        "advice": proposal.remedy,
        "suggested": proposal.suggested_department.name if proposal.suggested_department else "",
        "lead": proposal.department.name if proposal.department else "",
        "supporting": _listed(share.department.name for share in _supporting(proposal)),
        "leader": proposal.leader.name if proposal.leader else "",
        "due": _day(proposal.due_on),
        "state": str(proposal.get_state_display()),
    }


def _listed(names: Any) -> str:
    return str(_("、")).join(names)


def _day(value: Any) -> str:
    return day(value) if value else ""


def _supporting(proposal: Proposal) -> Any:
    shares = proposal.assignments.filter(part=Part.SUPPORT).exclude(state=AssignmentState.RETURNED)
    return shares.select_related("department")


def _answer(proposal: Proposal) -> Reply | None:
    """The last reply that went out."""
    issued = proposal.replies.filter(state=ReplyState.ISSUED).select_related("signed_by", "seen_by")
    return issued.last()


def sheet(proposal: Proposal) -> dict[str, Any]:
    """提案表: from the matter to what its mover thought of the answer."""
    reply = _answer(proposal)
    return facts(proposal) | {
        "review": _review(proposal),
        "reply": reply.text if reply else proposal.closing,
        "grade": str(reply.get_reply_class_display()) if reply else "",
        "signed": _signed(reply),
        "rating": _ratings(proposal),
        "archive": proposal.archive_number,
    }


def _review(proposal: Proposal) -> str:
    last = proposal.reviews.first()
    if last is None:
        return ""
    lines = [str(last.get_outcome_display()), last.reason, str(proposal.decision or "")]
    return "\n".join(line for line in lines if line)


def _signed(reply: Reply | None) -> str:
    return f"{reply.signed_by.name} {day(clock.day_of(reply.signed_at))}" if reply else ""


def _ratings(proposal: Proposal) -> str:
    said = proposal.ratings_now().select_related("delegate__person")
    return "\n".join(
        _("%(name)s：办理态度%(attitude)s，办理结果%(result)s。%(words)s")
        % {
            "name": one.delegate.person.name,
            "attitude": one.get_attitude_display(),
            "result": one.get_result_display(),
            "words": one.words,
        }
        for one in said
    )


def order(share: Assignment) -> dict[str, Any]:
    """交办单: what a department was given, and by when."""
    return facts(share.proposal) | {
        "department": share.department.name,
        "part": str(share.get_part_display()),
        "due": day(share.due_on),
        "assigned": day(share.given_on),
        "return_by": day(share.return_until),
        "committee": str(_("提案工作委员会")),
    }


def letter(proposal: Proposal) -> dict[str, Any]:
    """答复函: to the mover, with every mover and seconder of the case as copies (PRO-15)."""
    reply = _answer(proposal)
    merged = list(proposal.merged.select_related("mover__person"))
    together = (
        _("并入的提案%(numbers)s一并答复。") % {"numbers": _listed(one.number for one in merged)} if merged else ""
    )
    promised = _("，%(day)s以前落实") % {"day": day(reply.promised_on)} if reply and reply.promised_on else ""
    known = facts(proposal)
    return known | {
        "together": together,
        "paragraphs": [{"text": line} for line in (reply.text if reply else "").splitlines() if line.strip()],
        "grade": str(reply.get_reply_class_display()) if reply else "",
        "promised": promised,
        "signed": _signed(reply),
        "replied": _day(proposal.answered_on),
        "copies": _listed([*(one.mover.person.name for one in merged), *filter(None, [known["seconders"]])]),
    }


def _said(reading: Reading) -> str:
    return reading.say() if reading.value is not None else str(_("无"))


def report(call: Call) -> dict[str, Any]:
    """提案工作报告: every number a figure of the session (PRO-20)."""
    scope = statistics.scope_of(call)
    rates = {
        "docket_rate": figures.docket_rate, "reply_rate": figures.reply_rate, "on_time_rate": figures.on_time_rate,
        "done_rate": figures.implementation_rate, "attitude": figures.attitude_rate, "result": figures.result_rate,
        "received": figures.received, "replied": figures.replied,
    }  # fmt: skip
    return {name: _said(figure(scope)) for name, figure in rates.items()} | {
        "session": str(call.session),
        "by_delegations": f"{totals.sheets(scope).filter(for_delegation=True).count()}{figures.SHEETS}",
        "outcomes": _outcomes(scope),
        "grades": _listed(
            f"{label} {figures.replied(scope.of(reply_class=value)).say()}" for value, label in _grades()
        ),
        "departments": [_line(line) for line in statistics.by_department(scope)],
        "categories": [_line(line) for line in statistics.by_category(scope)],
        "carried": figures.carried_over(scope).say(),
        "excellent": [facts(one) for one in totals.excellent(scope).select_related(*RELATED)],
        "committee": str(_("提案工作委员会")),
        "day": day(clock.today()),
    }


def _grades() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in ReplyClass]


def _outcomes(scope: Scope) -> list[dict[str, Any]]:
    """Sheets by outcome, with the cases and points among them (PRO-09)."""
    rows = []
    for outcome, figure in (
        (Outcome.FILE, figures.cases),
        (Outcome.MERGE, figures.merged),
        (Outcome.SUGGESTION, figures.suggestions),
        (Outcome.ANSWER, figures.answered_only),
        (Outcome.DECLINE, figures.declined),
    ):
        found = list(figure(scope).rows.values_list("point_count", flat=True))
        cases = len(found) if outcome == Outcome.FILE else ""
        rows.append({"label": str(outcome.label), "cases": cases, "sheets": len(found), "points": sum(found)})
    return rows


def _line(line: statistics.Line) -> dict[str, Any]:
    numbers = {name: reading.value for name, reading in line.readings.items()}
    return {
        "label": str(line.label),
        "docketed": numbers["cases"],
        "replied": numbers["replied"],
        "solved": numbers["implemented"],
    }


def volume(call: Call) -> dict[str, Any]:
    """提案汇编: every case of the session in full."""
    cases = totals.cases(statistics.scope_of(call)).select_related(*RELATED, "suggested_department").order_by("number")
    told = [_case(at, one) for at, one in enumerate(cases, 1)]
    return {"session": str(call.session), "count": len(told), "cases": told}


def _case(at: int, proposal: Proposal) -> dict[str, Any]:
    reply = _answer(proposal)
    grade = str(reply.get_reply_class_display()) if reply else str(_("未答复"))
    return facts(proposal) | {"at": at, "grade": grade, "reply": reply.text if reply else ""}


def volume_in_print(call: Call) -> dict[str, Any]:
    """The same, laid out for PDF: words of headings and lines beside the texts."""
    known = volume(call)
    return {
        "title": _("%(session)s提案汇编") % {"session": known["session"]},
        "heads": [str(_("编号")), str(_("案由")), str(_("提案人")), str(_("主办部门"))],
        "cases": [_printed(case) for case in known["cases"]],
    }


def _printed(case: dict[str, Any]) -> dict[str, Any]:
    who = [
        _("提案人：%(mover)s　附议人：%(seconders)s") % case,
        _("主办：%(lead)s　协办：%(supporting)s") % case,
    ]
    parts = [
        {"name": str(_("理由")), "text": case["grounds"]},
        {"name": str(_("建议")), "text": case["advice"]},
        {"name": _("答复（%(grade)s）") % case, "text": case["reply"]},
    ]
    return {name: case[name] for name in ("number", "title", "mover", "lead")} | {"who": who, "parts": parts}


ONE = {
    "number": "3-2-YL-007", "session": "第三届第二次职工代表大会", "title": "增设夜间配药窗口", "category": "医疗业务",
    "mover": "李明", "delegation": "第一代表团", "mover_department": "心内科", "seconders": "王芳、张伟",
    "submitted": "2023年1月10日", "grounds": "理由", "advice": "建议", "suggested": "药剂科", "lead": "药剂科",
    "supporting": "信息科", "leader": "赵刚", "due": "2023年4月10日", "state": "已答复",
}  # fmt: skip
REPLIED = {"reply": "答复", "grade": "A 已解决或已采纳", "signed": "钱进 2023年3月20日"}
SUMMED = {
    "session": "第三届第二次职工代表大会", "received": "52份", "by_delegations": "2份", "docket_rate": "61.5%",
    "replied": "24件", "reply_rate": "100%", "on_time_rate": "95.8%", "done_rate": "50%", "attitude": "98%",
    "result": "95%", "grades": "A 12件", "carried": "3件", "committee": "提案工作委员会", "day": "2023年12月20日",
    "outcomes": [{"label": "立案", "cases": 24, "sheets": 24, "points": 60}],
    "departments": [{"label": "总务科", "docketed": 8, "replied": 8, "solved": 4}],
    "categories": [{"label": "后勤保障", "docketed": 8, "replied": 8, "solved": 4}],
    "excellent": [ONE],
}  # fmt: skip
SAMPLES: dict[str, dict[str, Any]] = {
    "sheet": ONE | REPLIED | {"review": "立案", "rating": "满意", "archive": "3-2-DA-001"},
    "order": ONE
    | {
        "department": "药剂科", "part": "主办", "assigned": "2023年2月8日", "return_by": "2023年2月17日",
        "committee": "提案工作委员会",
    },
    "letter": ONE
    | REPLIED
    | {
        "together": "", "paragraphs": [{"text": "答复"}], "promised": "", "replied": "2023年3月20日", "copies": "王芳",
    },
    "report": SUMMED,
    "volume": {"session": SUMMED["session"], "count": 1, "cases": [ONE | REPLIED | {"at": 1}]},
}  # fmt: skip


def _register(name: str, label: Any, context: Callable[[Any], dict[str, Any]]) -> word.Form:
    template = HERE / f"{name}.docx"
    return word.register(f"proposals.{name}", label, template=template, context=context, sample=SAMPLES[name])


FORMS = {
    name: _register(name, label, context)
    for name, label, context in (
        ("sheet", gettext_lazy("提案表"), sheet),
        ("order", gettext_lazy("提案交办单"), order),
        ("letter", gettext_lazy("提案答复函"), letter),
        ("report", gettext_lazy("提案工作报告"), report),
        ("volume", gettext_lazy("提案汇编"), volume),
    )
}
