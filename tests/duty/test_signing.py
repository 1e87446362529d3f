"""Freezing, and its twin: the same change of records under a report that was not frozen."""

import pytest

from tests.kit.turns import Turn
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.duty import services
from unionhall.duty.models import Frozen
from unionhall.duty.paper.compose import compose
from unionhall.duty.services.changes import changes
from unionhall.duty.services.signing import digest
from unionhall.flows import Blocked, NotAllowed, WrongState

SAID = "5月1日举办职工运动会，9人次参加，发出奖品15个。"


def texts(report):
    return [block.text for block in compose(report).blocks]


def test_a_signed_report_keeps_its_numbers_when_the_records_change(signed, meet):
    meet[0].delete()
    assert SAID in texts(signed)


def test_without_freezing_the_same_change_would_show(report, meet):
    """The twin: the draft follows the records."""
    assert SAID in texts(report)
    meet[0].delete()
    assert "5月1日举办职工运动会，8人次参加，发出奖品14个。" in texts(report)


def test_freezing_keeps_value_definition_and_rows(signed, meet):
    frozen = Frozen.objects.get(token__startswith="[[turns.turns ")
    assert (frozen.value, frozen.text, frozen.unit) == ("9", "9人次", "人次")
    assert frozen.definition == "期间内每人每项计一次。"
    assert set(frozen.row_ids) == {turn.pk for turn in meet}
    assert frozen.digest == digest(9, frozen.definition, frozen.row_ids)


def test_a_signed_report_is_not_written_in(signed, chair, told):
    with pytest.raises(WrongState, match="已签发"):
        services.write(told, by=chair, text="另一个说法")


def test_a_report_is_signed_once(signed, chair):
    with pytest.raises(WrongState):
        services.sign(signed, by=chair)


@pytest.mark.parametrize("persona", [Persona.CLERK, Persona.MEMBER, Persona.HOSPITAL_LEADER])
def test_only_author_and_chair_sign(report, world, persona):
    with pytest.raises(NotAllowed):
        services.sign(report, by=world.user(persona))
    assert not Frozen.objects.exists()


def test_an_author_who_is_not_the_chair_signs_their_own(meet, clerk, world):
    report = services.draft(by=clerk, period="2023", outline="personal", author=world.home.people[Persona.BRANCH_CHAIR])
    services.sign(report, by=world.user(Persona.BRANCH_CHAIR))
    assert report.is_signed


def test_signing_is_refused_while_a_claim_has_neither_record_nor_reason(report, told, clerk, chair):
    services.write(told, by=clerk, text=told.text + "服务突破十万人次。")
    with pytest.raises(Blocked, match="突破十万人次"):
        services.sign(report, by=chair)
    assert report.is_draft
    assert not Frozen.objects.exists()


def test_a_reason_settles_a_claim_and_is_printed_with_the_evidence(report, told, clerk, chair):
    services.write(told, by=clerk, text=told.text + "服务突破十万人次。")
    [doubt] = services.unsettled(report)
    services.note(
        report,
        by=chair,
        quote=doubt.mark.claim.quote,
        sentence=doubt.mark.claim.sentence,
        status=doubt.mark.status,
        reason="含门户网站访问量，信息科证明",
    )
    services.sign(report, by=chair)
    assert [note.reason for note in compose(report).notes] == ["含门户网站访问量，信息科证明"]


def test_a_reason_for_one_finding_does_not_settle_another(report, told, clerk, chair):
    services.write(told, by=clerk, text=told.text + "收到锦旗37面，帮扶37人。")
    doubt = services.unsettled(report)[0]
    services.note(
        report,
        by=chair,
        quote=doubt.mark.claim.quote,
        sentence=doubt.mark.claim.sentence,
        status="differs",
        reason="另有台账可查",
    )
    with pytest.raises(Blocked):
        services.sign(report, by=chair)


def test_a_report_without_an_author_is_not_signed(report, chair, clerk):
    services.describe(report, by=clerk, title=report.title, salutation="", audience="", author=None)
    with pytest.raises(Blocked, match="述职人"):
        services.sign(report, by=chair)


def test_what_has_changed_since_names_the_rows(signed, meet, system):
    meet[0].delete()
    new = Turn.objects.create(person="d", day=meet[1].day, prizes=3)
    turns, prizes = changes(signed, system)
    assert (turns.frozen.text, turns.live, turns.is_changed) == ("9人次", "9人次", True)
    assert (turns.added.shown, turns.removed.count, turns.removed.gone) == ([new], 1, 1)
    assert (prizes.frozen.text, prizes.live) == ("15个", "17个")


def test_a_reader_without_the_right_learns_the_count_and_not_the_persons(signed, meet, clerk):
    Turn.objects.create(person="d", day=meet[0].day)
    change = changes(signed, clerk)[0]
    assert (change.added.shown, change.added.hidden, change.added.count) == ([], 1, 1)


def test_an_unchanged_figure_says_so(signed, system):
    assert not any(change.is_changed for change in changes(signed, system))


def test_signing_leaves_its_event(signed, chair):
    event = Event.objects.get(verb="duty.sign")
    assert (event.by, event.after["state"]) == (chair, "signed")


def test_a_share_is_frozen_with_part_and_whole(report, told, clerk, chair):
    services.write(told, by=clerk, text=told.text + "参与率[[turns.turnout item=rope from=2023-01-01 to=2023-12-31]]。")
    services.sign(report, by=chair)
    share = Frozen.objects.get(label="参与率")
    assert (share.text, share.about) == ("100%", "跳绳")
    assert [(part.label, part.text, part.row_count) for part in share.parts.all()] == [
        ("参加人数", "3人", 3),
        ("全部人数", "3人", 9),
    ]
    assert [proof.is_part for proof in compose(report).proofs].count(True) == 2
