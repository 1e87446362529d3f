"""What rests on a calculation falls with it; who lives in a household stands there once, the applicant by themself."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.care.hardship_world import DAY, deliberated
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.desk.aid import reviews_due
from unionhall.care.flow.hardship import HARDSHIP, FileState
from unionhall.care.flow.notice import NoticeState
from unionhall.care.forms.hardship import MeasureForm
from unionhall.care.kinds.hardship import Grade, LineKind
from unionhall.care.models import HardshipFile, MeansTest, PublicNotice, Review
from unionhall.care.rules.means import Line, assess
from unionhall.care.selectors.hardship_road import stops
from unionhall.care.services import aid, hardship
from unionhall.flows import NotAllowed, Refusal
from unionhall.kernel import clock
from unionhall.notices.models import Notice

RICH = [Line(LineKind.WAGES, Decimal(600_000))]
POOR = [Line(LineKind.WAGES, Decimal(20_000))]


def verified(file, clerk, chair):
    hardship.verify(file, by=clerk)


def agreed(file, clerk, chair):
    verified(file, clerk, chair)
    deliberated(file, chair)


def announced(file, clerk, chair):
    agreed(file, clerk, chair)
    hardship.announce(file, by=clerk)


@pytest.mark.parametrize("so_far", [verified, agreed, announced])
@pytest.mark.parametrize("lines", [RICH, POOR])
def test_a_new_calculation_sends_what_was_decided_back_to_be_verified(known, clerk, chair, so_far, lines):
    so_far(known, clerk, chair)
    hardship.measure(known, by=clerk, lines=lines, heads=3)
    file = HardshipFile.objects.get()
    assert (file.state, file.verified_by, file.agreed_by, file.opinion) == (FileState.APPLIED, None, None, "")
    assert not PublicNotice.objects.exclude(state=NoticeState.STOPPED).exists()
    with pytest.raises(Refusal, match="不能办理“公示”"):
        hardship.announce(file, by=clerk)


def test_a_household_that_is_refused_after_all_reads_why_and_its_posting_comes_down(known, clerk, chair):
    announced(known, clerk, chair)
    hardship.refuse(known, by=chair, reason="异议属实，另有房产")
    assert known.state == FileState.REFUSED
    assert PublicNotice.objects.get().state == NoticeState.STOPPED
    assert Notice.objects.get(user=known.person.user, subject__endswith="未认定").body == "异议属实，另有房产"


def test_who_does_not_qualify_is_not_announced_and_the_grade_is_the_one_decided(known, clerk, chair):
    agreed(known, clerk, chair)
    for lines, why in ((RICH, "未达困难标准"), ([Line(LineKind.WAGES, Decimal(40_000))], "与审议的“深度困难”不同")):
        means = assess(lines, heads=3, poverty_line=known.latest_means.poverty_line)
        MeansTest.objects.create(file=known, made_on=DAY, made_by=clerk, sheet=MeansTest.written(means))
        with pytest.raises(Refusal, match=why):
            hardship.announce(HardshipFile.objects.get(), by=clerk)
    assert not PublicNotice.objects.exists()


@pytest.fixture
def reviewed(known, clerk, chair):
    """On file for a year as in deep hardship; by this year's calculation it is in relative hardship."""
    announced(known, clerk, chair)
    with clock.pinned(date(2023, 3, 9)):
        hardship.put_on_file(known, by=chair)
    with clock.pinned(date(2024, 3, 1)):
        hardship.measure(known, by=clerk, lines=[Line(LineKind.WAGES, Decimal(40_000))], heads=3)
        assert HardshipFile.objects.get().grade == Grade.DEEP
        hardship.review(known, by=clerk)
        yield HardshipFile.objects.get()


def test_another_grade_takes_the_road_of_the_first_and_the_household_stays_on_file(reviewed, clerk, chair):
    assert (reviewed.state, reviewed.grade, reviewed.is_on_file) == (FileState.APPLIED, Grade.DEEP, True)
    assert HardshipFile.objects.on_file().get() == reviewed and not Review.objects.exists()
    aid.request(by=clerk, person=reviewed.person, kind="hardship", source="relief", event_on=clock.today(),
                reason="在档困难职工帮扶", cash=Decimal(500))  # fmt: skip
    for withdrawn in (hardship.withdraw, hardship.refuse):
        with pytest.raises(NotAllowed):
            withdrawn(reviewed, by=chair, reason="不办了")
    verified(reviewed, clerk, chair)
    with pytest.raises(Refusal, match="会议日期应在申请之后"):
        deliberated(reviewed, chair, held_on=DAY)  # last year's meeting decided on last year's grade
    deliberated(reviewed, chair)
    hardship.announce(reviewed, by=clerk)
    posting = PublicNotice.objects.order_by("-began_on").first()
    assert "相对困难" in posting.text and HardshipFile.objects.get().grade == Grade.DEEP
    road = [(stop.what, stop.mark) for stop in stops(reviewed)]
    assert road[4:6] == [("公示，只写姓氏、科室和困难类别", "now"), ("按新类别在档，此前按原类别", "next")]
    with clock.pinned(posting.ends_on + timedelta(days=1)):
        hardship.put_on_file(reviewed, by=chair)
        file, today = HardshipFile.objects.get(), clock.today()
    assert (file.grade, file.filed_on, Review.objects.get().reviewed_on) == (Grade.RELATIVE, date(2023, 3, 9), today)


def test_the_chair_keeps_the_grade_with_a_reason_and_what_was_posted_comes_down(reviewed, clerk, chair):
    announced(reviewed, clerk, chair)
    with pytest.raises(NotAllowed):
        hardship.keep_grade(reviewed, by=clerk, reason="不改")
    hardship.keep_grade(reviewed, by=chair, reason="收入为一次性，维持原类别")
    file = HardshipFile.objects.get()
    assert (file.state, file.grade, Review.objects.get().grade) == (FileState.FILED, Grade.DEEP, Grade.DEEP)
    assert not PublicNotice.objects.running(clock.today()).exists()


def test_the_same_grade_stands_for_another_year_by_the_office_alone(known, clerk, chair):
    announced(known, clerk, chair)
    with clock.pinned(date(2023, 3, 9)):
        hardship.put_on_file(known, by=chair)
    with clock.pinned(date(2024, 3, 1)):
        hardship.measure(known, by=clerk, lines=POOR, heads=3)
        assert hardship.review(known, by=clerk).grade == Grade.DEEP
        assert HardshipFile.objects.get().state == FileState.FILED


def test_a_household_out_of_hardship_waits_for_the_chair_not_for_its_review(known, clerk, chair, client):
    announced(known, clerk, chair)
    with clock.pinned(date(2023, 3, 9)):
        hardship.put_on_file(known, by=chair)
    with clock.pinned(date(2024, 3, 12)):
        assert [row.text for row in reviews_due(clerk)] == ["困难职工档案KN-2023-001：请年度复核"]
        assert (
            MeasureForm(user=clerk, obj=known).initial["heads"] == 3
        )  # as many as last year, though none is registered
        hardship.measure(known, by=clerk, lines=[Line(LineKind.WAGES, Decimal(600_000))], heads=3)
        assert [list(reviews_due(user)) == [] for user in (clerk, chair)] == [True, False]
        with pytest.raises(Refusal, match=r"已不再达到困难标准，请办理“脱困退出”（CARE-07）"):
            hardship.review(known, by=clerk)
        assert [row.text for row in reviews_due(chair)] == ["困难职工档案KN-2023-001：请脱困退出"]
        client.force_login(chair)
        asked = client.get(f"/office/care/hardship/{known.pk}/lift/").content.decode()
        assert "扣减后每人每月16,666.67元，未达困难标准" in asked
        hardship.lift(known, by=chair, reason="收入提高，生活改善")
        assert Notice.objects.get(user=known.person.user, subject__endswith="已脱困").body == "收入提高，生活改善"
        assert "退出日期" in client.get(f"/office/care/hardship/{known.pk}/").content.decode()


def test_the_household_reads_the_road_of_its_request(known, clerk, chair, client):
    def road():
        return [(stop.what, stop.mark) for stop in stops(HardshipFile.objects.get())]

    assert road()[:3] == [("提出申请", ""), ("入户走访、初核", ""), ("核实", "now")]
    assert {mark for _what, mark in road()[3:]} == {"next"}
    announced(known, clerk, chair)
    posted = stops(HardshipFile.objects.get())[4]
    assert (posted.mark, posted.by) == ("now", PublicNotice.objects.get().ends_on)
    client.force_login(known.person.user)
    page = client.get(f"/my/care/hardship/{known.pk}/").content.decode()
    assert "困难帮扶申请" in page.partition("<h1")[2].partition("</h1>")[0] and "工会委员会审议" in page
    hardship.withdraw(known, by=known.person.user)
    assert road()[-1] == ("已撤回", "stop") and ("建档", "next") not in road()


def test_what_is_missing_to_verify_is_told_at_once(asked, clerk):
    reason = HARDSHIP.why_not(asked, "verify", by=clerk)
    assert all(word in reason for word in ("家庭收支测算", "两人入户走访", "至少有一份证明"))


def test_what_usually_speaks_against_a_household_is_looked_at_twice_and_answered_in_words(known, clerk, chair, client):
    facts = {"cause": "illness", "circumstances": known.circumstances, "housing": "", "bank_account": ""}
    hardship.describe(known, by=clerk, reason="入户所见", exclusions=["houses"], **facts)
    client.force_login(clerk)
    here = f"/office/care/hardship/{known.pk}/"
    page = client.get(f"{here}verify/").content.decode()
    assert "登记了“两套以上住房”，一般不予认定（CARE-04）" in page
    assert "两套以上住房" in client.get(here).content.decode()
    with pytest.raises(Refusal, match=r"登记了“两套以上住房”.*请写明理由（CARE-04）"):
        hardship.verify(known, by=clerk)
    assert client.post(f"{here}verify/", {"note": ""}).status_code == 422
    assert client.post(f"{here}verify/", {"note": "一套为老宅，已出具证明"}).status_code == 302
    assert Event.objects.get(verb="care.hardship.verify").reason == "一套为老宅，已出具证明"
    client.force_login(chair)
    assert "两套以上住房" in client.get(f"{here}agree/").content.decode()


def test_a_visit_before_the_request_does_not_verify_it(asked, clerk, world):
    two = [world.home.people[one] for one in (Persona.CLERK, Persona.CHAIR)]
    with pytest.raises(Refusal, match="申请是2023年3月1日提出的"):
        hardship.visit_home(asked, by=clerk, visitors=two, visited_on=date(2023, 2, 28), found="情况属实")


def test_the_applicant_is_the_first_of_the_household_and_nobody_is_in_it_twice(asked, member, clerk):
    with pytest.raises(Refusal, match="申请人本人自动列为家庭第一人"):
        hardship.add_kin(asked, by=member, kin="other", name=member.person.name)
    hardship.add_kin(asked, by=member, kin="spouse", name="李 明", id_number="11010519491231002X")
    for name, number in (("李明", ""), ("李小明", "11010519491231002X")):
        with pytest.raises(Refusal, match="已经在家庭成员里"):
            hardship.add_kin(asked, by=member, kin="child", name=name, id_number=number)
    hardship.add_kin(asked, by=member, kin="child", name="李小明")
    assert MeasureForm(user=clerk, obj=asked).initial["heads"] == 3
    with pytest.raises(Refusal, match="测算按5人，登记的家庭成员连申请人是3人"):
        hardship.measure(asked, by=clerk, lines=RICH, heads=5)


def test_a_line_of_the_household_is_corrected_and_taken_away_until_it_is_verified(asked, member, client):
    line = hardship.add_kin(asked, by=member, kin="spouse", name="李明", id_number="11010519491231002X")
    client.force_login(member)
    here = f"/my/care/hardship/{asked.pk}"
    assert f"{here}/change_kin/?line={line.pk}" in client.get(f"{here}/").content.decode()
    page = client.get(f"{here}/change_kin/", {"line": line.pk}).content.decode()
    assert 'value="李明"' in page and 'value="self"' not in page
    changed = client.post(f"{here}/change_kin/", {"line": line.pk, "kin": "parent", "name": "李大明"})
    line.refresh_from_db()
    assert (changed.status_code, line.kin, line.name, line.id_number) == (302, "parent", "李大明", "11010519491231002X")
    HardshipFile.objects.update(state=FileState.VERIFIED)
    assert "change_kin" not in client.get(f"{here}/").content.decode()
    assert client.post(f"{here}/drop_kin/", {"line": line.pk}).status_code == 409
    HardshipFile.objects.update(state=FileState.APPLIED)
    client.post(f"{here}/drop_kin/", {"line": line.pk})
    assert not asked.relatives.exists()
