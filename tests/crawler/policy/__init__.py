"""The written policy: for every address, who may use it. A new address needs a row in its module's table.

`page`, `form` and `act` say which methods there are; the first argument says for whom. Anybody else gets 404, the
anonymous and the disabled the sign-in page, those in `forbidden` 403, and those in `refused` 409.
"""

from tests.crawler.policy import (
    activities,
    ballots,
    care_aid,
    care_visits,
    congress,
    duty,
    engines,
    funds_book,
    funds_money,
    house,
    people,
    proposals,
)
from tests.crawler.table import Row

POLICY: dict[str, Row] = (
    house.ROWS
    | engines.ROWS
    | people.ROWS
    | ballots.ROWS
    | congress.ROWS
    | activities.ROWS
    | proposals.ROWS
    | care_visits.ROWS
    | care_aid.ROWS
    | duty.ROWS
    | funds_book.ROWS
    | funds_money.ROWS
)
