"""A new union's first day: each home says what is still missing, in order, and leads whoever may see to it there."""

from datetime import date

import pytest
from django.test import Client

from unionhall.access.services.founding import found
from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.accounts.tenancy import in_union
from unionhall.flows import Blocked
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.services import purses
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, How, UnitKind
from unionhall.people.flow import State
from unionhall.people.models import Membership, Person, Seat, Unit
from unionhall.people.services import bodies
from unionhall.people.services.accounts import open_accounts
from unionhall.people.services.first_clerk import name_first_clerk

TODAY = date(2023, 1, 4)
BUDGET, OPENING = "/office/funds/budgets/draft/", ""
CARE = ["/office/care/standards/take_over/", "/office/care/visit-sets/adopt/"]


@pytest.fixture
def clerk(db):
    union, slip = found(code="fresh", name="新建医院工会")
    with in_union(union), clock.pinned(TODAY):
        post = name_first_clerk(by=slip.user, staff_no="00057", name="方娥娴", employment="contract")
        yield post.person.user


def home(user: User, face: str = "office") -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    return client.get(f"/{face}/")


def steps(user: User, face: str = "office") -> list[str]:
    return [item.url for item in home(user, face).context["missing"]]


def member(staff_no: str, name: str) -> Person:
    person = Person.objects.create(staff_no=staff_no, name=name, employment="contract")
    Membership.objects.create(person=person, state=State.APPROVED, joined_on=TODAY, card_no=f"C{staff_no}")
    return person


def appoint(clerk: User, role: str, person: Person, **facts: object) -> None:
    seat = Seat.objects.filter(role=role).first()
    bodies.appoint(seat, by=clerk, person=person, began_on=TODAY, **{"how": How.APPOINTMENT} | facts)


def test_the_administrator_lands_where_the_first_clerk_is_named(db):
    union, slip = found(code="fresh", name="新建医院工会")
    client = Client()
    client.force_login(slip.user)
    assert client.get("/").url == "/office/first-clerk/"
    with in_union(union):
        name_first_clerk(by=slip.user, staff_no="00057", name="方娥娴", employment="contract")
    assert client.get("/").url == "/office/users/"


def test_the_clerk_is_led_from_the_roster_to_the_posts_and_reads_whose_turn_the_rest_is(clerk):
    assert steps(clerk) == ["/office/people/import/", OPENING, BUDGET, *CARE]
    assert "由会计办理" in home(clerk).content.decode()
    member("00001", "韩雅芬")
    founding = [f"/office/bodies/create/?kind={kind}" for kind in ("committee", "audit")]
    seats = [f"/office/posts/appoint/?seat={Seat.objects.get(role=role).pk}" for role in ("accountant", "cashier")]
    assert steps(clerk) == [*founding, *seats, OPENING, BUDGET, *CARE]


def test_an_election_still_to_be_confirmed_is_the_next_step_then_the_account_then_nothing(clerk):
    chair = member("00002", "谢芬霞")
    bodies.create_body(by=clerk, kind=BodyKind.COMMITTEE, name="工会委员会")
    appoint(clerk, Role.CHAIR, chair, how=How.ELECTION)
    assert steps(clerk)[0] == f"/office/posts/{chair.posts.get().pk}/"
    bodies.confirm(chair.posts.get(), by=clerk, document="批〔2023〕1号")
    open_accounts([chair], by=clerk)
    lines = [(item.text, item.whose) for item in home(clerk).context["missing"]]
    assert ("谢芬霞还没有启用账号，请发放激活码", "系统管理员") in lines
    User.objects.filter(person=chair).update(password="set")
    assert not any("谢芬霞" in item.text for item in home(clerk).context["missing"])


def test_who_keeps_the_book_finds_on_the_phone_what_is_theirs_and_a_member_nothing(clerk):
    people = [member("00003", "邱锦瑶"), member("00004", "贺芝红")]
    open_accounts(people, by=clerk)
    appoint(clerk, Role.ACCOUNTANT, people[0])
    accountant, other = (User.objects.get(person=person) for person in people)
    assert steps(accountant, "my") == ["/office/funds/vouchers/open_balances/", BUDGET]
    assert steps(other, "my") == []


def test_where_there_are_retirees_their_purse_is_missing_until_it_is_opened(clerk):
    purse = "/office/funds/purses/open/"
    Membership.objects.filter(person=member("00006", "阎菊蓓").pk).update(state=State.RETAINED)
    assert steps(clerk)[-1] == purse
    fund = purses.open(title="离退休经费", kind=FundKind.EMPLOYER_RETIREES, by=clerk)
    assert purse not in steps(clerk)
    page = home(clerk).client.get(f"/office/funds/purses/{fund.pk}/").content.decode()
    assert "贷方记“231 代管经费”" in page  # the page of a purse nothing came into says how something comes


def test_a_branch_without_a_chair_leads_to_its_committee_which_stands_in_that_branch(clerk):
    member("00005", "姚琦")
    root = Unit.objects.get(kind=UnitKind.UNION)
    branch = Unit.objects.create(kind=UnitKind.BRANCH, name="内科分工会", parent=root)
    query = next(url for url in steps(clerk) if "kind=branch" in url)
    page = home(clerk).client.get(query).context["form"]
    assert (page["kind"].initial, page["name"].initial) == ("branch", "内科分工会委员会")
    for place in (None, root):  # whose chair would lead nobody, or everybody
        with pytest.raises(Blocked, match="选一个分工会"):
            bodies.create_body(by=clerk, kind=BodyKind.BRANCH, name="内科分工会委员会", unit=place)
    body = bodies.create_body(by=clerk, kind=BodyKind.BRANCH, name="内科分工会委员会", unit=branch)
    assert f"/office/posts/appoint/?seat={body.seats.get(title='主席').pk}" in steps(clerk)
