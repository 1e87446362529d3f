"""The second half of care: the marked drive is open and was paid from, the request for help is new, aid is asked for."""

from collections.abc import Iterable

from tests.crawler.policy.who import P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE, Persona

KEEPERS = OFFICE | {P.CASHIER, P.ACCOUNTANT, P.AUDITOR}
TAKERS = OFFICE | {P.CASHIER}
RECOMMENDING = OFFICE | {P.BRANCH_CHAIR}
READ = frozenset({"audit_event"})


def desk(name: str, who: Iterable[Persona], **detail) -> dict[str, Row]:
    """The list of a kind and its record."""
    return lists_of(name, who) | {f"{name}.detail": page(who, **detail)}


def lists_of(name: str, who: Iterable[Persona]) -> dict[str, Row]:
    """The list of a kind, its saved views and its export."""
    return {f"{name}.list": page(who), f"{name}.views": act(who), f"{name}.export": act(who, post=200)}


def of_drive(who: Iterable[Persona], **more) -> Row:
    """A step on the drive; whoever else keeps the money sees it and may not."""
    return form(who, forbidden=KEEPERS - set(who), **more)


def of_rest(who: Iterable[Persona], **more) -> Row:
    """A step on a batch; branch chairs see it, and recommend."""
    return form(who, forbidden=RECOMMENDING - set(who), **more)


def by_chair(**more) -> Row:
    """A decision: the chair's, which the clerk sees and may not take."""
    return form({P.CHAIR}, forbidden={P.CLERK}, **more)


def lists_in(name: str, about: str, who: Iterable[Persona]) -> dict[str, Row]:
    """The pages of an import; a run belongs to whoever uploaded it, here the clerk."""
    run = f"{about} run:{name}"
    return {
        name: form(who, about=about),
        f"{name}.run": form({P.CLERK}, about=run),
        f"{name}.apply": act({P.CLERK}, about=run),
        f"{name}.errors": act({P.CLERK}, post=200, about=run),
        f"{name}.forget": act({P.CLERK}, about=run),
    }


NOT_NOW = {"get": 409, "post": 409}
OWN = {P.MEMBER}
ROWS: dict[str, Row] = {
    # drives
    **desk("care.drives", KEEPERS, reads=READ),
    "care.drives.draft": of_drive(OFFICE),
    "care.drives.amend": of_drive(OFFICE, **NOT_NOW),
    "care.drives.publish": of_drive(OFFICE, **NOT_NOW),
    "care.drives.receive": of_drive(TAKERS),
    "care.drives.receive_goods": of_drive(TAKERS),
    "care.drives.close": of_drive(OFFICE, post=302),
    "care.drives.ask_payment": of_drive(OFFICE),
    "care.drives.hand_goods": of_drive(OFFICE),
    "care.drives.sign_payment": of_drive(OFFICE),
    "care.drives.settle": of_drive(OFFICE, **NOT_NOW),
    "care.drives.reverse": of_drive({P.ACCOUNTANT}),
    "care.drives.cancel": of_drive(OFFICE, **NOT_NOW),
    "care.drives.paper": act(KEEPERS, post=200, about="care.Drive", last=("details",)),
    **lists_in("care.drives.import", "care.Drive", TAKERS),
    "my.care.drives": page(MEMBERS),
    "my.care.drive": page(MEMBERS, about="care.Drive"),
    **desk("care.gifts", KEEPERS),
    "care.gifts.reverse": form({P.ACCOUNTANT}, forbidden=KEEPERS - {P.ACCOUNTANT}),
    "my.care.receipt": act(KEEPERS | OWN, post=200, about="care.Gift"),
    "my.care.sign_payment": act(OWN, about="care.DrivePayment"),
    # hardship
    **desk("care.hardship", OFFICE, reads=READ),
    "care.hardship.apply": form(OFFICE),
    "care.hardship.describe": form(OFFICE),
    "care.hardship.add_kin": form(OFFICE),
    "care.hardship.change_kin": form(OFFICE),
    "care.hardship.drop_kin": form(OFFICE),
    "care.hardship.add_paper": form(OFFICE),
    "care.hardship.measure": form(OFFICE),
    "care.hardship.visit_home": form(OFFICE),
    "care.hardship.confirm": form((), forbidden=OFFICE),
    "care.hardship.verify": form(OFFICE, **NOT_NOW),
    "care.hardship.agree": by_chair(**NOT_NOW),
    "care.hardship.announce": form(OFFICE, **NOT_NOW),
    "care.hardship.file": by_chair(**NOT_NOW),
    "care.hardship.review": form(OFFICE, **NOT_NOW),
    "care.hardship.keep_grade": form((), forbidden=OFFICE),
    "care.hardship.lift": by_chair(**NOT_NOW),
    "care.hardship.refuse": by_chair(),
    "care.hardship.withdraw": form(OFFICE),
    "care.hardship.form": act(OFFICE, post=200, about="care.HardshipFile"),
    "care.hardship.paper": page(OFFICE | OWN, about="care.HardshipPaper", reads=READ),
    **desk("my.care.hardship", MEMBERS),
    "my.care.hardship.detail": page(OWN),
    "my.care.hardship.apply": form(MEMBERS),
    "my.care.hardship.add_kin": form(OWN),
    "my.care.hardship.change_kin": form(OWN),
    "my.care.hardship.drop_kin": form(OWN),
    "my.care.hardship.add_paper": form(OWN),
    "my.care.hardship.withdraw": form(OWN, post=302),
    **lists_of("my.care.checks_of_requests", MEMBERS),
    "my.care.checks_of_requests.detail": page(()),
    "my.care.checks_of_requests.confirm": form(()),
    # what is posted
    **lists_of("care.notices", RECOMMENDING),
    "care.notices.detail": page(OFFICE),
    "care.notices.answer": form(OFFICE),
    "care.notices.post": form(RECOMMENDING),
    "care.notices.take_down": form((), forbidden=OFFICE),
    "care.notice.word": act(OFFICE, post=200, about="care.PublicNotice"),
    "my.care.notices": page(MEMBERS),
    "my.care.object": form(MEMBERS, about="care.PublicNotice"),
    # aid and cover
    **desk("care.aid", OFFICE, reads=READ),
    "care.aid.request": form(OFFICE),
    "care.aid.authorise": by_chair(post=302),
    "care.aid.sign": form(OFFICE, **NOT_NOW),
    "care.aid.refuse": by_chair(),
    "care.aid.withdraw": form(OFFICE),
    **desk("my.care.aid", MEMBERS),
    "my.care.aid.detail": page(OWN),
    "my.care.aid.request": form(MEMBERS),
    "my.care.aid.sign": form(OWN, **NOT_NOW),
    "my.care.aid.withdraw": form(OWN, post=302),
    **desk("my.care.covers", MEMBERS),
    "my.care.covers.detail": page(OWN),
    "my.care.covers.claim": form(OWN),
    **desk("care.covers", OFFICE),
    **desk("care.cover_batches", KEEPERS),
    "care.cover_batches.cancel": form(OFFICE, forbidden=KEEPERS - OFFICE),
    "care.covers.enrol": form(OFFICE),
    "care.covers.cancel": form(OFFICE, **NOT_NOW),
    **desk("care.claims", OFFICE, reads=READ),
    "care.claims.file": form(OFFICE),
    "care.claims.send": form(OFFICE, post=302),
    "care.claims.pay": form(OFFICE, **NOT_NOW),
    "care.claims.correct": form(OFFICE, **NOT_NOW),
    "care.claims.refuse": form(OFFICE),
    # health checks and recuperation
    **desk("care.health", OFFICE),
    **desk("care.checks", OFFICE),
    "care.checks.book": form(OFFICE),
    "care.checks.decline": form(OFFICE, post=302),
    "care.health.draft": form(OFFICE),
    "care.health.amend": form(OFFICE, **NOT_NOW),
    "care.health.add_day": form(OFFICE),
    "care.health.change_day": form(OFFICE),
    "care.health.cancel": form(OFFICE),
    "care.health.open": form(OFFICE, **NOT_NOW),
    "care.health.mark": form(OFFICE),
    "care.health.close": form(OFFICE, post=302),
    **lists_in("care.health.import", "care.CheckRound", OFFICE),
    "my.care.checks": page(MEMBERS),
    "my.care.book": act(OWN, about="care.Check care.CheckDay"),
    "my.care.decline": act(OWN, about="care.Check"),
    **desk("care.rest", RECOMMENDING),
    "care.rest.draft": of_rest(OFFICE),
    "care.rest.amend": of_rest(OFFICE),
    "care.rest.drop_out": of_rest(OFFICE, **NOT_NOW),
    "care.rest.choose_again": of_rest(OFFICE, **NOT_NOW),
    "care.rest.open": of_rest(OFFICE, **NOT_NOW),
    "care.rest.recommend": of_rest(RECOMMENDING),
    "care.rest.choose": of_rest(OFFICE),
    "care.rest.announce": of_rest(OFFICE, **NOT_NOW),
    "care.rest.confirm": of_rest(OFFICE, **NOT_NOW),
    "care.rest.finish": of_rest(OFFICE, **NOT_NOW),
    "care.rest.ask_funds": of_rest(OFFICE, **NOT_NOW),
    "care.rest.cancel": of_rest(OFFICE),
}
