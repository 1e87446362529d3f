"""Congress: the marked session is called, long past its day, and no delegate has come yet."""

from tests.crawler.policy.who import DELEGATES, P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

DESK = OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER}
SESSION, ITEM = "congress.Session", "congress.AgendaItem"
MOTION, JOINT = "congress.Motion", "congress.JointMeeting"
# Who has a seat today, in either congress, or the post of one.
SEATED = DELEGATES | {P.OTHER_BRANCH, P.DELEGATE}
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
    # a branch's chair enters whom the branch elected; where it has no constituency, the list is empty
    **declared("congress.constituencies", DESK | {P.BRANCH_CHAIR}),
    "congress.constituencies.elect": form(OFFICE | {P.BRANCH_CHAIR}, forbidden=DESK - OFFICE),
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
    "congress.sessions.uninvite": step(),
    "congress.sessions.publish": step(get=409, post=409),
    "congress.sessions.cancel": step(),
    "congress.check_in": form(OFFICE, about=SESSION),
    "congress.roll_call": form(OFFICE, post=302, about=SESSION),
    "congress.paper": act(OFFICE, post=200, about=SESSION, last=("roll",)),
    "congress.archive_file": act(OFFICE, post=200, about=SESSION),
    "congress.result_paper": act(OFFICE, post=200, about=ITEM),
    "congress.resolution_paper": act(OFFICE, post=200, about="congress.Resolution"),
    "congress.motion_paper": act(OFFICE, post=200, about=MOTION),
    "congress.joint_paper": act(OFFICE, post=200, about=JOINT),
    "congress.hall": page(DESK | DELEGATES, about=SESSION),
    "congress.hall.now": page(DESK | DELEGATES, about=SESSION),
    **declared("congress.items", DESK),
    "congress.items.call": step(get=409, post=409),
    "congress.items.hear": step(get=409, post=409),
    "congress.items.resolve": step(get=409, post=409),
    "congress.items.open_vote": step(get=409, post=409),
    "congress.items.conclude": step(get=409, post=409),
    "congress.items.seat_elected": form(set(), forbidden=DESK),  # the marked item is before the staff congress
    "congress.items.name_elected": step(get=409, post=409),
    "congress.items.put_back": step(get=409, post=409),
    "congress.items.add_paper": step(),
    "congress.items.drop_paper": step(),
    "congress.items.amend": step(),
    "congress.items.move_up": step(post=409),
    "congress.items.note": step(),
    "congress.items.withdraw": step(),
    **declared("congress.resolutions", DESK),
    "congress.resolutions.publish": step(post=409),
    "congress.resolutions.publish.many": form(DESK),
    **declared("congress.motions", DESK),
    "congress.motions.hand_in": step(),
    "congress.motions.take_up": step(get=409, post=409),
    "congress.motions.refer": step(),
    "congress.motions.decline": step(),
    "congress.motions.withdraw": step(),
    **declared("congress.joint", DESK),
    "congress.joint.call_joint": step(),
    "congress.joint.add_matter": step(),
    "congress.joint.note_presence": step(),
    "congress.joint.settle": step(),
    "congress.joint.close": step(get=409, post=409),
    "congress.joint.report": step(get=409, post=409),
    "congress.joint.cancel": step(),
    # on the phone
    "my.congress.list": page(SEATED),
    "my.congress.show": page(DESK | DELEGATES, about=SESSION),
    "my.congress.ticket": page(DELEGATES, about=SESSION),
    "my.congress.leave": form(DELEGATES, about=SESSION),
    "my.congress.notes": page(OFFICE | {P.PRESIDIUM}, about=SESSION),
    "my.congress.note": form({P.DELEGATION_HEAD}, about=ITEM),
    **declared("my.resolutions", MEMBERS),
    "my.motions.list": page(SEATED),
    "my.motions.views": act(SEATED),
    "my.motions.export": act(SEATED, post=200),
    "my.motions.detail": page(DELEGATES, about=MOTION),
    "my.motions.hand_in": form(
        {P.DELEGATION_HEAD, P.OTHER_BRANCH}, forbidden=SEATED - {P.DELEGATION_HEAD, P.OTHER_BRANCH}
    ),
    "my.motions.withdraw": form({P.DELEGATION_HEAD}, forbidden=DELEGATES - {P.DELEGATION_HEAD}),
    "my.motions.download": page(set(), about="download:my.motions"),  # the clerk is no delegate
    "my.joint.list": page(DESK | SEATED),
    "my.joint.views": act(DESK | SEATED),
    "my.joint.export": act(DESK | SEATED, post=200),
    "my.joint.detail": page(DESK | {P.DELEGATION_HEAD}, about=JOINT),
}
