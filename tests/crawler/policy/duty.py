"""Duty reports: the marked one is a draft in the member's name; the office writes, the chair signs."""

from tests.crawler.policy.who import P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import OFFICE

READERS = OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER, P.BRANCH_CHAIR}
DRAFT = "duty.Report"

ROWS: dict[str, Row] = {
    "duty.list": page(READERS),
    "duty.views": act(READERS),
    "duty.export": act(READERS, post=200),
    "duty.create": form(OFFICE, forbidden=READERS - OFFICE),
    "duty.detail": page(OFFICE),
    "duty.describe": form(OFFICE),
    "duty.sign": form({P.CHAIR}, forbidden={P.CLERK}, post=302),
    "duty.discard": form(OFFICE, post=302),
    "duty.edit": page(OFFICE, about=DRAFT),
    "duty.figures": page(OFFICE, about=DRAFT),
    "duty.write": act(OFFICE, about="duty.Paragraph"),
    "duty.arrange": act(OFFICE, about="duty.Paragraph", data=(("verb", "up"),)),
    "duty.begin": act(OFFICE, about="duty.Section"),
    "duty.check": page(OFFICE, about=DRAFT),
    "duty.note": act(OFFICE, post=409, about=DRAFT),
    "duty.print": page(OFFICE, about=DRAFT),
    "duty.word": act(OFFICE, post=200, about=DRAFT),
    "duty.since": page((), about=DRAFT),  # nothing has changed since the signing of what is not signed
    "duty.check_any": form(READERS),
}
