"""Which forms there are: those of a session in the order of its file, and those of single records."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.congress.flow import TOOK_PLACE, State
from unionhall.congress.models import Session
from unionhall.congress.printing import letters, lists, votes, words
from unionhall.files import word

HERE = Path(__file__).parent.parent / "word"


def _form(name: str, label: Any, context: Callable[[Any], dict[str, Any]], sample: dict[str, Any]) -> word.Form:
    return word.register(f"congress.{name}", label, template=HERE / f"{name}.docx", context=context, sample=sample)


FORMS: dict[str, word.Form] = {
    "request": _form("request", _("召开大会的请示"), letters.agenda, letters.ASKED),
    "agenda": _form("agenda", _("会议议程"), letters.agenda, letters.ASKED),
    "credentials": _form("credentials", _("代表资格审查报告"), letters.credentials, letters.CHECKED),
    "roll": _form("roll", _("代表名册"), lists.roll, lists.LISTED),
    "sheet": _form("sheet", _("签到表"), lists.sheet, lists.LISTED),
    "papers": _form("papers", _("会议材料汇编"), words.papers, words.PAPERS),
    "notes": _form("notes", _("讨论意见汇总表"), words.notes, words.NOTED),
    "results": _form("results", _("表决结果单"), votes.of_session, votes.VOTED),
    "minutes": _form("minutes", _("会议纪要"), words.minutes, words.MINUTED),
    "report": _form("report", _("会议情况报告"), letters.report, letters.REPORTED),
}
TELLING = {"results": TOOK_PLACE, "minutes": TOOK_PLACE, "report": TOOK_PLACE, "notes": (State.CONVENED, *TOOK_PLACE)}
OF_RECORDS: dict[str, word.Form] = {
    "result": _form("result", _("议题表决结果单"), votes.of_item, votes.VOTED),
    "resolution": _form("resolution", _("决议"), words.resolution, words.RESOLVED),
    "motion": _form("motion", _("议案表"), words.motion, words.MOVED),
    "joint": _form("joint", _("联席会议纪要"), words.joint, words.JOINT),
}


def offered(session: Session) -> dict[str, word.Form]:
    """The forms a session can fill in its state: those that tell what happened once it has opened, what the
    delegations said from the call on."""
    return {name: form for name, form in FORMS.items() if session.state in TELLING.get(name, State)}
