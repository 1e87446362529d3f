"""Lists that come in through their pages, posted as the pages themselves post."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.care.visits_world import adopt
from tests.kit.posts import form_with
from tests.kit.world import Persona
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Gift, LifeEvent
from unionhall.care.services import drives
from unionhall.kernel import clock

DAY = date(2023, 2, 20)


@pytest.fixture
def desk(client, clerk):
    with clock.pinned(DAY):
        client.force_login(clerk)
        yield client


def previewed(desk, address, rows):
    """The address of the preview of a sheet, and the page itself."""
    sheet = SimpleUploadedFile("名单.csv", "\n".join(",".join(map(str, row)) for row in rows).encode())
    columns = desk.post(address, {"file": sheet}, follow=True)
    where = columns.redirect_chain[-1][0]
    return where, desk.post(where, form_with(columns, rows_field(columns)), follow=True)


def rows_field(columns):
    """A field only the form of columns has."""
    return next(iter(columns.context["form"].fields))


def test_the_personnel_office_list_of_events_comes_in_through_its_pages(desk, world, clerk):
    adopt(clerk)
    person = world.home.people[Persona.MEMBER]
    head = ["工号", "姓名", "事由", "发生日期", "关系人", "情况说明", "地点", "重大疾病或特别困难"]
    row = [person.staff_no, person.name, "住院", "2023-02-18", "本人", "骨折", "本院骨科", "否"]
    where, preview = previewed(desk, reverse("care.import_events"), [head, row])
    assert (preview.status_code, preview.context["kinds"][0]["count"]) == (200, 1)
    desk.post(f"{where}apply/")
    assert LifeEvent.objects.get().place == "本院骨科"


def test_the_place_of_the_list_is_still_pointed_out_by_its_own_button(desk):
    sheet = SimpleUploadedFile(
        "名单.csv", "职工事件\n工号,姓名,事由,发生日期,地点\n1,甲,住院,2023-02-18,本院\n".encode()
    )
    columns = desk.post(reverse("care.import_events"), {"file": sheet}, follow=True)
    turn = form_with(columns, "at-turn") | {"at-header": "1"}
    turned = desk.post(columns.redirect_chain[-1][0], turn, follow=True)
    assert (turned.status_code, "place" in turned.context["form"].initial) == (200, True)


def test_the_bank_list_shows_amounts_whom_they_are_taken_for_their_sum_and_what_is_entered_by_hand(
    desk, world, clerk, open_drive
):
    donor = world.home.people[Persona.MEMBER]
    known = {"given_on": DAY, "way": Way.TRANSFER}
    drives.receive(open_drive, by=clerk, amount=Decimal(100), donor=donor, is_unmatched=True, **known)
    drives.receive(open_drive, by=clerk, amount=Decimal(50), donor_name="某某", bank_no="T9", **known)
    head = ["交易日期", "金额", "付款人", "流水号"]
    rows = [
        ["2023-02-20", "100.00", donor.name, "T1"],
        ["2023-02-20", "1200.50", "路人甲", "T2"],
        ["2023-02-20", "60", "某某", "T9"],
    ]
    where, preview = previewed(desk, reverse("care.drives.import", args=[open_drive.pk]), [head, *rows])
    page = preview.content.decode()
    assert "将新增2笔，合计1,300.50元。" in page
    assert f"登记到{donor.name}（工号{donor.staff_no}）名下。" in page
    assert "花名册上没有对得上的人，按付款人姓名登记。" in page
    assert "同一天已登记过同一人的100.00元" in page
    assert "这条流水已登记为2023年2月20日的50.00元" in page
    assert [one["value"] for one in preview.context["kinds"]] == ["new", "unchanged", "error"]
    desk.post(f"{where}apply/")
    assert Gift.objects.count() == 4
