"""Home pages, getting in, accounts, the trail."""

from tests.crawler.policy.who import STRANGERS, P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import EVERYBODY, OFFICE, SIGNED_IN

USER_KEEPERS = OFFICE | {P.ADMINISTRATOR}
TRAIL_READERS = OFFICE | {P.ADMINISTRATOR, P.AUDITOR}

ROWS: dict[str, Row] = {
    "web.home": page(SIGNED_IN, get=302),
    "web.my": page(SIGNED_IN),
    "web.matters": page(SIGNED_IN),
    "web.office": page(OFFICE),
    "web.year": page({P.CHAIR}),
    "web.year_of": page({P.CHAIR}, path=("2023",)),
    # getting in: for everybody, and for whoever is in
    "accounts.sign_in": form(STRANGERS, other=302),
    "accounts.second_step": form(EVERYBODY, get=302, post=302),
    "accounts.sign_out": act(EVERYBODY),
    "accounts.activate": form(EVERYBODY),
    "accounts.language": act(EVERYBODY),
    "accounts.type_size": act(EVERYBODY),
    "accounts.security": page(SIGNED_IN),
    "accounts.change_password": form(SIGNED_IN),
    "accounts.enrol": form(SIGNED_IN),
    "accounts.release": form(SIGNED_IN, get=302, post=302),
    # accounts: for the office, but only the administrator shuts one; the marked account is live, open and not bound
    "accounts.users.list": page(USER_KEEPERS),
    "accounts.users.views": act(USER_KEEPERS),
    "accounts.users.export": act(USER_KEEPERS, post=200),
    "accounts.users.detail": page(USER_KEEPERS),
    "accounts.users.disable": form({P.ADMINISTRATOR}, forbidden=OFFICE),
    "accounts.users.enable": form((), forbidden=USER_KEEPERS),
    "accounts.users.unlock": form((), forbidden=USER_KEEPERS),
    "accounts.users.release": form((), forbidden=USER_KEEPERS),
    "accounts.slips": form(USER_KEEPERS),
    # the trail
    "audit.list": page(TRAIL_READERS),
    "audit.views": act(TRAIL_READERS),
    "audit.export": act(TRAIL_READERS, post=200),
    "audit.detail": page(TRAIL_READERS),
}
