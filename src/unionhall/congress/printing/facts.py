"""What stands at the head of every paper of a session."""

from typing import Any

from django.utils.translation import gettext as _

from unionhall.accounts.tenancy import current_union
from unionhall.congress.models import Session
from unionhall.pages.values import day

FACTS = {
    "title": "第三届第二次职工代表大会",
    "union": "示范医院工会",
    "held": "2023年1月25日",
    "venue": "礼堂",
    "theme": "议题",
}


def facts(session: Session) -> dict[str, Any]:
    """Title, day and place."""
    held = day(session.held_on)
    if session.ends_on != session.held_on:
        held = _("%(first)s至%(last)s") % {"first": held, "last": day(session.ends_on)}
    return {
        "title": str(session),
        "union": current_union().name,
        "held": held,
        "venue": session.venue,
        "theme": session.theme,
    }


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, blank lines left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]
