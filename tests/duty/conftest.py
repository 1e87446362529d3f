"""A union with its people, a sports meet of nine turns told by one sentence, and a draft about it."""

from datetime import date

import pytest

from tests.kit.turns import Turn, persons, prizes, turns, turns_figures  # noqa: F401
from tests.kit.world import build
from unionhall.accounts.tenancy import in_union
from unionhall.duty import services
from unionhall.figures import sentences as engine
from unionhall.figures.sentences import Sentence, Topic, sentences

MAY_DAY = date(2023, 5, 1)


@pytest.fixture
def world(turns_figures, union, other_union):  # noqa: F811
    return build(union, other_union)


@pytest.fixture
def meet(world, monkeypatch):
    """Nine turns of three persons, twelve prizes; the only teller of the house speaks of them."""
    monkeypatch.setattr(engine, "_tellers", [])

    @sentences(topic=Topic.CULTURE, keys=["turns.turns"])
    def told(scope):
        yield Sentence(
            MAY_DAY,
            "{on}举办职工运动会，{turns}参加，发出奖品{prizes}。",
            on=MAY_DAY,
            turns=turns(scope),
            prizes=prizes(scope),
        )

    return [
        Turn.objects.create(person=person, item=item, day=MAY_DAY, prizes=1 if person == "a" else 2)
        for person in "abc"
        for item in ("rope", "tug", "darts")
    ]


@pytest.fixture
def report(meet, clerk):
    return services.draft(by=clerk, period="2023", outline="personal")


@pytest.fixture
def told(report):
    """The paragraph about the meet."""
    return report.sections.get(heading="履职情况").paragraphs.get(is_heading=False)


@pytest.fixture
def signed(report, chair):
    services.sign(report, by=chair)
    return report


@pytest.fixture
def next_door(world):
    with in_union(world.next_door.union):
        yield world.next_door
