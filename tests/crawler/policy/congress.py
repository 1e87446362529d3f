"""Congress: the marked session is called, long past its day, and no delegate has come yet."""

from tests.crawler.policy.who import DELEGATES, P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

DESK = OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER}
SESSION, ITEM = "congress.Session", "congress.AgendaItem"
RUN = "congress.Term run:congress.import_delegates"


def step(**more) -> Row:
    """A verb of the office; who oversees sees the record and may not."""
    return form(OFFICE, forbidden=DESK - OFFICE, **more)


def declared(name: str, readers: set | frozenset) -> dict[str, Row]:
    """The pages every declaration has."""
    return {
        f"{name}.list": page(readers),
        f"{name}.views": act(readers),
        f"{name}.export": act(readers, post=200),
        f"{name}.detail": page(readers),
    }


ROWS: dict[str, Row] = {
    **declared("congress.terms", DESK),
    "congress.terms.open_term": step(),
    "congress.terms.add_constituency": step(),
    "congress.terms.add_delegation": step(),
    "congress.terms.elect": step(),
    "congress.terms.name_member": step(),
    "congress.import_delegates": form(OFFICE, about="congress.Term"),
    "congress.import_delegates.run": form({P.CLERK}, about=RUN),
    "congress.import_delegates.apply": act({P.CLERK}, about=RUN),
    "congress.import_delegates.errors": act({P.CLERK}, post=200, about=RUN),
    "congress.import_delegates.forget": act({P.CLERK}, about=RUN),
    **declared("congress.delegates", OFFICE),
    "congress.delegates.place": form(OFFICE),
    "congress.delegates.name_head": form(OFFICE, post=302),
    "congress.delegates.recall": form(OFFICE),
    "congress.delegates.release": form(OFFICE),
    **declared("congress.sessions", DESK),
    "congress.sessions.prepare": step(),
    "congress.sessions.amend": step(),
    "congress.sessions.convene": step(get=409, post=409),
    "congress.sessions.open": step(get=409, post=409),
    "congress.sessions.close": step(get=409, post=409),
    "congress.sessions.archive": step(get=409, post=409),
    "congress.sessions.write_minutes": step(get=409, post=409),
    "congress.sessions.file": step(get=409, post=409),
    "congress.sessions.redraw": step(post=302),
    "congress.sessions.add_item": step(),
    "congress.sessions.tick": step(),
    "congress.sessions.invite": step(),
    "congress.sessions.seat_presidium": step(),
    "congress.sessions.excuse": step(),
    "congress.sessions.cancel": step(),
    "congress.check_in": form(OFFICE, about=SESSION),
    "congress.paper": act(OFFICE, post=200, about=SESSION, last=("roll",)),
    "congress.hall": page(DESK | DELEGATES, about=SESSION),
    "congress.hall.now": page(DESK | DELEGATES, about=SESSION),
    **declared("congress.items", DESK),
    "congress.items.call": step(get=409, post=409),
    "congress.items.hear": step(get=409, post=409),
    "congress.items.resolve": step(get=409, post=409),
    "congress.items.open_vote": step(get=409, post=409),
    "congress.items.conclude": step(get=409, post=409),
    "congress.items.put_back": step(get=409, post=409),
    "congress.items.add_paper": step(),
    "congress.items.note": step(),
    "congress.items.withdraw": step(),
    **declared("congress.resolutions", DESK),
    "congress.resolutions.publish": step(post=409),
    # on the phone
    "my.congress.list": page(DELEGATES | {P.OTHER_BRANCH, P.DELEGATE}),
    "my.congress.show": page(DESK | DELEGATES, about=SESSION),
    "my.congress.ticket": page(DELEGATES, about=SESSION),
    "my.congress.note": form({P.DELEGATION_HEAD}, about=ITEM),
    **declared("my.resolutions", MEMBERS),
}
