import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access.conftest import PASSWORD, open_codes
from unionhall.access import jobs
from unionhall.access.models import ActivationCode
from unionhall.access.services import second_factor
from unionhall.accounts.models import User
from unionhall.audit.models import Event
from unionhall.kernel import clock


@pytest.fixture
def office(client_of, clerk):
    return client_of(clerk)


@pytest.fixture
def desk(client_of, administrator):
    return client_of(administrator)


def test_accounts_are_for_the_administrator_and_the_office(client_of, desk, office, member):
    assert desk.get("/office/users/").status_code == 200
    assert office.get("/office/users/").status_code == 200
    assert client_of(member).get("/office/users/").status_code == 404


def test_accounts_of_another_union_do_not_exist(desk, other_union):
    foreign = User.objects.create_user(other_union, "1001", "邻院职工")
    assert "邻院职工" not in desk.get("/office/users/").content.decode()
    assert desk.get(f"/office/users/{foreign.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("state", "numbers"), [("waiting", {"1002"}), ("active", {"1001", "9000"}), ("disabled", {"1003"})]
)
def test_the_list_filters_by_state(desk, union, member, state, numbers):
    User.objects.create_user(union, "1002", "未激活")
    User.objects.create_user(union, "1003", "已停用", PASSWORD, is_active=False)
    lines = desk.get("/office/users/", {"state": state}).context["list"].rows
    assert {user.staff_no for user in lines} == numbers


def test_the_administrator_disables_and_enables_with_a_reason(desk, member):
    assert desk.post(f"/office/users/{member.pk}/disable/", {"reason": ""}).status_code == 422
    assert desk.post(f"/office/users/{member.pk}/disable/", {"reason": "离职"}).status_code == 302
    member.refresh_from_db()
    assert not member.is_active
    event = Event.objects.about(member).first()
    assert (event.verb, event.reason, event.before, event.after) == (
        "accounts.disable",
        "离职",
        {"is_active": True},
        {"is_active": False},
    )
    desk.post(f"/office/users/{member.pk}/enable/", {"reason": "返聘"})
    member.refresh_from_db()
    assert member.is_active


def test_nobody_disables_himself_and_the_office_nobody(desk, office, administrator, member):
    assert desk.post(f"/office/users/{administrator.pk}/disable/", {"reason": "试"}).status_code == 403
    assert office.post(f"/office/users/{member.pk}/disable/", {"reason": "试"}).status_code == 403
    assert set(User.objects.values_list("is_active", flat=True)) == {True}


def test_slips_show_each_code_once_and_it_works(office, client, member):
    page = office.post("/office/users/slips/", {"staff_nos": "1001", "by": "print"}).content.decode()
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", page)[0]
    assert "Cache-Control" in office.get("/office/users/slips/").headers
    assert code not in office.get("/office/users/slips/").content.decode()
    done = client.post(
        "/activate/",
        {"staff_no": "1001", "code": code, "password": "harbour-lantern-43", "again": "harbour-lantern-43"},
    )
    assert done.status_code == 302


def test_without_numbers_everybody_who_waits_gets_a_slip(office, union, member):
    waiting = [User.objects.create_user(union, str(number), f"新人{number}") for number in range(1002, 1005)]
    page = office.post("/office/users/slips/", {"staff_nos": "", "by": "print"})
    assert [slip.user for slip in page.context["slips"]] == waiting
    assert open_codes(member) == 0


def test_unknown_numbers_are_named_and_nobody_gets_a_code(office, member):
    answer = office.post("/office/users/slips/", {"staff_nos": "1001\n7777\n8888", "by": "print"})
    assert answer.status_code == 422
    assert "7777、8888" in str(answer.context["form"].errors)
    assert open_codes(member) == 0


def test_the_office_cannot_cut_a_slip_for_the_chair(office, chair):
    answer = office.post("/office/users/slips/", {"staff_nos": "3001", "by": "print"})
    assert answer.status_code == 403
    assert "激活码请系统管理员发放" in answer.content.decode()


def test_codes_go_by_mail_to_those_who_have_an_address(office, settings, union):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    User.objects.create_user(union, "1002", "有邮箱", email="someone@example.org")
    User.objects.create_user(union, "1003", "没有邮箱")
    page = office.post("/office/users/slips/", {"staff_nos": "1002\n1003", "by": "mail"}, follow=True)
    assert [message.to for message in mail.outbox] == [["someone@example.org"]]
    assert ActivationCode.objects.count() == 1
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", mail.outbox[0].body)[0]
    job = page.context["job"]
    assert code not in f"{job.arguments}{job.result}{page.content.decode()}"
    assert "已发送 1 份，1 个账号没有电子邮箱。" in page.content.decode()


def test_the_administrator_lets_a_lost_phone_go(desk, member):
    User.objects.filter(pk=member.pk).update(totp_secret=second_factor.new_secret())
    assert desk.post(f"/office/users/{member.pk}/release/", {"reason": "手机丢失"}).status_code == 302
    member.refresh_from_db()
    assert not member.totp_secret


def test_the_list_costs_the_same_for_three_and_thirty(desk, union, member):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get("/office/users/")
        return len(queries)

    few = count()
    for number in range(30):
        User.objects.create_user(union, f"5{number:03}", "职工")
    assert count() == few


def test_old_sessions_are_forgotten(client, member, sign_in):
    sign_in()
    jobs.forget_old_sessions()
    assert Session.objects.count() == 1
    with clock.pinned(clock.now() + timedelta(days=15)):
        jobs.forget_old_sessions()
    assert not Session.objects.exists()
