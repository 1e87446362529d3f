"""How few secret answers are too few to show: a count among four is nearly a name."""

LEAST_ANSWERS = 5


def may_be_shown(answers: int) -> bool:
    """Whether so many secret answers may be counted out loud: five or more, inclusive; below it never."""
    return answers >= LEAST_ANSWERS
