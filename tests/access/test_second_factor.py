from datetime import timedelta
from xml.etree import ElementTree

import pyotp
import pytest
from django.db import connection

from tests.access.conftest import PASSWORD
from unionhall.access.models import RecoveryCode
from unionhall.access.services import second_factor
from unionhall.flows import Blocked
from unionhall.kernel import clock


@pytest.fixture
def secret():
    return second_factor.new_secret()


@pytest.fixture
def bound(member, secret):
    """The member with a phone; returns the recovery codes."""
    with clock.pinned(clock.now() - timedelta(minutes=5)):
        return second_factor.enrol(member, secret=secret, code=code_now(secret))


def code_now(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(int(clock.now().timestamp()) + 30 * steps)


def test_a_bound_account_is_asked_for_the_code_and_then_let_in(client, member, bound, secret, sign_in):
    assert sign_in(next="/account/").url == "/sign-in/code/"
    assert client.get("/account/").status_code == 302
    assert client.post("/sign-in/code/", {"code": code_now(secret)}).url == "/account/"
    assert client.get("/account/").status_code == 200


def test_a_code_is_never_accepted_twice(member, bound, secret):
    code = code_now(secret)
    assert second_factor.accept(member, code)
    assert not second_factor.accept(member, code)


def test_an_older_code_is_not_accepted_after_a_newer_one(member, bound, secret):
    assert second_factor.accept(member, code_now(secret, 1))
    assert not second_factor.accept(member, code_now(secret))


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_phone_may_be_half_a_minute_off(member, bound, secret, steps, accepted):
    assert second_factor.accept(member, code_now(secret, steps)) is accepted


def test_a_recovery_code_stands_in_once(member, bound):
    assert second_factor.accept(member, bound[0].lower())
    assert not second_factor.accept(member, bound[0])
    assert RecoveryCode.objects.filter(used_at=None).count() == 9


def test_recovery_codes_and_secret_are_not_in_the_database_in_clear(member, bound, secret):
    with connection.cursor() as cursor:
        cursor.execute("SELECT totp_secret FROM accounts_user WHERE totp_secret <> ''")
        stored = cursor.fetchone()[0]
    kept = stored + "".join(RecoveryCode.objects.values_list("digest", flat=True))
    assert secret not in kept
    assert not [code for code in bound if code in kept or code.replace("-", "") in kept]


def test_guessing_the_code_locks_out(client, member, bound, sign_in, settings):
    sign_in()
    answers = [
        client.post("/sign-in/code/", {"code": "000000"}).status_code for _attempt in range(settings.AXES_FAILURE_LIMIT)
    ]
    assert answers[-1] == 429
    assert sign_in().status_code == 429


def test_the_second_step_cannot_be_reached_without_the_first(client, member, bound, secret):
    assert client.post("/sign-in/code/", {"code": code_now(secret)}).url == "/sign-in/"


def test_the_second_step_waits_five_minutes(client, member, bound, secret, sign_in):
    sign_in()
    with clock.pinned(clock.now() + timedelta(minutes=5, seconds=1)):
        assert client.post("/sign-in/code/", {"code": code_now(secret)}).url == "/sign-in/"


def test_binding_shows_a_picture_without_style_and_the_recovery_codes_once(client_of, member):
    client = client_of(member)
    page = client.get("/account/code/")
    picture = ElementTree.fromstring(page.context["picture"])
    assert not [element for element in picture.iter() if "style" in element.attrib]
    sealed, secret = page.context["sealed"], page.context["secret"]
    assert secret not in sealed
    done = client.post("/account/code/", {"sealed": sealed, "code": code_now(secret)})
    assert len(done.context["codes"]) == 10
    member.refresh_from_db()
    assert member.totp_secret == secret


def test_a_wrong_code_binds_nothing_and_shows_the_same_picture_again(client_of, member):
    client = client_of(member)
    page = client.get("/account/code/")
    again = client.post("/account/code/", {"sealed": page.context["sealed"], "code": "000000"})
    assert again.status_code == 422
    assert again.context["secret"] == page.context["secret"]
    member.refresh_from_db()
    assert not member.totp_secret


def test_a_secret_sealed_for_one_account_binds_no_other(client_of, member, administrator):
    sealed = client_of(administrator).get("/account/code/").context["sealed"]
    page = client_of(member).post("/account/code/", {"sealed": sealed, "code": "000000"})
    assert page.status_code == 422
    assert page.context["sealed"] != sealed


def test_a_new_phone_takes_a_code_of_the_old_one(client_of, member, bound, secret):
    client = client_of(member)
    page = client.get("/account/code/")
    new = page.context["secret"]
    fields = {"sealed": page.context["sealed"], "code": code_now(new)}
    assert client.post("/account/code/", fields).status_code == 422
    assert client.post("/account/code/", fields | {"current": "000000"}).status_code == 422
    assert client.post("/account/code/", fields | {"current": code_now(secret)}).status_code == 200
    member.refresh_from_db()
    assert member.totp_secret == new


def test_letting_the_phone_go_takes_a_code(client_of, member, bound, secret):
    client = client_of(member)
    assert client.post("/account/code/remove/", {"code": "000000"}).status_code == 422
    assert client.post("/account/code/remove/", {"code": code_now(secret)}).status_code == 302
    member.refresh_from_db()
    assert not member.totp_secret


def test_the_office_reaches_nothing_before_its_phone_is_bound(client_of, clerk, member, settings):
    settings.UNIONHALL_OFFICE_TOTP = True
    assert client_of(clerk).get("/account/").url == "/account/code/"
    assert client_of(clerk).get("/account/code/").status_code == 200
    assert client_of(member).get("/account/").status_code == 200


def test_without_the_setting_the_office_chooses(client_of, clerk):
    assert client_of(clerk).get("/account/").status_code == 200


def test_the_office_cannot_let_its_phone_go_but_the_administrator_can(clerk, administrator, secret, settings):
    settings.UNIONHALL_OFFICE_TOTP = True
    second_factor.enrol(clerk, secret=secret, code=code_now(secret))
    with pytest.raises(Blocked):
        second_factor.remove(clerk, by=clerk)
    second_factor.remove(clerk, by=administrator, reason="手机丢失")
    clerk.refresh_from_db()
    assert not clerk.totp_secret


def test_the_password_alone_is_not_enough_after_a_change_in_between(client, member, bound, secret, sign_in):
    sign_in(password=PASSWORD)
    member.set_password("harbour-lantern-43")
    member.save()
    assert client.post("/sign-in/code/", {"code": code_now(secret)}).url == "/sign-in/"
