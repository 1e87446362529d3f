"""The book: the accountant writes it, the chair reviews it, office, cashier and auditors read it; members read what is told."""

from tests.crawler.policy.who import P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

BOOK = OFFICE | {P.ACCOUNTANT, P.CASHIER, P.AUDITOR}
KEEPS, AUDITS, PUTS_RIGHT = {P.ACCOUNTANT}, {P.AUDITOR}, OFFICE | {P.ACCOUNTANT}
NOW = {"get": 409, "post": 409}  # the record is past this step, or not there yet


def step(opens: set | frozenset, **more) -> Row:
    """A verb of some of the book's readers; the others see the record and may not."""
    return form(opens, forbidden=BOOK - opens, **more)


def declared(name: str, readers: set | frozenset) -> dict[str, Row]:
    """The pages every declaration has."""
    return {
        f"{name}.list": page(readers),
        f"{name}.views": act(readers),
        f"{name}.export": act(readers, post=200),
        f"{name}.detail": page(readers),
    }


ROWS: dict[str, Row] = {
    **declared("funds.vouchers", BOOK),
    "funds.vouchers.book": step(KEEPS),
    "funds.vouchers.open_balances": step(KEEPS),
    "funds.vouchers.carry": step(KEEPS),
    "funds.vouchers.make": step(KEEPS, **NOW),
    "funds.vouchers.make.many": form(BOOK),
    "funds.vouchers.review": step({P.ACCOUNTANT, P.CHAIR}, post=302),
    "funds.vouchers.review.many": form(BOOK),
    "funds.vouchers.reverse": step(KEEPS),
    "funds.vouchers.word": act(BOOK, post=200, about="funds.Voucher"),
    "funds.vouchers.pdf": act(BOOK, post=200, about="funds.Voucher"),
    **declared("funds.entries", BOOK),
    **declared("funds.periods", BOOK),
    "funds.periods.close": step(KEEPS, **NOW),
    "funds.periods.word": act(BOOK, post=200, about="funds.Period"),
    **declared("funds.accounts", BOOK),
    "funds.accounts.begin": step(KEEPS, post=302),
    "funds.accounts.add": step(KEEPS),
    "funds.accounts.amend": step(KEEPS),
    **declared("funds.purses", BOOK),
    "funds.purses.open": step(PUTS_RIGHT),
    "funds.purses.pass_on": step(KEEPS, **NOW),
    "funds.purses.settle": step(PUTS_RIGHT, post=302),
    "funds.purses.word": act(BOOK, post=200, about="funds.Fund"),
    **declared("funds.audits", BOOK),
    "funds.audits.begin": step(AUDITS),
    "funds.audits.raise_finding": step(AUDITS),
    "funds.audits.report": step(AUDITS),
    "funds.audits.finish": step(AUDITS, **NOW),
    **declared("funds.findings", BOOK),
    "funds.findings.answer": step(PUTS_RIGHT),
    "funds.findings.accept": step(AUDITS, **NOW),
    "funds.findings.send_back": step(AUDITS, **NOW),
    **declared("funds.disclosures", BOOK),
    "funds.disclosures.publish": step(PUTS_RIGHT),
    **declared("my.funds.disclosures", MEMBERS),
    "funds.balances": form(BOOK, post=200),
    "funds.exports": form(BOOK),
}
