import pytest


def test_a_stranger_s_language_is_kept_in_a_cookie(client, union):
    assert client.post("/account/language/", {"language": "en", "next": "/sign-in/"}).url == "/sign-in/"
    assert '<html lang="en"' in client.get("/sign-in/").content.decode()


def test_a_member_s_choices_are_kept_with_the_account(client_of, member):
    client = client_of(member)
    client.post("/account/language/", {"language": "en"})
    client.post("/account/type/", {"large": "1"})
    member.refresh_from_db()
    assert (member.language, member.large_type) == ("en", True)
    client.post("/account/type/", {"large": ""})
    member.refresh_from_db()
    assert not member.large_type


@pytest.mark.parametrize("language", ["", "xx", "../../etc"])
def test_an_unknown_language_is_chinese(client_of, member, language):
    client_of(member).post("/account/language/", {"language": language})
    member.refresh_from_db()
    assert member.language == "zh-hans"


@pytest.mark.parametrize("address", ["/account/language/", "/account/type/"])
def test_choices_are_made_by_post(client, union, address):
    assert client.get(address).status_code == 405
