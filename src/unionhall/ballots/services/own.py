"""The office's own polls: an appraisal, a questionnaire, asked of a roll."""

from collections.abc import Sequence

from django.db import transaction

from unionhall.accounts.models import User
from unionhall.ballots import rolls
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import Poll
from unionhall.ballots.plain import Ask
from unionhall.ballots.scales import choices_of
from unionhall.ballots.services.preparing import prepare


@transaction.atomic
def appraise(
    *,
    by: User,
    title: str,
    text: str,
    way: str,
    scale: str,
    appraised: Sequence[str],
    roll: str,
    asks_words: bool,
    shows_result: bool,
) -> Poll:
    """Prepare an appraisal of bodies or people by name, each on the same scale, among a roll offered by name."""
    asks = [Ask(name, choices_of(scale)) for name in appraised]
    if asks_words and way == Way.ANONYMOUS:
        asks.append(Ask("意见和建议", is_text=True))
    return prepare(
        by=by,
        title=title,
        text=text,
        kind=Kind.APPRAISAL,
        way=way,
        roll=rolls.voters(roll),
        asks=asks,
        shows_result=shows_result,
    )


@transaction.atomic
def ask(*, by: User, title: str, text: str, questions: Sequence[Ask], roll: str, shows_result: bool) -> Poll:
    """Prepare an anonymous questionnaire among a roll offered by name."""
    return prepare(
        by=by,
        title=title,
        text=text,
        kind=Kind.QUESTIONNAIRE,
        way=Way.ANONYMOUS,
        roll=rolls.voters(roll),
        asks=questions,
        shows_result=shows_result,
    )
