"""The result sheet on paper: a Word form the union may replace, and a PDF; every number, the rule's text, what follows."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.ballots import selectors
from unionhall.ballots.models import Result, ResultLine
from unionhall.files import pdf, word
from unionhall.kernel import clock
from unionhall.pages.values import day, moment

NUMBERS = ("entitled", "present", "issued", "collected", "valid", "invalid")
LINE = {"part": "绩效分配办法", "label": "赞成", "votes": 120, "share": "84.5%", "outcome": ""}
SAMPLE = {
    "union": "示范医院工会", "number": "BJ-2023-001", "title": "绩效分配办法", "text": "是否同意绩效分配办法", "kind": "表决",
    "way": "纸质选票（票决）", "round": 1, "opened": "2023年1月25日 10:00", "closed": "2023年1月25日 10:20",
    "declared": "2023年1月25日", "entitled": 150, "present": 143, "issued": 143, "collected": 142, "valid": 142, "invalid": 0,
    "seats": "", "needed": 76, "quorum": "2/3（职代会条例第二十八条）", "rule": "超过全体应到人员的1/2", "verdict": "通过",
    "tellers": "李明、王芳", "lines": [LINE], "notes": ["满意率90.0%"],
}  # fmt: skip


def told(result: Result) -> dict[str, Any]:
    """Everything a sheet says of one result, as plain values."""
    poll, parts = result.poll, selectors.sheet(result)
    return {
        "union": poll.union.name,
        "number": poll.number,
        "title": poll.title,
        "text": poll.text,
        "kind": str(poll.get_kind_display()),
        "way": str(poll.get_way_display()),
        "round": poll.round,
        "opened": moment(poll.opened_at),
        "closed": moment(poll.closed_at),
        "declared": day(clock.day_of(result.declared_at)),
        **{name: getattr(result, name) for name in NUMBERS},
        "seats": poll.seats or "",
        "needed": "" if result.needed is None else result.needed,
        "quorum": f"{poll.quorum} {poll.quorum_text}".strip(),
        "rule": poll.rule_text,
        "verdict": verdict(result),
        "tellers": _("、").join(teller.user.name for teller in poll.tellers.select_related("user")),
        "lines": [_line(part.text, line, share) for part in parts for line, share in part.lines],
        "notes": [note for part in parts for note in part.notes],
    }


def verdict(result: Result) -> str:
    """What a result comes to, in a word or a sentence."""
    if result.problem:
        return result.problem
    if result.is_withheld:
        return _("答卷不足5份，不公布结果")
    if result.carried is not None:
        return _("通过") if result.carried else _("未通过")
    return _("还有%(missing)s个名额没有选出") % {"missing": result.missing} if result.missing else _("有效")


def _line(part: str, line: ResultLine, share: str) -> dict[str, Any]:
    label = line.option.label + (_("（另选）") if line.option.is_write_in else "")
    return {"part": part, "label": label, "votes": line.votes, "share": share, "outcome": _won(line)}


def _won(line: ResultLine) -> str:
    if line.is_elected:
        return _("当选")
    return _("同票，须再投") if line.is_tied else ""


def as_pdf(result: Result) -> bytes:
    """The same sheet as PDF."""
    said = told(result)
    numbers = _(
        "应到%(entitled)s人，实到%(present)s人；发出%(issued)s份，收回%(collected)s份，有效%(valid)s份，废票%(invalid)s份。"
    )
    facts = [
        f"{said['number']}　{said['kind']}　{said['way']}　" + _("第%(round)s轮") % said,
        _("%(opened)s开始，%(closed)s截止。") % said,
        numbers % said,
        _("法定人数：%(quorum)s") % said if said["quorum"] else "",
        _("应选%(seats)s人。") % said if said["seats"] else "",
        _("通过规则：%(rule)s") % said if said["rule"] else "",
        _("通过所需赞成票%(needed)s票。") % said if said["needed"] != "" else "",
        _("结论：%(verdict)s") % said,
        *said["notes"],
    ]
    columns = [(_("事项"), 4.0), (_("选项"), 3.0), (_("票数"), 1.2), (_("占有效票"), 1.6), (_("结果"), 2.0)]
    rows = [list(line.values()) for line in said["lines"]]
    foot = [_("监票人：%(tellers)s") % said, said["union"], said["declared"]]
    return pdf.table(_("%(title)s结果单") % said, columns, rows, notes=[fact for fact in facts if fact], foot=foot)


SHEET = word.register(
    "ballots.sheet",
    gettext_lazy("表决结果单"),
    template=Path(__file__).parent / "word" / "sheet.docx",
    context=told,
    sample=SAMPLE,
)
