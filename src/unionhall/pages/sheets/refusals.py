"""Why a file cannot be read, in words."""

from unionhall.flows import Refusal


class Unreadable(Refusal):
    """A file that is not a list we can read; the text says what is wrong and what would help."""
