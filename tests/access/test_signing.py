import pytest

from tests.access.conftest import PASSWORD
from unionhall.access.services import users
from unionhall.accounts.models import Union, User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event


def verbs(user: User) -> list[str]:
    return list(Event.objects.about(user).values_list("verb", flat=True))


def test_staff_number_and_password_let_in_and_leave_an_event(client, member, sign_in):
    assert sign_in(next="/account/").url == "/account/"
    assert client.get("/account/").status_code == 200
    assert verbs(member) == ["accounts.sign_in"]


def test_full_width_digits_are_the_same_staff_number(member, sign_in):
    assert sign_in("１００１ ").status_code == 302


def test_wrong_password_and_unknown_number_get_the_same_answer(client, member, sign_in):
    wrong, unknown = sign_in(password="wrong"), sign_in("7777")
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert "忘记密码请向工会办公室领取激活码" in wrong.content.decode()


def test_an_unknown_number_costs_one_hash_like_a_known_one(member, sign_in, monkeypatch):
    """Equal work, hence equal time; counted, since a clock would make the test unsteady."""
    from django.contrib.auth.hashers import MD5PasswordHasher  # the hasher of the test settings

    hashed, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *args: hashed.append(1) or encode(self, *args))
    sign_in(password="wrong")
    known = len(hashed)
    sign_in("7777", password="wrong")
    User.objects.create_user(member.union, "1002", "未激活")
    unknown = len(hashed) - known
    hashed.clear()
    sign_in("1002", password="wrong")
    assert known == unknown == len(hashed)


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_leads_to_our_own_pages_only(member, sign_in, elsewhere):
    assert sign_in(next=elsewhere).url == "/"


def test_the_union_is_asked_only_where_there_are_several(client, union):
    assert "union" not in client.get("/sign-in/").context["form"].fields
    Union.objects.create(code="second", name="第二医院工会")
    assert "union" in client.get("/sign-in/").context["form"].fields


def test_one_number_in_two_unions_is_two_accounts(client, member, other_union, sign_in):
    with in_union(other_union):
        User.objects.create_user(other_union, "1001", "同号", "another-password-1")
    assert sign_in(union="other").status_code == 422
    assert sign_in(union="other", password="another-password-1").status_code == 302
    client.post("/sign-out/")
    assert client.get("/sign-in/").context["form"]["union"].value() == "other"


def test_a_union_no_longer_active_lets_nobody_in_or_stay(client, member, sign_in):
    sign_in()
    Union.objects.update(is_active=False)
    assert client.get("/account/").status_code == 302


def test_signing_out_ends_the_session(client, member, sign_in):
    sign_in()
    assert client.post("/sign-out/").url == "/sign-in/"
    assert client.get("/account/").status_code == 302
    assert verbs(member) == ["accounts.sign_out", "accounts.sign_in"]


def test_signing_out_takes_a_post(client, member, sign_in):
    sign_in()
    assert client.get("/sign-out/").status_code == 405


def test_a_disabled_account_is_out_at_its_next_request(client, member, administrator, sign_in):
    sign_in()
    assert client.get("/account/").status_code == 200
    users.disable(member, by=administrator, reason="离职")
    assert client.get("/account/").status_code == 302
    assert sign_in().status_code == 422


def test_without_the_check_of_every_request_a_disabled_account_would_stay(
    client, member, administrator, sign_in, settings
):
    """The twin: Django's backend that lets the inactive through."""
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.AllowAllUsersModelBackend"]
    client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
    users.disable(member, by=administrator, reason="离职")
    response = client.get("/account/language/")
    assert response.wsgi_request.user == member


def test_a_changed_password_ends_the_sessions_elsewhere_but_not_here(client, client_of, member, sign_in):
    elsewhere = client_of(member)
    sign_in()
    response = client.post(
        "/account/password/", {"current": PASSWORD, "password": "harbour-lantern-43", "again": "harbour-lantern-43"}
    )
    assert response.status_code == 302
    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert "accounts.change_password" in verbs(member)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"current": "wrong"}, "现在的密码不对。"),
        ({"again": "something-else-44"}, "两次输入的新密码不一样。"),
        ({"password": "short1", "again": "short1"}, "密码太短，至少要 10 个字符。"),
        ({"password": "1234567890", "again": "1234567890"}, "密码只包含数字。"),
    ],
)
def test_a_bad_new_password_is_refused_beside_its_field(client, member, sign_in, fields, reason):
    sign_in()
    good = {"current": PASSWORD, "password": "harbour-lantern-43", "again": "harbour-lantern-43"}
    response = client.post("/account/password/", good | fields)
    assert response.status_code == 422
    assert reason in str(response.context["form"].errors)
    member.refresh_from_db()
    assert member.check_password(PASSWORD)
