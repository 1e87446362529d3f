"""One way through the house: a meet recorded by the activities' own verbs becomes a report that says so and can prove it."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from tests.activities.conftest import people  # noqa: F401
from tests.kit.world import Persona, build
from unionhall.activities import services as activities
from unionhall.activities.flow import EntryState
from unionhall.activities.kinds import Kind, Occasion
from unionhall.activities.models import Entry
from unionhall.activities.services.awards import Winner, issue_prizes
from unionhall.duty import periods, services
from unionhall.duty.check.marks import Status
from unionhall.duty.outlines import OUTLINES
from unionhall.duty.paper.compose import compose
from unionhall.duty.paper.word import word
from unionhall.duty.services.changes import changes
from unionhall.kernel import clock

MAY_DAY = date(2023, 5, 1)
IN_AN_ITEM = (37, 37, 37, 37, 37, 36, 36, 36, 36)
SAID = "5月1日举办第五届职工运动会，设项目9个，329人次参赛，发放奖品400个。"


@pytest.fixture
def world(union, other_union):
    return build(union, other_union)


@pytest.fixture
def meet(world, clerk, people):  # noqa: F811
    """The May Day meet: 329 person-times of 50 people in 9 items, 400 prizes."""
    entrants = people(50)
    with clock.pinned(MAY_DAY):
        meet = activities.draft(
            by=clerk,
            title="职工运动会",
            series="职工运动会",
            edition=5,
            kind=Kind.SPORTS_MEET,
            occasion=Occasion.MAY_DAY,
            venue="体育馆",
            held_from=MAY_DAY,
            held_to=MAY_DAY,
        )
        activities.publish(meet, by=clerk)
        for number, count in enumerate(IN_AN_ITEM):
            activities.enter_list(
                activities.add_item(meet, by=clerk, name=f"项目{number}"), by=clerk, people=entrants[:count]
            )
        activities.check_in_sheet(meet, by=clerk, people=entrants[:37])
        towels = activities.stock_prize(meet, by=clerk, name="毛巾", stock=400, is_keepsake=True)
        issue_prizes(
            towels, by=clerk, winners=[Winner(person, 10) for person in entrants[:36]] + [Winner(entrants[36], 40)]
        )
        activities.hold(meet, by=clerk)
    return meet


@pytest.fixture
def report(meet, clerk):
    return services.draft(by=clerk, period="2023", outline="personal")


def texts(report):
    return "".join(block.text for block in compose(report).blocks)


@pytest.mark.parametrize("outline", OUTLINES)
def test_every_outline_says_what_the_meet_was(meet, clerk, outline):
    assert SAID in texts(services.draft(by=clerk, period="2023H1", outline=outline))


def test_the_second_half_of_the_year_says_nothing_of_it(meet, clerk):
    assert "运动会" not in texts(services.draft(by=clerk, period="2023H2", outline="personal"))


def test_the_report_is_drafted_signed_and_set_as_word_without_a_doubt(report, chair):
    assert [one.mark for one in services.unsettled(report)] == []
    services.sign(report, by=chair)
    document = Document(BytesIO(word(report)))
    assert any(SAID in paragraph.text for paragraph in document.paragraphs)


def test_one_entry_changed_afterwards_changes_the_live_figure_and_not_the_signed_report(report, chair, clerk):
    services.sign(report, by=chair)
    entry = Entry.objects.took_part().first()
    Entry.objects.filter(pk=entry.pk).update(state=EntryState.ABSENT)
    assert SAID in texts(report)
    said = [(change.frozen.text, change.live) for change in changes(report, chair) if change.is_changed]
    assert ("329人次", "328人次") in said
    assert next(row for change in changes(report, chair) for row in change.removed.shown) == entry


def test_without_freezing_the_changed_entry_changes_the_report(report):
    """The twin: the same report, not signed."""
    Entry.objects.filter(pk=Entry.objects.took_part().first().pk).update(state=EntryState.ABSENT)
    assert SAID not in texts(report)
    assert "328人次参赛" in texts(report)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("五一前后办了职工运动会，9个项目有329人次上场，送出奖品400个。", {Status.BACKED}),
        ("5月1日的职工运动会是第五届。", {Status.BACKED}),
        ("职工运动会有392人次参加。", {Status.DIFFERS}),
        ("职工运动会发放奖品500个。", {Status.DIFFERS}),
        ("全年服务职工突破十万人次。", {Status.IMPLAUSIBLE}),
        ("7月3日接待了兄弟单位。", {Status.NO_RECORD}),
    ],
)
def test_a_pasted_text_is_held_against_the_records(meet, text, status):
    assert {mark.status for mark in services.check_text(text, periods.parse("2023"))} == status


def test_the_same_text_about_the_wrong_half_of_the_year_is_not_backed(meet):
    marks = services.check_text("5月1日的运动会有329人次参加。", periods.parse("2023H2"))
    assert [mark.status for mark in marks] == [Status.OUTSIDE, Status.NO_RECORD]


def test_a_member_named_in_the_text_is_marked(meet, world):
    name = world.home.people[Persona.MEMBER].name
    assert [mark.status for mark in services.check_text(f"帮助了职工{name}。", periods.parse("2023"))] == [
        Status.PRIVATE
    ]
