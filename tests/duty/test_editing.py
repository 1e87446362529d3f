import pytest

from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.duty import services
from unionhall.duty.models import Report
from unionhall.flows import NotAllowed, Refusal

YEAR = "from=2023-01-01 to=2023-12-31"


def texts(section):
    return [paragraph.text for paragraph in section.paragraphs.order_by("order")]


def test_prose_around_a_token_is_free(told, clerk):
    services.write(told, by=clerk, text=f"  今年的运动会有[[turns.turns as=near:10 {YEAR}]]参加。\r\n")
    told.refresh_from_db()
    assert told.text == f"今年的运动会有[[turns.turns as=near:10 {YEAR}]]参加。"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"有[[turns.nobody {YEAR}]]参加", "turns.nobody"),
        (f"有[[turns.turns item=chess {YEAR}]]参加", "没有找到这个项目"),
        ("有[[turns.turns]]参加", "写得不完整"),
        (f"有[[turns.turns {YEAR}参加", "不成对"),
        ("有[[329]]参加", "写得不完整"),
        ("有[[turns.turns from=2023-12-31 to=2023-01-01]]参加", "早于"),
    ],
)
def test_a_text_whose_token_names_nothing_is_refused_whole(told, clerk, text, reason):
    before = told.text
    with pytest.raises(Refusal, match=reason):
        services.write(told, by=clerk, text=text)
    told.refresh_from_db()
    assert told.text == before


def test_paragraphs_are_added_moved_and_removed(report, told, clerk):
    section = told.section
    new = services.add(section, by=clerk, after=told, text="天公作美。")
    assert texts(section)[-2:] == [told.text, "天公作美。"]
    services.move(new, by=clerk, up=True)
    assert texts(section)[-2:] == ["天公作美。", told.text]
    services.remove(new, by=clerk)
    assert texts(section)[-1] == told.text


def test_a_paragraph_moves_over_into_the_next_part(report, told, clerk):
    services.move(told, by=clerk, up=False)
    assert told.section.heading == "作风建设与廉洁自律"
    services.move(told, by=clerk, up=True)
    assert told.section.heading == "履职情况"


def test_every_change_leaves_its_event(told, clerk):
    services.write(told, by=clerk, text="改过的说法。")
    assert Event.objects.get(verb="duty.write").after == {"text": "改过的说法。"}


@pytest.mark.parametrize("persona", [Persona.MEMBER, Persona.HOSPITAL_LEADER, Persona.AUDITOR])
def test_readers_do_not_write(told, world, persona):
    with pytest.raises(NotAllowed):
        services.write(told, by=world.user(persona), text="说法")


def test_drafts_are_for_office_and_author_and_signed_reports_for_readers_too(report, world, chair):
    def seen_by(persona):
        return Report.objects.visible_to(world.user(persona)).exists()

    assert {
        persona
        for persona in (Persona.CLERK, Persona.CHAIR, Persona.AUDITOR, Persona.HOSPITAL_LEADER, Persona.MEMBER)
        if seen_by(persona)
    } == {Persona.CLERK, Persona.CHAIR}
    services.sign(report, by=chair)
    assert seen_by(Persona.AUDITOR)
    assert seen_by(Persona.HOSPITAL_LEADER)
    assert not seen_by(Persona.MEMBER)


def test_a_report_next_door_is_not_there(report, next_door):
    assert not Report.objects.visible_to(next_door.users[Persona.CLERK]).exists()
