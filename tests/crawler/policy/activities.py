"""Activities: the marked one is an open contest of branch A alone, long past its day, with one individual item."""

from tests.crawler.policy.who import LEADERS, P
from tests.crawler.table import Row, act, form, page
from tests.kit.world.personas import MEMBERS, OFFICE

RUNNERS = OFFICE | {P.BRANCH_CHAIR}
DESK = OFFICE | LEADERS | {P.AUDITOR}
INVITED = LEADERS | {P.MEMBER}
CONTEST = "activities.Activity"


def step(**more) -> Row:
    """A step on the contest: for those who run it; others at the desk see it and may not."""
    return form(RUNNERS, forbidden=DESK - RUNNERS, **more)


def lists_in(name: str, **columns) -> dict[str, Row]:
    """The pages of an import; a run belongs to whoever uploaded it, here the clerk."""
    run = f"{CONTEST} run:{name}"
    return {
        name: form(RUNNERS, about=CONTEST),
        f"{name}.run": form({P.CLERK}, about=run, **columns),
        f"{name}.apply": act({P.CLERK}, about=run),
        f"{name}.errors": act({P.CLERK}, post=200, about=run),
        f"{name}.forget": act({P.CLERK}, about=run),
    }


ROWS: dict[str, Row] = {
    # at the desk
    "activities.list": page(DESK),
    "activities.views": act(DESK),
    "activities.export": act(DESK, post=200),
    "activities.detail": page(DESK),
    "activities.draft": step(),
    "activities.publish": step(get=409, post=409),
    "activities.amend": step(),
    "activities.close_signup": step(post=302),
    "activities.reopen": step(get=409, post=409),
    "activities.hold": step(post=302),
    "activities.finish": step(get=409, post=409),
    "activities.cancel": step(),
    "activities.add_item": step(),
    "activities.resize": step(),
    "activities.set_quota": step(),
    "activities.drop_item": step(),
    "activities.name_organiser": step(),
    "activities.add_partner": step(),
    "activities.enter_list": step(),
    "activities.check_in_sheet": step(),
    "activities.stock_prize": step(),
    "activities.award": step(),
    "activities.issue_prize": step(),
    "activities.sign_all": step(post=302),
    "activities.describe_training": step(get=409, post=409),
    "activities.ask_funds": step(),
    "activities.issue_certificates": step(),
    "activities.check_in": form(RUNNERS, about=CONTEST),
    "activities.results": form(RUNNERS, post=302, about="activities.Item"),
    **lists_in("activities.import_entries", post=302),  # needs no column: a row may say either number or name
    **lists_in("activities.import_results"),
    # its papers
    "activities.rows": page(DESK, about=CONTEST, last=("entries",)),
    "activities.printed": page(RUNNERS, about=CONTEST, last=("sheet",)),
    "activities.workbook": act(DESK, post=200, about=CONTEST, last=("entries",)),
    "activities.word_list": act(RUNNERS, post=200, about=CONTEST, last=("prizes",)),
    "activities.file": page(RUNNERS, about=CONTEST),
    "activities.word_file": act(RUNNERS, post=200, about=CONTEST),
    # elsewhere
    "activities.outside.list": page(DESK),
    "activities.outside.views": act(DESK),
    "activities.outside.export": act(DESK, post=200),
    "activities.outside.detail": page(OFFICE | {P.AUDITOR}),
    "activities.outside.register": form(OFFICE, forbidden=DESK - OFFICE),
    # on the phone
    "my.activities.list": page(MEMBERS),
    "my.activities.entries": page(MEMBERS | {P.UPPER_VIEWER}),
    "my.activities.show": page(DESK | INVITED, about=CONTEST),
    "my.activities.results": page(DESK | INVITED, about=CONTEST),
    "my.activities.ticket": page({P.MEMBER}, about=CONTEST),
    "my.activities.sign_up": act(LEADERS, refused={P.MEMBER, P.AUDITOR} | OFFICE, about="activities.Item"),
    "my.activities.team": form(DESK | INVITED, about="item:team"),
    "my.activities.withdraw": form({P.MEMBER}, post=302, about="activities.Entry"),
    "my.activities.withdraw_team": form({P.MEMBER}, post=302, about="activities.Team"),
    "my.activities.sign_prize": act({P.MEMBER}, about="activities.PrizeIssue"),
}
