"""Proposals: the member moved a case that is answered and rated; who presides seconded it; one department answered, one
supports; somebody elsewhere moved another."""

from tests.crawler.policy.who import P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

MANAGERS = OFFICE | {P.PROPOSALS}
DESK = MANAGERS | {P.HOSPITAL_LEADER}
LEAD = DESK | {P.HANDLER}
DELEGATES = {P.MEMBER, P.OTHER_BRANCH, P.DELEGATE, P.DELEGATION_HEAD, P.PRESIDIUM}
SIGNATORIES = {P.MEMBER, P.PRESIDIUM}
PROPOSAL, CALL, SHARE = "proposals.Proposal", "proposals.Call", "proposals.Assignment"
RUN = "proposals.Call run:proposals.import"
NOW = {"get": 409, "post": 409}  # the record is past this step


def step(**more) -> Row:
    """A verb of the committee; the leader sees the record and may not."""
    return form(MANAGERS, forbidden=DESK - MANAGERS, **more)


def share(opens: set | frozenset, **more) -> Row:
    """A verb on the lead's share; who sees it besides may not."""
    return form(opens, forbidden=LEAD - opens, **more)


def own(opens: set, **more) -> Row:
    """A verb on one's own proposal, or on the second one gave."""
    return form(opens, forbidden=SIGNATORIES - opens, **more)


def declared(name: str, readers: set | frozenset, records: set | frozenset | None = None) -> dict[str, Row]:
    """The pages every declaration has: the lists, and the record for those who see it."""
    return {
        f"{name}.list": page(readers),
        f"{name}.views": act(readers),
        f"{name}.export": act(readers, post=200),
        f"{name}.detail": page(readers if records is None else records),
    }


def many(*verbs: str) -> dict[str, Row]:
    """The same verb for several; asked with none picked."""
    return {f"proposals.{verb}.many": form(DESK) for verb in verbs}


ROWS: dict[str, Row] = {
    **declared("proposals", DESK),
    **many("review", "approve", "assign", "track", "close", "carry_over", "chase", "archive"),
    **{
        f"proposals.{verb}": step(**NOW)
        for verb in (
            "review approve send_back assign respond track reopen escalate settle fulfil carry_over explain report chase "
            "commend archive"
        ).split()
    },
    "proposals.close": step(post=302),
    "proposals.answer": form({P.HOSPITAL_LEADER}, forbidden=MANAGERS, **NOW),
    "proposals.paper": act(DESK, post=200, about=PROPOSAL, last=("sheet",)),
    "proposals.statistics": page(DESK),
    **declared("proposals.calls", DESK),
    **{f"proposals.calls.{verb}": step() for verb in ("open_call", "decide", "deliver", "move_call")},
    "proposals.import": form(MANAGERS, about=CALL),
    "proposals.import.run": form({P.CLERK}, about=RUN),
    "proposals.import.apply": act({P.CLERK}, about=RUN),
    "proposals.import.errors": act({P.CLERK}, post=200, about=RUN),
    "proposals.import.forget": act({P.CLERK}, about=RUN),
    "proposals.call_paper": act(MANAGERS, post=200, about=CALL, last=("report",)),
    "proposals.volume": act(MANAGERS, post=200, about=CALL),
    # the department that answers; the one that supports has a share of its own
    **declared("proposals.shares", LEAD | {P.SUPPORTING}, LEAD),
    **{f"proposals.shares.{verb}": share({P.HANDLER}, **NOW) for verb in ("accept", "ask_return", "give_opinion")},
    "proposals.shares.ask_extension": share({P.HANDLER}, **NOW),
    **{f"proposals.shares.{verb}": share(set()) for verb in ("work", "write_reply", "sign", "report")},
    **{f"proposals.shares.{verb}": share(MANAGERS, **NOW) for verb in ("agree_return", "refuse_return")},
    "proposals.shares.grant_extension": share(MANAGERS, post=302),
    "proposals.shares.refuse_extension": share(MANAGERS),
    "proposals.order": act(LEAD, post=200, about=SHARE),
    # the leader in charge
    **declared("proposals.signoff", {P.HOSPITAL_LEADER}),
    "proposals.signoff.download": page(
        set(), about="download:proposals.signoff"
    ),  # the clerk made it and has no such page
    "proposals.signoff.answer": form(set(), forbidden={P.HOSPITAL_LEADER}),
    "proposals.signoff.send_back": form({P.HOSPITAL_LEADER}, **NOW),
    # on the phone
    "my.proposals.home": page(DELEGATES),
    "my.proposals.similar": page(DELEGATES),
    "my.proposals.paper": act(SIGNATORIES, post=200, about=PROPOSAL, last=("sheet",)),
    **declared("my.proposals", MEMBERS, SIGNATORIES),
    "my.proposals.draft": form(DELEGATES, forbidden=MEMBERS - DELEGATES),
    **{
        f"my.proposals.{verb}": own({P.MEMBER}, **NOW)
        for verb in ("submit", "ask_seconds", "amend", "submit_late", "ask_withdrawal", "withdraw", "reopen")
    },
    "my.proposals.rate": own({P.MEMBER}),
    **declared("my.seconds", MEMBERS, {P.PRESIDIUM}),
    **{f"my.seconds.{verb}": form({P.PRESIDIUM}, **NOW) for verb in ("second", "refuse", "consent")},
    **declared("my.progress", MEMBERS),
}
