import pytest
from django.db import transaction

from tests.access.conftest import PASSWORD
from unionhall.accounts.models import Counter, User
from unionhall.accounts.roles import Role
from unionhall.accounts.tenancy import in_union
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.audit.selectors import rows


@pytest.fixture
def auditor(union, posts):
    auditor = User.objects.create_user(union, "4001", "经审", PASSWORD)
    posts[auditor.pk] = Role.AUDITOR
    return auditor


@pytest.fixture
def business(union, clerk):
    """An event of a business record, with a marker in each of its fields."""
    with transaction.atomic():
        return audit.record(
            "care.visit",
            Counter(key="对象标记"),
            by=clerk,
            before={"note": "前标记"},
            after={"note": "后标记"},
            reason="理由标记",
        )


def pages_of(client, event) -> str:
    return "".join(client.get(url).content.decode() for url in ("/office/audit/", f"/office/audit/{event.pk}/"))


def test_the_office_reads_who_did_what_and_what_it_changed(client_of, clerk, business):
    seen = pages_of(client_of(clerk), business)
    assert [
        mark for mark in ("陆遥", "care.visit", "对象标记", "理由标记", "前标记", "后标记") if mark not in seen
    ] == []


@pytest.mark.parametrize("who", ["administrator", "auditor"])
def test_administrator_and_auditor_read_no_business_content(client_of, business, who, request):
    seen = pages_of(client_of(request.getfixturevalue(who)), business)
    assert "care.visit" in seen
    assert [mark for mark in ("对象标记", "理由标记", "前标记", "后标记") if mark in seen] == []


def test_the_export_shows_the_administrator_no_more_than_the_page(client_of, administrator, business):
    shown = rows(administrator).get(pk=business.pk)
    assert (shown.subject, shown.why) == ("", "")


def test_a_member_has_no_trail(client_of, member, business):
    client = client_of(member)
    assert client.get("/office/audit/").status_code == 404
    assert client.get(f"/office/audit/{business.pk}/").status_code == 404


def test_another_union_s_trail_does_not_exist(client_of, clerk, other_union):
    with in_union(other_union), transaction.atomic():
        foreign = audit.record("test", other_union, by=clerk)
    assert client_of(clerk).get(f"/office/audit/{foreign.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"who": "2001"}, 1),
        ({"who": "陆"}, 1),
        ({"who": "9999"}, 0),
        ({"verb": "care."}, 1),
        ({"verb": "funds."}, 0),
        ({"kind": "change"}, 1),
        ({"kind": "export"}, 0),
        ({"day_before": "2000-01-01"}, 0),
        ({"day_after": "2000-01-01"}, 1),
    ],
)
def test_the_trail_is_filtered_by_who_what_and_when(client_of, clerk, business, query, found):
    Event.objects.exclude(pk=business.pk).delete()
    assert client_of(clerk).get("/office/audit/", query).context["list"].page.paginator.count == found
