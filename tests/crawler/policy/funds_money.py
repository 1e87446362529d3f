"""Requests, budgets, dues: the marked request is one branch A asked for, paid and to be booked."""

from tests.crawler.policy.funds_book import BOOK, NOW, declared
from tests.crawler.policy.who import P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

ASKERS = OFFICE | {P.BRANCH_CHAIR}
DESK = BOOK | {P.BRANCH_CHAIR}
KEEPERS = OFFICE | {P.ACCOUNTANT}


def step(opens: set | frozenset, readers: set | frozenset = DESK, **more) -> Row:
    """A verb of some of the readers; the others see the record and may not."""
    return form(opens, forbidden=readers - opens, **more)


def lists_in(name: str) -> dict[str, Row]:
    """The pages of an import; a run belongs to whoever uploaded it, here the clerk."""
    run = f"run:{name}"
    return {
        name: form(KEEPERS),
        f"{name}.run": form({P.CLERK}, about=run),
        f"{name}.apply": act({P.CLERK}, about=run),
        f"{name}.errors": act({P.CLERK}, post=200, about=run),
        f"{name}.forget": act({P.CLERK}, about=run),
    }


ROWS: dict[str, Row] = {
    **declared("funds.requests", DESK),
    "funds.requests.draft": step(ASKERS),
    "funds.requests.amend": step({P.BRANCH_CHAIR}, **NOW),
    "funds.requests.submit": step({P.BRANCH_CHAIR}, **NOW),
    "funds.requests.approve": step({P.CHAIR}, **NOW),
    "funds.requests.approve.many": form(DESK),
    "funds.requests.refuse": step({P.CHAIR}, **NOW),
    "funds.requests.pay": step({P.CASHIER}, **NOW),
    "funds.requests.pay.many": form(DESK),
    "funds.requests.book": step({P.ACCOUNTANT}, **NOW),
    "funds.requests.book.many": form(DESK),
    "funds.requests.add_evidence": step(ASKERS | {P.ACCOUNTANT, P.CASHIER}),
    "funds.requests.drop_evidence": step(ASKERS | {P.ACCOUNTANT, P.CASHIER}),
    "funds.requests.withdraw": step({P.BRANCH_CHAIR, P.CHAIR}, **NOW),
    "funds.requests.take_back": step({P.ACCOUNTANT}),
    **declared("my.requests", MEMBERS),
    "my.requests.detail": page({P.BRANCH_CHAIR}),
    "funds.requests.word": act(DESK, post=200, about="funds.SpendingRequest"),
    "funds.payments": form({P.CASHIER}),
    "funds.booking": form({P.ACCOUNTANT}),
    **declared("my.funds", MEMBERS),
    "my.funds.detail": page({P.MEMBER}),
    **declared("funds.budgets", BOOK),
    "funds.budgets.draft": step(KEEPERS, BOOK),
    "funds.budgets.set_line": step(KEEPERS, BOOK),
    "funds.budgets.drop_line": step(KEEPERS, BOOK),
    "funds.budgets.discuss": step({P.CHAIR}, BOOK, **NOW),
    "funds.budgets.audit": step({P.AUDITOR}, BOOK, **NOW),
    "funds.budgets.send_back": step({P.AUDITOR, P.CHAIR}, BOOK, **NOW),
    "funds.budgets.report": step(KEEPERS, BOOK, **NOW),
    "funds.budgets.put_in_force": step({P.CHAIR}, BOOK, **NOW),
    "funds.budgets.adjust": step(KEEPERS, BOOK, **NOW),
    "funds.budgets.close_year": step(KEEPERS, BOOK, **NOW),
    **declared("funds.dues", BOOK),
    "funds.dues.collect": step(KEEPERS, BOOK),
    "funds.dues.pay": step(KEEPERS, BOOK),
    "funds.dues.pay.many": form(BOOK),
    "funds.dues.remind": step(KEEPERS, BOOK, post=302),
    "funds.dues.remind.many": form(BOOK),
    **declared("funds.contributions", BOOK),
    "funds.contributions.declare": step(KEEPERS, BOOK),
    "funds.contributions.receive": step(KEEPERS, BOOK),
    "funds.contributions.remit": step(KEEPERS - {P.ACCOUNTANT}, BOOK),
    "funds.contributions.word": act(BOOK, post=200, about="funds.Contribution"),
    **declared("my.dues", MEMBERS),
    "my.dues.detail": page({P.MEMBER}),
    **lists_in("funds.import_dues"),
    **lists_in("funds.import_wages"),
}
