"""The numbers proposals and suggestions bear."""

SUGGESTIONS = "JY"


def key(session: str, category: str) -> str:
    """The counter of one category of one session; suggestions are counted by themselves."""
    return f"proposals:{session}-{category}"


def number(session: str, category: str, serial: int) -> str:
    """`3-2-YL-007`: term, session, category, serial; a suggestion `3-2-JY-001`."""
    return f"{session}-{category}-{serial:03}"
