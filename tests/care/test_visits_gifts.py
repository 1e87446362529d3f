"""A benefit issue from the entitled list to the archive, and what its rules refuse."""

from datetime import date
from decimal import Decimal

import pytest

from tests.care.visits_world import share_of, spring
from tests.kit.world import Persona
from unionhall.care.flow.issues import EntitlementState, IssueState
from unionhall.care.kinds.words import Audience, Occasion, Source
from unionhall.care.models import Claim, Entitlement, Issue, Package, Tally
from unionhall.care.printing.visits import sign_off
from unionhall.care.services import calling_in, gifts, issues, paying
from unionhall.files import word
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.flow import State
from unionhall.people.models import Membership, Person

DAY = date(2023, 1, 16)


@pytest.fixture
def member(ready) -> Person:
    return ready.home.people[Persona.MEMBER]


def test_who_joined_last_month_is_in_and_who_left_is_out(ready, clerk):
    people = ready.home.people
    gone, fresh, late = people[Persona.OTHER_BRANCH], people[Persona.AUDITOR], people[Persona.CASHIER]
    Person.objects.filter(pk=gone.pk).update(left_on=date(2023, 1, 10))
    Membership.objects.filter(person=fresh).update(joined_on=date(2022, 12, 20))
    Membership.objects.filter(person=late).update(joined_on=date(2023, 1, 11))
    issue, _package = spring(clerk, opened=False)
    listed = set(issue.entitlements.values_list("person", flat=True))
    assert fresh.pk in listed and not {gone.pk, late.pk} & listed
    assert listed == set(Person.objects.members(date(2023, 1, 10)).values_list("pk", flat=True))
    Person.objects.filter(pk=gone.pk).update(left_on=None)
    assert issues.draw_up(issue, by=clerk) == len(listed) + 1


def test_from_the_list_to_the_archive(ready, member, clerk):
    issue, package = spring(clerk)
    share = share_of(issue, member)
    gifts.hand_out(share, by=clerk, signed_on=DAY)
    rest = list(Entitlement.objects.filter(issue=issue).unsigned().select_related("person", "issue"))
    kept_back = rest.pop()
    assert gifts.sign_sheet(issue, by=clerk, shares=rest) == len(rest)
    issues.close(issue, by=clerk)
    with pytest.raises(Blocked, match=r"归档后不能再申请（FIN-11）"):
        issues.archive(issue, by=clerk, summary="一人出差未领")
    with pytest.raises(Blocked, match="还有1人没有领取"):
        issues.archive(issue, by=clerk, not_due="上级工会发放")
    assert issue.state == IssueState.CLOSED
    paying.ask_for_issue(issue, by=clerk, supplier="示范百货")
    issues.archive(issue, by=clerk, summary="一人出差未领")
    kept_back.refresh_from_db()
    package.refresh_from_db()
    assert (issue.state, kept_back.state) == (IssueState.ARCHIVED, EntitlementState.LAPSED)
    assert package.taken == len(rest) + 1 == Claim.objects.count()
    assert Tally.objects.get(person=member, occasion=Occasion.FESTIVAL).spent == 300
    paper = sign_off(issue)
    assert (paper["count"], paper["signed"]) == (len(rest) + 2, len(rest) + 1)
    assert [row["signed"] for row in paper["rows"]].count("已签收") == len(rest) + 1
    assert word.render("care.sign_off", issue)[:2] == b"PK"


def test_a_package_is_no_money_and_is_changed_and_taken_away_until_it_is_announced(ready, clerk, client):
    issue, package = spring(clerk, opened=False)
    for words in ({"name": "超市购物卡"}, {"name": "礼包", "content": "内含代金券2张"}):
        with pytest.raises(Blocked, match=r"不得发放.*总工办发〔2017〕32号"):
            issues.add_package(issue, by=clerk, price=Decimal(100), stock=9, **words)
    with pytest.raises(Blocked, match="不得发放购物卡"):
        issues.change_package(issue, by=clerk, package=package, name="购物卡", price=Decimal(100), stock=9)
    wrong = issues.add_package(issue, by=clerk, name="错", price=Decimal(1), stock=1)
    client.force_login(clerk)
    here = f"/office/care/issues/{issue.pk}"
    assert f"{here}/change_package/?package={wrong.pk}" in client.get(f"{here}/").content.decode()
    assert 'value="错"' in client.get(f"{here}/change_package/", {"package": wrong.pk}).content.decode()
    issues.change_package(issue, by=clerk, package=wrong, name="粮油", price=Decimal(120), stock=600)
    assert Package.objects.get(pk=wrong.pk).price == 120
    issues.drop_package(issue, by=clerk, package=wrong)
    assert list(issue.packages.all()) == [package]
    issues.open_(issue, by=clerk)
    with pytest.raises(WrongState):
        issues.drop_package(issue, by=clerk, package=package)
    with pytest.raises(WrongState):
        issues.change_package(issue, by=clerk, package=package, name="年货", price=Decimal(1), stock=9)
    assert "change_package" not in client.get(f"{here}/").content.decode()


def test_a_list_is_not_planned_for_a_year_nobody_plans(ready, clerk):
    with pytest.raises(Blocked, match="名单日期在一年以后"):
        issues.draft(by=clerk, title="春节", festival="spring", roll_on=date(2027, 11, 21))


def test_a_festival_outside_the_seven_and_retirees_out_of_union_funds_are_refused(ready, clerk):
    with pytest.raises(Blocked, match=r"七个法定节日.*总工办发〔2017〕32号"):
        issues.draft(by=clerk, title="重阳", festival="double_ninth", roll_on=DAY)
    with pytest.raises(Blocked, match=r"不用工会经费（CARE-14）"):
        issues.draft(by=clerk, title="春节", festival="spring", roll_on=DAY, audience=Audience.RETIREES)
    with pytest.raises(NotAllowed):
        issues.draft(by=ready.user(Persona.BRANCH_CHAIR), title="春节", festival="spring", roll_on=DAY)


def test_retirees_have_their_own_issue_from_another_source(ready, clerk):
    old = ready.home.people[Persona.OTHER_BRANCH]
    Person.objects.filter(pk=old.pk).update(retired_on=date(2020, 1, 1))
    Membership.objects.filter(person=old).update(
        state=State.RETAINED, retained_on=date(2020, 1, 1), retained_reason="retired"
    )
    members, _package = spring(clerk, opened=False)
    assert not members.entitlements.filter(person=old).exists()
    issue = issues.draft(
        by=clerk,
        title="春节慰问离退休",
        festival="spring",
        roll_on=DAY,
        audience=Audience.RETIREES,
        source=Source.RETIREES,
    )
    issues.add_package(issue, by=clerk, name="慰问品", price=Decimal(200), stock=5)
    assert issues.draw_up(issue, by=clerk) == 1
    issues.open_(issue, by=clerk)
    gifts.hand_out(share_of(issue, old), by=clerk)
    assert Claim.objects.get().source == Source.RETIREES


def test_price_stock_and_year_are_bounded_with_the_clause(ready, member, clerk):
    issue = issues.draft(by=clerk, title="元旦", festival="new_year", roll_on=date(2023, 1, 1))
    with pytest.raises(Blocked, match=r"每次不超过1,500.00元，这次是1,500.01元（安徽省"):
        issues.add_package(issue, by=clerk, name="礼包", price=Decimal("1500.01"), stock=50)
    issues.add_package(issue, by=clerk, name="礼包", price=Decimal(1300), stock=2)
    issues.draw_up(issue, by=clerk)
    with pytest.raises(Blocked, match="还差"):
        issues.open_(issue, by=clerk)
    Package.objects.update(stock=50)
    issues.open_(issue, by=clerk)
    gifts.hand_out(share_of(issue, member), by=clerk)
    with pytest.raises(Blocked, match="有1人今年已领的节日慰问加上这次会超过全年标准（安徽省"):
        spring(clerk)


def test_choosing_takes_from_the_stock_and_changing_ones_mind_gives_back(ready, member, clerk):
    issue, dear = spring(clerk, stock=1, opened=False)
    plain = issues.add_package(issue, by=clerk, name="米面油", price=Decimal(200), stock=50)
    issues.open_(issue, by=clerk)
    gifts.choose(share_of(issue, member), by=member.user, package=dear)
    other = ready.home.people[Persona.GROUP_LEADER]
    with pytest.raises(Blocked, match="已经选完"):
        gifts.choose(share_of(issue, other), by=other.user, package=dear)
    gifts.choose(share_of(issue, member), by=member.user, package=plain)
    gifts.choose(share_of(issue, other), by=other.user, package=dear)
    with pytest.raises(NotAllowed):
        gifts.choose(share_of(issue, member), by=other.user, package=plain)
    with pytest.raises(Blocked, match="还没有选择套餐"):
        gifts.hand_out(share_of(issue, ready.home.people[Persona.BRANCH_CHAIR]), by=clerk)
    assert dict(Package.objects.values_list("name", "taken")) == {"年货礼包": 1, "米面油": 1}


def test_a_choice_changed_at_the_desk_frees_that_piece_and_no_other(ready, member, clerk):
    issue, dear = spring(clerk, opened=False)
    plain = issues.add_package(issue, by=clerk, name="米面油", price=Decimal(200), stock=500)
    issues.open_(issue, by=clerk)
    for one in (member, ready.home.people[Persona.GROUP_LEADER]):
        gifts.choose(share_of(issue, one), by=one.user, package=dear)
    other = ready.home.people[Persona.AUDITOR]
    gifts.choose(share_of(issue, other), by=other.user, package=plain)
    gifts.hand_out(share_of(issue, member), by=clerk, package=plain)
    assert dict(Package.objects.values_list("name", "taken")) == {"年货礼包": 1, "米面油": 2}


def test_signing_for_somebody_else_needs_a_relation_and_nobody_signs_twice(ready, member, clerk):
    issue, _package = spring(clerk)
    share = share_of(issue, member)
    with pytest.raises(Blocked, match=r"代领人与本人的关系.*CARE-12"):
        gifts.hand_out(share, by=clerk, signed_for_by="张三")
    gifts.hand_out(share, by=ready.user(Persona.GROUP_LEADER), signed_for_by="张三", signed_relation="同科室同事")
    with pytest.raises(WrongState, match="已经签收"):
        gifts.hand_out(share_of(issue, member), by=clerk)
    with pytest.raises(NotAllowed, match="本分会"):
        gifts.hand_out(share_of(issue, ready.home.people[Persona.OTHER_BRANCH]), by=ready.user(Persona.BRANCH_CHAIR))


def test_a_sheet_longer_than_the_stock_is_not_booked_at_all(ready, clerk):
    issue, package = spring(clerk)
    Package.objects.filter(pk=package.pk).update(stock=3)
    shares = list(Entitlement.objects.filter(issue=issue).select_related("person", "issue")[:4])
    with pytest.raises(Blocked, match="只剩3份，这次要4份"):
        gifts.sign_sheet(issue, by=clerk, shares=shares)
    assert not Claim.objects.exists() and not Entitlement.objects.issued().exists()


def test_nothing_comes_into_stock_that_the_money_asked_for_does_not_pay(ready, clerk):
    issue, package = spring(clerk, stock=20)
    issues.restock(issue, by=clerk, package=package, pieces=5)
    paying.ask_for_issue(issue, by=clerk, supplier="某商贸公司")
    with pytest.raises(Blocked, match=r"补充的没有钱付.*FIN-11"):
        issues.restock(issue, by=clerk, package=package, pieces=1)
    package.refresh_from_db()
    assert package.stock == 25


def test_everybody_on_the_list_is_told_it_can_be_fetched_and_the_unsigned_once_more_before_the_last_day(
    ready, world, clerk
):
    with clock.pinned(date(2023, 1, 10)):
        issue, _package = spring(clerk, opened=False)
        issues.amend(issue, by=clerk, fetch_from=date(2023, 1, 12), fetch_to=date(2023, 1, 18), place="职工之家")
        issues.open_(issue, by=clerk)
        told = Notice.objects.filter(key="care.gift.ready")
        entitled = Entitlement.objects.filter(issue=issue, person__user__is_active=True)
        assert {one.user_id for one in told} == set(entitled.values_list("person__user", flat=True))
        assert told[0].body == "2023年1月12日至2023年1月18日，职工之家"
        gifts.hand_out(share_of(issue, world.home.people[Persona.MEMBER]), by=clerk)
    assert calling_in.remind(date(2023, 1, 14)) == 0
    Issue.objects.update(state=IssueState.CLOSED)
    assert calling_in.remind(date(2023, 1, 15)) == 0
    Issue.objects.update(state=IssueState.OPEN)
    assert calling_in.remind(date(2023, 1, 15)) == len(told) - 1 and calling_in.remind(date(2023, 1, 16)) == 0
    late = Notice.objects.filter(key="care.gift.soon_over")
    assert not late.filter(user=world.user(Persona.MEMBER)).exists() and "2023年1月18日截止" in late[0].subject
