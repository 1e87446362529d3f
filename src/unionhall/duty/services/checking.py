"""Checks a report, or any text, against the records, and keeps the author's reasons for what they do not back."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import current_union
from unionhall.audit import services as audit
from unionhall.duty.check.claims import Claim
from unionhall.duty.check.judging import marks
from unionhall.duty.check.marks import Mark, Status
from unionhall.duty.language import in_chinese
from unionhall.duty.models import ClaimNote, Paragraph, Report
from unionhall.duty.periods import Period
from unionhall.duty.selectors.reports import paragraphs_of, scope_of
from unionhall.duty.services.editing import must_be_open
from unionhall.duty.services.evidence import evidence, readings_of, told
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.figures.tokens import Token, parts
from unionhall.flows import Blocked

FIGURE = "\ufffc"  # stands in the prose where a token does, so that places stay


@dataclass(frozen=True)
class Checked:
    """One mark of a report: in which paragraph, and why the author lets it stand, if they wrote so."""

    paragraph: Paragraph
    mark: Mark
    note: ClaimNote | None = None

    @property
    def is_settled(self) -> bool:
        """Backed by records, or explained in writing for this very finding."""
        return self.mark.is_backed or (self.note is not None and self.note.status == self.mark.status)


@dataclass
class _Notes:
    """The notes of a report by what they are about."""

    report: Report
    found: dict[tuple[str, str], ClaimNote] = field(init=False)

    def __post_init__(self) -> None:
        self.found = {(note.quote, note.sentence): note for note in self.report.notes.select_related("noted_by")}

    def on(self, mark: Mark) -> ClaimNote | None:
        return self.found.get((mark.claim.quote, mark.claim.sentence))


def check_text(text: str, period: Period) -> list[Mark]:
    """Every claim of any text against the records of a period; a text with a broken token is refused (BadToken)."""
    scope = Scope(current_union(), period.first, period.last)
    sentences = told(scope)
    found = [*marks(prose(text), evidence(scope, sentences)), *_of_tokens(text, scope, readings_of(sentences))]
    return sorted(found, key=lambda mark: mark.claim.start)


def check(report: Report) -> list[Checked]:
    """Every claim of a report with its mark, in the order of the text."""
    scope, notes = scope_of(report), _Notes(report)
    sentences = told(scope)
    known, live = evidence(scope, sentences), readings_of(sentences)
    found = []
    for paragraph in paragraphs_of(report):
        for mark in [*marks(prose(paragraph.text), known), *_of_tokens(paragraph.text, scope, live)]:
            found.append(Checked(paragraph, mark, notes.on(mark)))
    return found


def unsettled(report: Report) -> list[Checked]:
    """What stands between a report and its signing."""
    return [checked for checked in check(report) if not checked.is_settled]


def prose(text: str) -> str:
    """A text with a single sign where each token stands."""
    return "".join(part if isinstance(part, str) else FIGURE for part in parts(text))


def _of_tokens(text: str, scope: Scope, live: dict[str, Reading]) -> list[Mark]:
    """The marks of the figures drawn: they are backed unless empty, of another time, or said with an untrue word."""
    found, at = [], 0
    for part in parts(text):
        if isinstance(part, Token):
            reading = live.setdefault(str(part.styled("exact")), part.reading(scope.union))
            found.append(_of_token(part, at, scope, reading))
        at += len(part) if isinstance(part, str) else len(FIGURE)
    return found


def _of_token(token: Token, at: int, scope: Scope, reading: Reading) -> Mark:
    with in_chinese():
        claim = Claim("figure", reading.say(token.style), at, at + 1, str(token))
    if token.first < scope.first or token.last > scope.last:
        return Mark(
            claim,
            Status.OUTSIDE,
            _("这个数据取自 %(first)s 至 %(last)s，不在报告的期间内。") % {"first": token.first, "last": token.last},
            reading.url,
        )
    if not reading:
        return Mark(claim, Status.NO_RECORD, _("“%(label)s”在本期没有记录。") % {"label": reading.label}, reading.url)
    if token.style != "exact" and reading.say(token.style) == reading.say():
        return Mark(
            claim,
            Status.DIFFERS,
            _("约数的说法对 %(says)s 不成立，已按准数写出。") % {"says": reading.say()},
            reading.url,
        )
    return Mark(
        claim,
        Status.BACKED,
        _("%(label)s：%(definition)s") % {"label": reading.label, "definition": reading.definition},
        reading.url,
    )


@transaction.atomic
def note(report: Report, *, by: User, quote: str, sentence: str, status: str, reason: str) -> ClaimNote:
    """Why a claim may stand though the records do not back it; another reason for the same claim replaces the first."""
    must_be_open(report, by)
    if status not in Status.values or not quote or len(quote) > 80:
        raise Blocked(_("没有这样的核对结果。请回到核对页再写理由。"))
    if len(reason.strip()) < 4:
        raise Blocked(_("请写明理由，例如出具单位和文件名称。"))
    kept, _made = ClaimNote.objects.update_or_create(
        report=report,
        quote=quote,
        sentence=sentence,
        defaults={"status": Status(status), "reason": reason.strip(), "noted_by": by},
    )
    audit.record("duty.note", report, by=by, after={"quote": quote, "status": status}, reason=reason.strip())
    return kept
