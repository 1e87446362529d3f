import pytest
from django.test import Client
from django.urls import reverse

from unionhall.search import services


@pytest.fixture
def search(system):
    at_desk = Client()
    at_desk.force_login(system)

    def ask(text, client=at_desk, **more):
        return client.get(reverse("search.results"), {"q": text, **more})

    return ask


@pytest.fixture
def people(found, monkeypatch):
    """More of a name than one page of results shows, and one that is closed to members."""
    found.objects.bulk_create([found(name=f"张三{number}") for number in range(60)])
    found.objects.bulk_create([found(name="张三密", is_open=False)])
    services.reindex(found.objects.all())
    return found


@pytest.fixture
def as_member(member):
    client = Client()
    client.force_login(member)
    return client


def test_hits_are_grouped_by_kind_and_lead_to_their_records(found, search):
    record = found.objects.create(name="张三丰")
    page = search("三丰").content.decode()
    assert "<h2>记录</h2>" in page
    assert f'href="/found/{record.pk}/"' in page


def test_a_kind_with_many_hits_opens_in_full_page_by_page(people, search, as_member):
    assert "kind=search_tests.found" in search("张三").content.decode()
    whole = search("张三", kind="search_tests.found", page=2).content.decode()
    assert whole.count('class="words"') >= 10
    assert '<span class="count">60</span>' in search("张三", as_member, kind="search_tests.found").content.decode()


def test_what_a_reader_may_not_see_is_neither_shown_nor_counted(people, search, as_member):
    assert "张三密" not in search("三密", as_member).content.decode()
    assert '<span class="count">0</span>' in search("三密", as_member, kind="search_tests.found").content.decode()


def test_htmx_gets_the_first_hits_alone(people, system):
    client = Client(headers={"HX-Request": "true"})
    client.force_login(system)
    page = client.get(reverse("search.results"), {"q": "张三"}).content.decode()
    assert page.count("<li>") == 3
    assert "<html" not in page


@pytest.mark.parametrize(
    ("typed", "says"), [("", "想找什么"), ("z", "请再多写一点"), ("查无此人", "没有找到"), ("<b>", "请再多写一点")]
)
def test_an_empty_answer_says_what_to_do(found, search, typed, says):
    page = search(typed)
    assert page.status_code == 200
    assert says in page.content.decode()


def test_an_unknown_kind_is_not_found(found, search):
    assert search("张三", kind="accounts.user").status_code == 404


def test_the_anonymous_sign_in_first(db):
    assert Client().get(reverse("search.results")).status_code == 302
