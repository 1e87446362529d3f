"""Polls: the office holds them, whoever is on the roll votes, the teller counts. The member is on the roll."""

from tests.crawler.policy.who import P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import INSIDE, OFFICE

OPEN = "ballots.Poll"


def not_now(*verbs: str) -> dict[str, Row]:
    """Steps that an open poll does not have."""
    return {f"ballots.{verb}": form(OFFICE, get=409, post=409) for verb in verbs}


ROWS: dict[str, Row] = {
    # at the desk
    "ballots.list": page(OFFICE),
    "ballots.views": act(OFFICE),
    "ballots.export": act(OFFICE, post=200),
    "ballots.detail": page(OFFICE),
    "ballots.appraise": form(OFFICE),
    "ballots.ask": form(OFFICE),
    "ballots.close": form(OFFICE, post=302),
    "ballots.break_off": form(OFFICE),
    **not_now("open", "amend", "name_tellers", "withdraw", "declare", "approve", "refuse", "repeat"),
    "ballots.sheet": page(OFFICE | {P.MEMBER}, about="poll:over"),
    "ballots.sheet_file": act(OFFICE | {P.MEMBER}, post=200, about="poll:over", last=("word",)),
    # on the phone
    "my.votes.list": page(INSIDE),
    "my.votes.show": form({P.MEMBER}, post=409, about=OPEN),
    "my.votes.count": form({P.TELLER}, about="poll:papers"),
}
