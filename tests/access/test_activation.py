from datetime import timedelta

import pytest

from tests.access.conftest import PASSWORD, open_codes
from unionhall.access.codes import new_code
from unionhall.access.models import ActivationCode
from unionhall.access.services import activation
from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.flows import NotAllowed
from unionhall.kernel import clock

NEW = "harbour-lantern-43"


@pytest.fixture
def activate(client):
    def post(code, staff_no="1001", password=NEW, again=NEW, **fields):
        return client.post(
            "/activate/", {"staff_no": staff_no, "code": code, "password": password, "again": again} | fields
        )

    return post


def test_a_code_sets_the_password_and_lets_in(client, member, slip, activate):
    assert activate(slip.code).status_code == 302
    assert client.get("/account/").status_code == 200
    member.refresh_from_db()
    assert member.check_password(NEW)
    assert set(Event.objects.about(member).values_list("verb", flat=True)) == {
        "accounts.issue_code",
        "accounts.activate",
        "accounts.sign_in",
    }


def test_a_code_is_read_as_people_write_it(member, slip, activate):
    assert activate(" " + slip.code.lower().replace("-", " ")).status_code == 302


def test_a_code_works_once(client, member, slip, activate):
    activate(slip.code)
    client.post("/sign-out/")
    assert activate(slip.code).status_code == 422


def test_a_code_expires(member, slip, activate):
    with clock.pinned(slip.expires_at + timedelta(seconds=1)):
        assert activation.owner_of(member.username, slip.code) is None
    with clock.pinned(slip.expires_at - timedelta(seconds=1)):
        assert activation.owner_of(member.username, slip.code) == member


def test_a_new_code_stops_the_old_one_but_not_the_password(member, slip, administrator, activate, sign_in):
    activation.issue([member], by=administrator)
    assert activate(slip.code).status_code == 422
    assert open_codes(member) == 1
    assert sign_in(password=PASSWORD).status_code == 302


def test_a_code_opens_its_own_account_only(union, slip, activate):
    User.objects.create_user(union, "1002", "陆遥")
    assert activate(slip.code, staff_no="1002").status_code == 422


def test_a_disabled_account_is_not_opened_by_its_code(member, slip, activate):
    User.objects.filter(pk=member.pk).update(is_active=False)
    assert activate(slip.code).status_code == 422


def test_every_wrong_code_gets_the_same_answer_for_the_same_work(member, slip, activate, django_assert_num_queries):
    answers = set()
    for staff_no, code in [("1001", new_code()), ("7777", new_code()), ("7777", slip.code)]:
        with django_assert_num_queries(1):
            assert activation.owner_of(f"demo-{staff_no}", code) is None
        answers.add(str(activate(code, staff_no=staff_no).context["form"].errors["code"]))
    assert len(answers) == 1


def test_the_database_does_not_hold_the_code(slip):
    kept = ActivationCode.objects.get().digest
    assert slip.code not in kept
    assert slip.code.replace("-", "") not in kept


def test_a_weak_password_does_not_use_the_code_up(member, slip, activate):
    response = activate(slip.code, password="1234567890", again="1234567890")
    assert response.status_code == 422
    assert activation.owner_of(member.username, slip.code) == member


def test_using_a_code_ends_the_sessions_of_who_knew_the_old_password(member, slip, activate, client_of):
    elsewhere = client_of(member)
    activate(slip.code)
    assert elsewhere.get("/account/").status_code == 302


def test_the_office_issues_codes_to_members(member, clerk):
    assert activation.issue([member], by=clerk)[0].user == member


def test_the_office_issues_none_to_the_chair_or_the_administrator(clerk, chair, administrator, member):
    for account in (chair, administrator):
        with pytest.raises(NotAllowed):
            activation.issue([member, account], by=clerk)
    assert not ActivationCode.objects.exists()


def test_all_who_wait_are_for_the_office_those_it_may_let_in_and_a_refusal_names_every_other(
    client_of, clerk, chair, administrator, member
):
    User.objects.exclude(pk=clerk.pk).update(password="!")
    client = client_of(clerk)
    with pytest.raises(NotAllowed, match=f"{chair.name}、{administrator.name}的账号有管理权限"):
        activation.issue([chair, administrator, member], by=clerk)
    page = client.post("/office/users/slips/", {"staff_nos": "", "by": "print"})
    assert [slip.user for slip in page.context["slips"]] == [member]


def test_a_member_issues_no_codes(union, member):
    colleague = User.objects.create_user(union, "1002", "陆遥")
    with pytest.raises(NotAllowed):
        activation.issue([colleague], by=member)


def test_a_whole_batch_of_codes_takes_a_few_queries(union, administrator, django_assert_max_num_queries):
    accounts = User.objects.bulk_create(
        User(union=union, staff_no=str(n), username=f"demo-{n}", name="职工") for n in range(10000, 10300)
    )
    with django_assert_max_num_queries(20):
        slips = activation.issue(accounts, by=administrator)
    assert len({slip.code for slip in slips}) == 300


def test_codes_stay_in_their_union(slip, member, other_union):
    with in_union(other_union):
        assert not activation.activate(member, code=slip.code, password=NEW)
