"""The written policy: for every address, who may use it. A new address needs a row here.

`page`, `form` and `act` say which methods there are; the first argument says for whom. Anybody else gets 404, the
anonymous and the disabled the sign-in page, and those in `forbidden` 403.
"""
from tests.crawler.table import STRANGERS, Row, act, form, page
from tests.kit.world.personas import EVERYBODY, OFFICE, SIGNED_IN, Persona

P = Persona
OVERSEERS = OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER, P.UPPER_VIEWER}

POLICY: dict[str, Row] = {
    # home pages
    "web.home": page(SIGNED_IN, get=302),
    "web.my": page(SIGNED_IN),
    "web.matters": page(SIGNED_IN),
    "web.office": page(OFFICE),
    "web.year": page({P.CHAIR}),
    "web.year_of": page({P.CHAIR}, path=(2023,)),
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
    # figures: the number for those who answer for the union or oversee it
    "figures.list": page(OVERSEERS),
    "figures.detail": page(OVERSEERS, path=("people.members",)),
    "figures.export": act(OVERSEERS, post=200, path=("people.members",)),
    # background work: for whoever asked for it
    "jobs.show": page({P.CLERK}, about="jobs.Job"),
    "jobs.cancel": act({P.CLERK}, about="jobs.Job"),
}
