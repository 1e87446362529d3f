"""Files, jobs, messages, search, figures, the rulebook, the calendar."""

from tests.crawler.policy.who import LEADERS, OVERSEERS, P
from tests.crawler.routes import routes
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import OFFICE, SIGNED_IN

READS_PLAN = OFFICE | LEADERS | {P.MEMBER, P.AUDITOR}
MENDS_PLAN = OFFICE | {P.BRANCH_CHAIR}
EXPORTS = [route.name for route in routes() if route.model and route.name.endswith(".download")]

ROWS: dict[str, Row] = {
    # files: with the record they belong to, here the plan of a contest of branch A
    "files.attach": form(
        MENDS_PLAN, forbidden=READS_PLAN - MENDS_PLAN, path=("activities.activity",), about="activities.Activity"
    ),
    "files.download": page(READS_PLAN, about="files.Attachment"),
    "files.remove": form(MENDS_PLAN, forbidden=READS_PLAN - MENDS_PLAN, post=302, about="files.Attachment"),
    "files.templates": page(OFFICE),
    "files.template": page(OFFICE, path=("people.application",)),
    "files.replace": form(OFFICE, path=("people.application",)),
    "files.restore": act(OFFICE, path=("people.application",)),
    # jobs: for whoever asked for one, here the clerk
    "jobs.show": page({P.CLERK}, about="jobs.Job"),
    "jobs.cancel": act({P.CLERK}, about="jobs.Job"),
    # messages: one's own; the office watches what goes out by e-mail
    "notices.inbox": page(SIGNED_IN),
    "notices.open_all": act(SIGNED_IN),
    "notices.open": act({P.MEMBER}, about="notices.Notice"),
    "notices.preferences": form(SIGNED_IN, post=302),
    "notices.outbox.list": page(OFFICE),
    "notices.outbox.views": act(OFFICE),
    "notices.outbox.export": act(OFFICE, post=200),
    "notices.outbox.detail": page(OFFICE),
    "notices.outbox.retry": form(OFFICE, get=409, post=409),
    "notices.outbox.retry.many": form(OFFICE),
    # a large export, made in the background: for whoever asked for it, here the clerk
    **{name: page({P.CLERK}, about=f"download:{name.removesuffix('.download')}") for name in EXPORTS},
    "search.results": page(SIGNED_IN),
    # figures: the number is for those who answer for the union or oversee it
    "figures.list": page(OVERSEERS),
    "figures.detail": page(OVERSEERS, path=("people.members",)),
    "figures.export": act(OVERSEERS, post=200, path=("people.members",)),
    # rules and days
    "rulebook.list": page(OFFICE),
    "rulebook.export": act(OFFICE, post=200),
    "rulebook.detail": page(OFFICE, path=("activities.award_share_max",)),
    "rulebook.amend": form(OFFICE, path=("activities.award_share_max",)),
    "calendar.this_year": page(OFFICE, get=302),
    "calendar.year": page(OFFICE, path=("2023",)),
    "calendar.enter": form(OFFICE, path=("2023",)),
}
