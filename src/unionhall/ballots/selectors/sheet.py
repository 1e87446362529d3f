"""The result as a sheet of paper has it: question by question, each number beside its share and what follows."""

from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from django.utils.translation import gettext as _

from unionhall.ballots.kinds import Kind, Stance
from unionhall.ballots.models import Paper, Poll, Result, ResultLine
from unionhall.ballots.rules.appraisal import is_unfit, percent
from unionhall.ballots.rules.secrecy import may_be_shown
from unionhall.rulebook.services import cite, value


@dataclass(frozen=True)
class Part:
    """One question of the sheet. `notes` are the sentences that follow from its numbers."""

    text: str
    lines: list[tuple[ResultLine, str]]
    notes: list[str]


def sheet(result: Result) -> list[Part]:
    """The questions with their votes; those withheld have no lines. Three queries."""
    lines: dict[UUID, list[ResultLine]] = {}
    for line in result.lines.select_related("option__question"):
        lines.setdefault(line.option.question_id, []).append(line)
    questions = result.poll.questions.filter(is_text=False)
    return [_part(result, question.text, lines.get(question.pk, [])) for question in questions]


def _part(result: Result, text: str, lines: list[ResultLine]) -> Part:
    shown = [(line, percent(line.votes, result.valid)) for line in lines]
    return Part(text, shown, _notes(result, lines) if result.poll.kind == Kind.APPRAISAL and lines else [])


def _notes(result: Result, lines: list[ResultLine]) -> list[str]:
    good = sum(line.votes for line in lines if line.option.stance == Stance.GOOD)
    unfit = [line for line in lines if line.option.stance == Stance.UNFIT]
    notes = []
    if not unfit:
        both = {"good": percent(good, result.valid), "best": percent(lines[0].votes, result.valid)}
        notes.append(_("满意率（满意与基本满意合计÷有效票）%(good)s，其中满意%(best)s（HOME-08）。") % both)
    threshold: Fraction = value("honours.unfit_share_warning")
    if unfit and is_unfit(unfit[0].votes, result.valid, threshold):
        said = {"share": percent(unfit[0].votes, result.valid), "source": cite("honours.unfit_share_warning")}
        notes.append(_("不称职率%(share)s，超过提示线，请按程序诫勉或启动罢免（%(source)s，APR-03）。") % said)
    return notes


def words(poll: Poll) -> list[tuple[str, list[str]]]:
    """What was said in words, by question, in the order of the words; nothing where fewer than five said something."""
    said: dict[str, list[str]] = {}
    papers = Paper.objects.filter(poll=poll, question__is_text=True).select_related("question")
    for paper in papers.order_by("question__position", "words"):
        said.setdefault(paper.question.text, []).append(paper.words)
    return [(text, all_words) for text, all_words in said.items() if may_be_shown(len(all_words))]
