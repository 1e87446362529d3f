"""What a verb is told in words."""

from unionhall.flows.flow import Blocked, Text


def given(text: str, problem: Text) -> str:
    """The text without blanks around it; raises Blocked with `problem` when nothing is left."""
    if not text.strip():
        raise Blocked(problem)
    return text.strip()
