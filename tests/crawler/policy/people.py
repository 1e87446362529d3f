"""People: the marked person is a member of group 1 of branch A, on staff, with an account and full membership."""

from tests.crawler.policy.who import LEADERS, P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

DESK = OFFICE | LEADERS
REVIEWERS = OFFICE | {P.BRANCH_CHAIR}
RUN = "run:people.import"


def edits(**more) -> Row:
    """A change the office makes; leaders see the person and may not."""
    return form(OFFICE, forbidden=LEADERS, **more)


ROWS: dict[str, Row] = {
    # the roster
    "people.list": page(DESK),
    "people.views": act(DESK),
    "people.export": act(DESK, post=200),
    "people.detail": page(DESK),
    "people.reveal": act(DESK, post=200, about="people.Person", last=("phone",)),
    "people.take_on": edits(),
    "people.edit": edits(),
    "people.secrets": edits(),
    "people.move": edits(),
    "people.leave": edits(),
    "people.add_relation": edits(),
    "people.come_back": form((), forbidden=DESK),
    "people.open_account": form((), forbidden=DESK),
    "people.open_account.many": form(DESK),
    "people.import": form(OFFICE),
    "people.import.run": form({P.CLERK}, about=RUN),
    "people.import.apply": act({P.CLERK}, about=RUN),
    "people.import.errors": act({P.CLERK}, post=200, about=RUN),
    "people.import.forget": act({P.CLERK}, about=RUN),
    "people.first_clerk": form(()),  # the office of our world is staffed
    # my own
    "people.mine": page(MEMBERS, get=302, other=200),
    "people.me.list": page(MEMBERS),
    "people.me.views": act(MEMBERS),
    "people.me.export": act(MEMBERS, post=200),
    "people.me.detail": page({P.MEMBER}),
    "people.me.contact": form({P.MEMBER}),
    "people.me.correct": form({P.MEMBER}),
    "people.me.join": form((), forbidden={P.MEMBER}),
    "people.join": page(MEMBERS, get=302),
    "people.my_corrections.list": page(MEMBERS),
    "people.my_corrections.views": act(MEMBERS),
    "people.my_corrections.export": act(MEMBERS, post=200),
    "people.my_corrections.detail": page({P.MEMBER}),
    "people.my_corrections.take_back": form({P.MEMBER}, post=302),
    # what is printed
    "people.chart": page(MEMBERS),
    "people.registers": page(OFFICE),
    "people.register kind": act(OFFICE, post=200, path=("page",)),
    "people.register pk+kind": act(OFFICE, post=200, about="people.Unit", last=("page",)),
    "people.form": act(OFFICE, post=200, about="people.Membership", last=("registration",)),
    # membership
    "people.memberships.list": page(DESK),
    "people.memberships.views": act(DESK),
    "people.memberships.export": act(DESK, post=200),
    "people.memberships.detail": page(DESK),
    "people.memberships.apply_for": edits(),
    "people.memberships.transfer_in": edits(),
    "people.memberships.review": form(REVIEWERS, forbidden={P.GROUP_LEADER}, get=409, post=409),
    "people.memberships.review.many": form(DESK),
    "people.memberships.approve": edits(get=409, post=409),
    "people.memberships.decline": form(REVIEWERS, forbidden={P.GROUP_LEADER}, get=409, post=409),
    "people.memberships.retain": edits(),
    "people.memberships.set_dues": edits(),
    "people.memberships.transfer_out": edits(),
    "people.memberships.withdraw": edits(),
    "people.memberships.auto_withdraw": edits(),
    "people.memberships.expel": edits(),
    "people.memberships.die": edits(),
    "people.memberships.reinstate": edits(get=409, post=409),
    # how the union is built
    **{f"people.{kind}.list": page(OFFICE) for kind in ("units", "departments", "profile", "bodies", "terms", "posts")},
    **{f"people.{kind}.views": act(OFFICE) for kind in ("units", "departments", "profile", "bodies", "terms", "posts")},
    **{
        f"people.{kind}.export": act(OFFICE, post=200)
        for kind in ("units", "departments", "profile", "bodies", "terms", "posts")
    },
    **{
        f"people.{kind}.detail": page(OFFICE)
        for kind in ("units", "departments", "profile", "bodies", "terms", "posts")
    },
    **{
        f"people.{kind}.{verb}": form(OFFICE)
        for kind in ("units", "departments")
        for verb in ("create", "edit", "close")
    },
    "people.profile.describe": form(OFFICE, post=302),
    "people.bodies.create": form(OFFICE),
    "people.bodies.appoint": form(OFFICE),
    "people.bodies.seat": form(OFFICE),
    "people.bodies.term": form(OFFICE),
    "people.terms.extend": form(OFFICE),
    "people.posts.appoint": form(OFFICE),
    "people.posts.confirm": form(OFFICE, get=409, post=409),
    "people.posts.refuse": form(OFFICE, get=409, post=409),
    "people.posts.end": form(OFFICE),
    # corrections
    "people.corrections.list": page(OFFICE),
    "people.corrections.views": act(OFFICE),
    "people.corrections.export": act(OFFICE, post=200),
    "people.corrections.detail": page(OFFICE),
    "people.corrections.settle": form(OFFICE, post=302),
    "people.corrections.decline": form(OFFICE),
}
