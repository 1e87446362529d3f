"""What a line about a proposal of a past session must say to be counted with those that lived here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from unionhall.proposals.kinds import PROMISING, Outcome
from unionhall.proposals.rules.articles import clause


@dataclass(frozen=True)
class Ending:
    """What became of a past sheet: how it was reviewed, into which case it was merged, how and when it was answered."""

    outcome: str
    lead: str = ""
    has_department: bool = False
    reply_class: str = ""
    assigned_on: date | None = None
    due_on: date | None = None
    answered_on: date | None = None
    promised_on: date | None = None
    fulfilled_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether something promised is still to be done, and so followed on (PRO-18)."""
        return self.reply_class in PROMISING and self.fulfilled_on is None


def problems(ending: Ending) -> Iterator[str]:
    """The reasons against one line: a merged sheet names its case, a case its department, an answer its class and days."""
    if (ending.outcome == Outcome.MERGE) != bool(ending.lead):
        yield _("并案的提案须填主案编号，其他结论的不填%(clause)s。") % {"clause": clause("PRO-08")}
    if ending.outcome == Outcome.FILE and not ending.has_department:
        yield _("立案的提案须填主办部门%(clause)s。") % {"clause": clause("PRO-10")}
    if bool(ending.reply_class) != bool(ending.answered_on):
        yield _("答复类别和答复日期须一并填写%(clause)s。") % {"clause": clause("PRO-14")}
    if ending.answered_on and ending.due_on is None:
        yield _("已答复的须填答复期限，才能计算按期率%(clause)s。") % {"clause": clause("PRO-13")}
    if ending.due_on and (ending.assigned_on is None or ending.due_on <= ending.assigned_on):
        yield _("答复期限应在交办日期之后，两个日期须一并填写%(clause)s。") % {"clause": clause("PRO-13")}
    if ending.answered_on and ending.outcome != Outcome.FILE:
        yield _("只有立案的提案填写答复类别和日期%(clause)s。") % {"clause": clause("PRO-08")}
    if ending.is_open and ending.promised_on is None:
        yield _("B类、C类答复须填承诺落实日期或落实日期%(clause)s。") % {"clause": clause("PRO-14")}
