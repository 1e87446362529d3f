import pytest

from tests.kit.turns import Turn
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.duty import services
from unionhall.duty.models import Kind, Report
from unionhall.duty.outlines import OUTLINES
from unionhall.duty.paper.compose import compose
from unionhall.duty.periods import UnknownPeriod, parse
from unionhall.duty.selectors.reports import sections_of, text_of, untold
from unionhall.duty.services.drafting import NoOutline
from unionhall.flows import NotAllowed
from unionhall.kernel import clock
from unionhall.people.models import Term


def test_a_draft_says_what_the_records_say(report, told):
    assert told.text.startswith("5月1日举办职工运动会，[[turns.turns from=2023-01-01 to=2023-12-31]]参加")
    assert "5月1日举办职工运动会，9人次参加，发出奖品15个。" in [block.text for block in compose(report).blocks]


def test_a_draft_speaks_in_the_name_of_the_chair(report, world):
    assert report.author == world.home.people[Persona.CHAIR]
    assert report.title == "工会主席述职报告"
    assert f"示范医院工会工会主席{report.author.name}" not in report.salutation
    assert report.number == "述职-2023-001"


def test_a_draft_stores_no_number(report):
    assert not [
        character
        for character in text_of(report).replace("[[", "\n[[").split("\n")[0]
        if character.isdigit() and "2023" not in text_of(report)
    ]
    assert "9人次" not in text_of(report)


def test_a_topic_without_a_record_says_nothing_and_waits(report):
    section = sections_of(report).get(heading="履职情况")
    assert "care" in [topic.value for topic in untold(section)]
    assert "culture" not in [topic.value for topic in untold(section)]


@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("period", ["2023", "2023H1", "2023Q2"])
def test_every_outline_tells_the_meet_once(meet, clerk, outline, period):
    report = services.draft(by=clerk, period=period, outline=outline)
    texts = [block.text for block in compose(report).blocks]
    assert [text for text in texts if "9人次" in text] == ["5月1日举办职工运动会，9人次参加，发出奖品15个。"]
    assert not [text for text in texts if "{" in text]


def test_nothing_recorded_gives_a_paper_of_its_frame_alone(meet, clerk):
    Turn.objects.all().delete()
    report = services.draft(by=clerk, period="2023", outline="congress")
    assert report.kind == Kind.CONGRESS
    assert [block.kind for block in compose(report).blocks] == ["salutation", "text", "text"]


def test_the_system_may_draft_for_the_command_line(meet, system):
    assert services.draft(by=system, period="2023", outline="annual").title == "2023年工作报告"


def test_a_union_without_a_chair_gets_a_report_that_waits_for_an_author(union, turns_figures, system):
    report = services.draft(by=system, period="2023", outline="personal")
    assert report.author is None
    assert compose(report).blocks[1].text == "现将示范医院工会2023年的工作报告如下。"


def test_a_member_may_not_draft(meet, world):
    with pytest.raises(NotAllowed):
        services.draft(by=world.user(Persona.MEMBER), period="2023", outline="personal")
    assert not Report.objects.exists()


@pytest.mark.parametrize("period", ["2023H3", "2023Q5", "二〇二三", "23", "", "2023H", "0000", "term"])
def test_a_period_that_is_none_is_refused(meet, clerk, period):
    with pytest.raises(UnknownPeriod):
        services.draft(by=clerk, period=period, outline="personal")


def test_an_outline_that_is_none_is_refused(meet, clerk):
    with pytest.raises(NoOutline, match="half-year"):
        services.draft(by=clerk, period="2023", outline="poem")


def test_drafting_leaves_one_event(report, clerk):
    event = Event.objects.get(verb="duty.create")
    assert (event.by, event.subject_id, event.concerns) == (clerk, report.pk, report.author_id)


def test_a_report_on_the_term_covers_the_term_of_the_chairs_committee(meet, clerk, world):
    body = world.home.people[Persona.CHAIR].posts.get().seat.body
    today = clock.today()
    Term.objects.create(
        body=body,
        number=3,
        began_on=today.replace(year=today.year - 1, day=1),
        years=5,
        ends_on=today.replace(year=today.year + 4, day=1),
    )
    report = services.draft(by=clerk, period="term", outline="congress")
    assert (report.first, report.last) == (
        today.replace(year=today.year - 1, day=1),
        today.replace(year=today.year + 4, day=1),
    )
    label = parse(report.period, (report.first, report.last)).label
    assert label == f"{today.year - 1}年{today.month}月至{today.year + 4}年{today.month}月"
