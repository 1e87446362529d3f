"""The pages of duty reports: editor, checker, print, Word, changes, for every kind of user."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.kit.turns import Turn
from tests.kit.world import Persona
from unionhall.audit.models import Event, Kind
from unionhall.duty import services
from unionhall.duty.models import Report
from unionhall.kernel import clock

YEAR = "from=2023-01-01 to=2023-12-31"


def get(world, persona, name, *args, **query):
    return world.client(persona).get(reverse(name, args=args), query)


def post(world, persona, name, *args, **data):
    return world.client(persona).post(reverse(name, args=args), data)


def html(response):
    return unescape(response.content.decode())


def box(response):
    """What stands in the text box of the open paragraph."""
    return unescape(
        re.search(r"<textarea[^>]*>(.*?)</textarea>", response.content.decode(), re.DOTALL).group(1)
    ).strip()


def test_the_chair_writes_a_report_with_one_form(meet, world):
    response = post(world, Persona.CHAIR, "duty.create", period="2026", outline="personal", author="", audience="")
    report = Report.objects.get()
    assert response.url == reverse("duty.detail", args=[report.pk])


def test_the_record_page_shows_figures_as_chips_that_open_their_rows(report, world):
    page = html(get(world, Persona.CHAIR, "duty.detail", report.pk))
    assert '<a class="chip" href="/figures/turns.turns/?from=2023-01-01&to=2023-12-31"' in page
    assert ">9人次</a>" in page


def test_the_editor_shows_tokens_by_name_and_never_as_numbers(report, told, world):
    page = get(world, Persona.CLERK, "duty.edit", report.pk, at=told.pk)
    assert box(page) == "5月1日举办职工运动会，[[1 参加人次]]参加，发出奖品[[2 发放奖品]]。"


def write(world, told, text, persona=Persona.CLERK, **more):
    tokens = [f"[[turns.turns {YEAR}]]", f"[[turns.prizes {YEAR}]]"]
    return post(world, persona, "duty.write", told.pk, text=text, token=tokens, **more)


def test_what_is_written_keeps_its_figures(told, world):
    response = write(world, told, "运动会有[[1 参加人次]]到场。")
    told.refresh_from_db()
    assert (response.status_code, told.text) == (302, f"运动会有[[turns.turns {YEAR}]]到场。")


def test_a_way_of_printing_is_chosen_beside_the_figure(told, world):
    write(world, told, "运动会有[[1 参加人次]]到场。", **{"style-1": "near"})
    told.refresh_from_db()
    assert told.text == f"运动会有[[turns.turns as=near {YEAR}]]到场。"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("运动会有[[1 参加人数]]到场。", "被改动过"),
        ("运动会有[[329人次]]到场。", "被改动过"),
        ("运动会有[[3 参加人次]]到场。", "被改动过"),
        ("运动会有[[1 参加人次到场。", "不成对"),
        (f"运动会有[[turns.nobody {YEAR}]]到场。", "turns.nobody"),
        ("运动会有[[]]到场。", "写得不完整"),
    ],
)
def test_a_figure_typed_over_comes_back_with_the_reason_and_what_was_typed(told, world, text, reason):
    before = told.text
    response = write(world, told, text)
    told.refresh_from_db()
    assert (response.status_code, told.text) == (409, before)
    assert reason in html(response)
    assert box(response) == text


def test_a_figure_from_the_list_is_put_in_and_what_was_typed_stays(told, world):
    response = write(world, told, "今年有[[1 参加人次]]，共", insert=f"[[turns.persons {YEAR}]]")
    told.refresh_from_db()
    assert box(response) == "今年有[[1 参加人次]]，共[[2 参加人数]]"
    assert "共" not in told.text


def test_a_link_of_the_list_opens_the_paragraph_with_the_figure_at_its_end(report, told, world):
    page = get(world, Persona.CLERK, "duty.edit", report.pk, at=told.pk, insert=f"[[turns.persons {YEAR}]]")
    assert box(page).endswith("。[[3 参加人数]]")


def test_the_list_of_figures_shows_live_values_and_can_be_searched(report, told, world):
    page = html(get(world, Persona.CLERK, "duty.figures", report.pk, q="奖品", at=told.pk))
    assert "15个" in page
    assert "9人次" not in page


def test_doubts_stand_in_the_margin(report, told, world, clerk):
    services.write(told, by=clerk, text="服务突破十万人次。")
    page = html(get(world, Persona.CHAIR, "duty.edit", report.pk))
    assert "不合常理" in page
    assert "平均每人" in page


def test_the_whole_way_from_doubt_to_signature(report, told, world, clerk):
    services.write(told, by=clerk, text=told.text + "收到锦旗37面，帮扶37人。")
    assert post(world, Persona.CHAIR, "duty.sign", report.pk).status_code == 409
    [doubt] = services.unsettled(report)
    claim = doubt.mark.claim
    asked = {"quote": claim.quote, "sentence": claim.sentence, "status": doubt.mark.status.value}
    assert post(world, Persona.CHAIR, "duty.note", report.pk, **asked, reason="x").status_code == 409
    assert post(world, Persona.CHAIR, "duty.note", report.pk, **asked, reason="见台账第三册").status_code == 302
    assert "见台账第三册" in html(get(world, Persona.CHAIR, "duty.check", report.pk))
    assert post(world, Persona.CHAIR, "duty.sign", report.pk).status_code == 302
    report.refresh_from_db()
    assert report.is_signed


@pytest.mark.parametrize("verb", ["up", "down", "add", "heading", "remove"])
def test_paragraphs_are_arranged_by_buttons(told, world, verb):
    assert post(world, Persona.CLERK, "duty.arrange", told.pk, verb=verb).status_code == 302


def test_a_topic_of_the_to_do_list_is_told_once_it_has_records(report, told, world, clerk):
    section = told.section
    services.remove(told, by=clerk)
    assert "尚无记录" in html(get(world, Persona.CLERK, "duty.edit", report.pk))
    post(world, Persona.CLERK, "duty.begin", section.pk, topic="culture")
    assert section.paragraphs.filter(topic="culture", is_heading=False).get().text.startswith("5月1日")


def test_a_pasted_text_is_marked_and_nothing_is_kept(meet, world):
    text = "5月1日运动会有9人次参加，发出奖品16个。服务突破十万人次。"
    before = Event.objects.count()
    page = html(post(world, Persona.CHAIR, "duty.check_any", period="2026", text=text))
    assert Event.objects.count() == before
    assert 'data-status="implausible"' in page


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"period": "2026", "text": ""}, 422),
        ({"period": "1800", "text": "甲"}, 422),
        ({"text": "甲"}, 422),
        ({"period": "2026", "text": "有[[turns.turns]]"}, 409),
        ({"period": "term", "text": "甲"}, 409),
        ({"period": "2026", "text": "<script>9人次</script>"}, 200),
    ],
)
def test_bad_input_to_the_checker_is_answered_in_words(meet, world, data, status):
    response = post(world, Persona.CHAIR, "duty.check_any", **data)
    assert response.status_code == status
    assert b"<script>9" not in response.content


def test_word_is_downloaded_by_post_and_recorded(report, world):
    response = post(world, Persona.CHAIR, "duty.word", report.pk)
    assert response.content.startswith(b"PK")
    assert Event.objects.get(kind=Kind.EXPORT).subject_type == "duty.word"
    assert get(world, Persona.CHAIR, "duty.word", report.pk).status_code == 405


def test_the_print_preview_says_what_the_paper_says(report, world):
    page = html(get(world, Persona.CHAIR, "duty.print", report.pk))
    assert "一、履职情况" in page
    assert "9人次参加，发出奖品15个。" in page
    assert "附件：数据与依据" in page


def test_what_has_changed_since_names_what_the_reader_may_see(signed, world, meet):
    meet[0].delete()
    Turn.objects.create(person=world.user(Persona.CHAIR).staff_no, item="darts", day=meet[1].day)
    page = html(get(world, Persona.CHAIR, "duty.since", signed.pk))
    assert f"{world.user(Persona.CHAIR).staff_no} darts" in page
    assert "1 条记录已删除" in page


def test_a_draft_has_nothing_to_compare(report, world):
    assert get(world, Persona.CHAIR, "duty.since", report.pk).status_code == 404


READERS_OF_SIGNED = {Persona.CLERK, Persona.CHAIR, Persona.AUDITOR, Persona.HOSPITAL_LEADER}
SIGNED_PAGES = ["duty.detail", "duty.print", "duty.check", "duty.since"]


@pytest.mark.parametrize("persona", sorted(set(Persona) - {Persona.ANONYMOUS, Persona.DISABLED}))
def test_who_opens_a_signed_report(signed, world, persona):
    expected = 200 if persona in READERS_OF_SIGNED else 404
    assert {get(world, persona, name, signed.pk).status_code for name in SIGNED_PAGES} == {expected}
    assert get(world, persona, "duty.edit", signed.pk).status_code == 404


@pytest.mark.parametrize(
    "persona", sorted(set(Persona) - {Persona.ANONYMOUS, Persona.DISABLED, Persona.CLERK, Persona.CHAIR})
)
def test_a_draft_is_not_there_for_others(report, told, world, persona):
    asked = [
        get(world, persona, name, report.pk).status_code
        for name in ("duty.detail", "duty.edit", "duty.check", "duty.print", "duty.figures")
    ]
    asked += [
        post(world, persona, "duty.write", told.pk, text="甲").status_code,
        post(world, persona, "duty.arrange", told.pk, verb="remove").status_code,
        post(world, persona, "duty.begin", told.section_id).status_code,
        post(world, persona, "duty.word", report.pk).status_code,
    ]
    assert set(asked) == {404}


def test_the_anonymous_sign_in_first(report, world):
    assert get(world, Persona.ANONYMOUS, "duty.edit", report.pk).status_code == 302


def test_a_get_writes_nothing(report, told, world):
    before = Event.objects.count()
    for name in ("duty.detail", "duty.edit", "duty.check", "duty.print", "duty.figures"):
        get(world, Persona.CHAIR, name, report.pk, at=told.pk)
    assert Event.objects.count() == before


def test_a_reader_of_english_gets_english_pages_and_a_chinese_document(report, told, world):
    user = world.user(Persona.CHAIR)
    user.language = "en"
    user.save()
    page = html(get(world, Persona.CHAIR, "duty.edit", report.pk, at=told.pk))
    assert "Keep this paragraph" in page
    assert "[[1 参加人次]]" in page
    assert "尚无记录" not in page
    assert services.unsettled(report) == []


def test_a_report_on_an_old_year_is_offered_and_chosen_from_the_page_of_that_year(meet, world):
    year = clock.today().year - 9
    chair = world.client(Persona.CHAIR)
    link = f"{reverse('duty.create')}?period={year}"
    assert link in chair.get(reverse("web.year_of", args=[year])).content.decode()
    assert f'<option value="{year}" selected>' in chair.get(link).content.decode()


def test_a_signed_report_does_not_offer_what_would_be_refused(signed, world):
    page = world.client(Persona.CHAIR).get(reverse("duty.detail", args=[signed.pk])).content.decode()
    assert reverse("duty.describe", args=[signed.pk]) not in page
