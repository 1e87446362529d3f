from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings as configured
from django.test import override_settings
from django.utils import timezone

from tests.access.conftest import PASSWORD
from unionhall.access import lockout
from unionhall.access.services import users
from unionhall.accounts.models import User
from unionhall.audit.models import Event
from unionhall.flows import NotAllowed, WrongState

LIMIT = configured.AXES_FAILURE_LIMIT


@pytest.fixture
def locked(member, sign_in):
    for _attempt in range(LIMIT):
        response = sign_in(password="wrong")
    return response


def test_too_many_failures_close_the_account_and_say_until_when(locked, sign_in, member):
    until = timezone.localtime(lockout.locked_until(member.username)).strftime("%H:%M")
    assert locked.status_code == 429
    assert f"请在 {until} 以后再试。" in locked.content.decode()
    assert sign_in(password=PASSWORD).status_code == 429


@override_settings(AXES_ENABLED=False)
def test_without_the_lock_out_guessing_succeeds(sign_in, member):
    """The twin: the same guesser, nobody counting."""
    for _attempt in range(LIMIT * 4):
        assert sign_in(password="wrong").status_code == 422
    assert sign_in(password=PASSWORD).status_code == 302


def test_an_unknown_number_is_locked_alike(sign_in, union):
    answers = [sign_in("7777", password="wrong").status_code for _attempt in range(LIMIT + 1)]
    assert answers == [422] * (LIMIT - 1) + [429, 429]


def test_a_colleague_at_the_same_address_is_not_locked_out(locked, sign_in, union):
    User.objects.create_user(union, "1002", "陆遥", PASSWORD)
    assert sign_in("1002").status_code == 302


def test_the_owner_elsewhere_is_not_locked_out(locked, client, member):
    response = client.post("/sign-in/", {"staff_no": "1001", "password": PASSWORD}, REMOTE_ADDR="10.0.0.9")
    assert response.status_code == 302


def test_knocking_during_the_lock_out_does_not_prolong_it(locked, sign_in, member):
    before = lockout.locked_until(member.username)
    sign_in(password="wrong")
    assert lockout.locked_until(member.username) == before


def test_the_lock_out_ends_when_it_said(locked, sign_in, member):
    AccessAttempt.objects.update(attempt_time=timezone.now() - configured.AXES_COOLOFF_TIME - timedelta(seconds=1))
    assert lockout.locked_until(member.username) is None
    assert sign_in().status_code == 302


def test_a_success_clears_the_count(sign_in, member, client):
    for _attempt in range(LIMIT - 1):
        sign_in(password="wrong")
    sign_in()
    client.post("/sign-out/")
    assert sign_in(password="wrong").status_code == 422


def test_a_lock_out_leaves_one_event_however_long_the_knocking(locked, sign_in, member):
    sign_in(password="wrong")
    assert Event.objects.about(member).filter(verb="accounts.lock_out").count() == 1


def test_guessing_codes_counts_like_guessing_passwords(client, member, sign_in):
    wrong = {"staff_no": "1001", "code": "AAAAA-BBBBB", "password": "harbour-lantern-43", "again": "harbour-lantern-43"}
    answers = [client.post("/activate/", wrong).status_code for _attempt in range(LIMIT)]
    assert answers == [422] * (LIMIT - 1) + [429]
    assert sign_in().status_code == 429


def test_no_secret_is_kept_with_the_failure(client, member, sign_in):
    sign_in(password="almost-right-41")
    client.post(
        "/activate/",
        {"staff_no": "1001", "code": "SECRE-TCODE", "password": "pick-me-please-1", "again": "pick-me-please-1"},
    )
    kept = "".join(f"{attempt.post_data}{attempt.get_data}" for attempt in AccessAttempt.objects.all())
    assert [secret for secret in ("almost-right-41", "SECRE-TCODE", "pick-me-please-1") if secret in kept] == []


def test_the_administrator_opens_a_locked_account(locked, sign_in, member, administrator):
    users.unlock(member, by=administrator)
    assert sign_in().status_code == 302
    with pytest.raises(WrongState):
        users.unlock(member, by=administrator)


def test_a_member_opens_nobody_s_account(locked, member, union):
    colleague = User.objects.create_user(union, "1002", "陆遥")
    with pytest.raises(NotAllowed):
        users.unlock(member, by=colleague)
