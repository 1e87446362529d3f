"""Events, visits, standards and gifts: the marked ones are about the member, told and not yet checked, not yet visited,
given and not yet signed for."""

from tests.crawler.policy.who import LEADERS, P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

DESK = OFFICE | LEADERS
RUN = "run:care.import_events"
READ = frozenset({"audit_event"})


def lists(name: str, opens=DESK) -> dict[str, Row]:
    """The list of a declaration, its saved views and its export."""
    return {
        f"{name}.list": page(opens),
        f"{name}.views": act(opens),
        f"{name}.export": act(opens, post=200),
    }


def office(**more) -> Row:
    """A step of the office; leaders see the record and may not."""
    return form(OFFICE, forbidden=LEADERS, **more)


ROWS: dict[str, Row] = {
    "care.desk": page(OFFICE),
    # events
    **lists("care.events"),
    "care.events.detail": page(DESK),
    "care.events.tell": form(DESK),
    "care.events.confirm": form(DESK, post=302),
    "care.events.dismiss": form(DESK),
    "care.events.words": act(DESK | {P.MEMBER}, post=200, about="care.LifeEvent"),
    "care.import_events": form(OFFICE),
    "care.import_events.run": form({P.CLERK}, about=RUN),
    "care.import_events.apply": act({P.CLERK}, about=RUN),
    "care.import_events.errors": act({P.CLERK}, post=200, about=RUN),
    "care.import_events.forget": act({P.CLERK}, about=RUN),
    # what is due
    **lists("care.tasks"),
    "care.tasks.detail": page(DESK),
    "care.tasks.fulfil": form(DESK),
    "care.tasks.fulfil.many": form(DESK),
    "care.tasks.contact": form(DESK, post=302),
    "care.tasks.contact.many": form(DESK),
    "care.tasks.assign": office(),
    "care.tasks.waive": form(DESK),
    # visits
    **lists("care.visits"),
    "care.visits.detail": page(DESK),
    "care.visits.record": form(DESK),
    "care.visits.sign": form(DESK),
    "care.visits.add_paper": form(DESK),
    "care.visits.countersign": form(DESK),
    "care.visits.countersign.many": form(DESK),
    "care.visits.open_paper": act(DESK | {P.MEMBER}, post=200, about="care.VisitPaper"),
    "care.visits.ask_together.many": form(OFFICE | {P.BRANCH_CHAIR}, forbidden={P.GROUP_LEADER}),
    **lists("care.rounds"),
    "care.rounds.detail": page(OFFICE),
    "care.rounds.sheet": act(OFFICE, post=200, about="care.VisitRound"),
    **lists("care.proofs"),
    "care.proofs.detail": page(DESK),
    "care.proofs.want": office(),
    "care.visits.ask": form(OFFICE | {P.BRANCH_CHAIR}, forbidden={P.GROUP_LEADER}, post=302),
    "care.visits.ask.many": form(DESK),
    "care.visits.promise": form(DESK),
    "care.visits.archive": office(get=409, post=409),
    "care.visits.archive.many": form(DESK),
    "care.visits.void": office(),
    "care.visits.words": act(DESK | {P.MEMBER}, post=200, about="care.Visit"),
    "care.visits.paper": act(DESK, post=200, about="care.Visit", last=("record",)),
    **lists("care.promises"),
    "care.promises.detail": page(DESK, reads=READ),
    "care.promises.keep": form(DESK),
    "care.promises.drop": form(DESK),
    # the second person's word
    **lists("care.words", OFFICE),
    "care.words.detail": page(OFFICE),
    "care.words.confirm": form((), forbidden=OFFICE),
    "care.words.deny": form((), forbidden=OFFICE),
    "care.words.settle": form({P.CHAIR}, forbidden={P.CLERK}, get=409, post=409),
    # what they rest on
    **lists("care.standards"),
    "care.standards.detail": page(DESK),
    "care.standards.take_over": office(),
    "care.standards.propose": office(),
    "care.standards.approve": form({P.CHAIR}, forbidden={P.CLERK} | LEADERS, get=409, post=409),
    "care.standards.approve.many": form(DESK),
    "care.standards.drop": office(get=409, post=409),
    **lists("care.sets"),
    "care.sets.detail": page(DESK),
    "care.sets.adopt": office(),
    # gifts
    **lists("care.issues"),
    "care.issues.detail": page(DESK),
    "care.issues.draft": office(),
    "care.issues.amend": office(get=409, post=409),
    "care.issues.add_package": office(get=409, post=409),
    "care.issues.change_package": office(get=409, post=409),
    "care.issues.drop_package": office(get=409, post=409),
    "care.issues.draw_up": office(get=409, post=409),
    "care.issues.open": office(get=409, post=409),
    "care.issues.cancel": office(get=409, post=409),
    "care.issues.ask": office(),
    "care.issues.restock": office(),
    "care.issues.sign_sheet": office(post=302),
    "care.issues.close": office(post=302),
    "care.issues.archive": office(get=409, post=409),
    "care.issues.hand_out": form(DESK, post=200, about="care.Issue"),
    "care.issues.paper": act(OFFICE, post=200, about="care.Issue", last=("sign_off",)),
    "care.issues.workbook": act(OFFICE, post=200, about="care.Issue", last=("sign_off",)),
    **lists("care.shares"),
    "care.shares.detail": page(DESK),
    "care.shares.hand_out": form(DESK),
    # on the phone
    "my.care": page(MEMBERS),
    **lists("my.care.events", MEMBERS),
    "my.care.events.detail": page({P.MEMBER}),
    "my.care.events.tell": form(MEMBERS),
    **lists("my.care.tasks"),
    "my.care.tasks.detail": page(DESK),
    "my.care.tasks.fulfil": form(DESK),
    "my.care.tasks.contact": form(DESK, post=302),
    **lists("my.care.words", MEMBERS),
    "my.care.words.detail": page({P.MEMBER}),
    "my.care.words.confirm": form({P.MEMBER}, post=302),
    "my.care.words.confirm.many": form(MEMBERS),
    "my.care.words.deny": form({P.MEMBER}),
    "my.care.sign": act({P.MEMBER}, about="care.Visit"),
    "my.care.benefits": page(MEMBERS),
    "my.care.choose": act((), refused={P.MEMBER}, about="care.Entitlement"),
    "my.care.ticket": page({P.MEMBER}, about="care.Entitlement"),
}
