"""What a list as a whole tells, over plain values."""


def is_part_of_roster(*, gone: int, on_roster: int) -> bool:
    """Whether a list without `gone` of the `on_roster` staff names only some of them: more than half are missing.

    No hospital loses half its staff between two lists; somebody uploads a ward's list, or the rows mended since.
    """
    return gone * 2 > on_roster
