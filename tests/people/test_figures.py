"""Every figure of people in three worlds, and what the sentences say."""

from datetime import date, timedelta
from itertools import count

import pytest

from tests.kit.figures import three_worlds
from unionhall.accounts.models import User
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.people import figures
from unionhall.people.choices import BodyKind, Employment, Entry, How, PostClass, RetainReason, Sex, UnitKind
from unionhall.people.flow import State
from unionhall.people.models import Body, Membership, Person, Post, Profile, Seat, Term, Unit

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)
_numbers = count(1)


@pytest.fixture
def scope(union):
    return Scope(union, FIRST, LAST)


def person(**fields):
    number = next(_numbers)
    return Person.objects.create(
        **{
            "staff_no": f"{number:05}",
            "name": f"某{number}",
            "employment": Employment.CONTRACT,
            "joined_on": date(2010, 1, 1),
            "sex": Sex.FEMALE,
            "is_front_line": True,
        }
        | fields
    )


def member(day, **fields):
    return Membership.objects.create(person=person(**fields), state=State.APPROVED, joined_on=day)


def retained(day):
    Membership.objects.create(
        person=person(employment=Employment.RETIRED),
        state=State.RETAINED,
        joined_on=FIRST,
        retained_on=day,
        retained_reason=RetainReason.RETIRED,
    )


def post(day):
    body = Body.objects.create(kind=BodyKind.BRANCH, name=f"机构{next(_numbers)}")
    Post.objects.create(
        seat=Seat.objects.create(body=body, title="主席"), person=person(), how=How.ELECTION, began_on=day
    )


def term(day):
    body = Body.objects.create(kind=BodyKind.BRANCH, name=f"机构{next(_numbers)}")
    Term.objects.create(body=body, number=1, began_on=day - timedelta(days=1095), years=3, ends_on=day)


# A state at the end of the period has begun on any day up to the last: the day before the first counts, the day after not.
UNTIL_THE_END = {"outside": 1, "edge": 2, "inside": 1}
WITHIN = {"outside": 0, "edge": 2, "inside": 1}


@pytest.mark.parametrize(
    ("figure", "make", "worlds"),
    [
        (figures.members, member, UNTIL_THE_END),
        (figures.women, member, UNTIL_THE_END),
        (figures.front_line, member, UNTIL_THE_END),
        (figures.retained, retained, UNTIL_THE_END),
        (figures.staff, lambda day: person(joined_on=day), UNTIL_THE_END),
        (figures.new_members, member, WITHIN),
        (figures.posts, post, UNTIL_THE_END),
        (figures.officers, post, UNTIL_THE_END),
        (figures.terms_due, term, WITHIN),
        (
            figures.branches,
            lambda day: Unit.objects.create(kind=UnitKind.BRANCH, name=f"{day}", began_on=day),
            UNTIL_THE_END,
        ),
        (
            figures.groups,
            lambda day: Unit.objects.create(kind=UnitKind.GROUP, name=f"{day}", began_on=day),
            UNTIL_THE_END,
        ),
        (
            figures.stations,
            lambda day: Unit.objects.create(kind=UnitKind.STATION, name=f"{day}", began_on=day),
            UNTIL_THE_END,
        ),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_three_worlds(scope, figure, make, worlds):
    assert three_worlds(figure, scope, make) == worlds


def test_the_join_rate_is_members_over_staff_and_empty_without_staff(scope):
    assert figures.join_rate(scope).value is None
    member(FIRST)
    for _turn in range(3):
        person()
    assert float(figures.join_rate(scope).value) == 0.25


def test_men_reinstated_and_applicants_do_not_count_where_they_should_not(scope):
    member(FIRST, sex=Sex.MALE)
    Membership.objects.create(person=person(), state=State.APPLIED)
    Membership.objects.create(person=person(), state=State.APPROVED, entry=Entry.REINSTATED, joined_on=FIRST)
    assert (figures.members(scope).value, figures.women(scope).value, figures.new_members(scope).value) == (2, 1, 1)


def test_members_narrow_by_branch_with_its_groups_and_by_class(scope):
    branch = Unit.objects.create(kind=UnitKind.BRANCH, name="内科分工会")
    group = Unit.objects.create(kind=UnitKind.GROUP, name="心内小组", parent=branch)
    member(FIRST, unit=branch)
    member(FIRST, unit=group, post_class=PostClass.NURSE)
    member(FIRST)
    assert figures.members(scope.of(unit=branch)).value == 2
    assert figures.members(scope.of(post_class=PostClass.NURSE)).value == 1


def test_who_holds_two_posts_is_one_officer(scope):
    post(FIRST)
    held = Post.objects.get()
    other = Body.objects.create(kind=BodyKind.GROUP, name="小组")
    Post.objects.create(
        seat=Seat.objects.create(body=other, title="组长"), person=held.person, how=How.ELECTION, began_on=FIRST
    )
    assert (figures.posts(scope).value, figures.officers(scope).value) == (2, 1)


def test_hospital_posts_are_no_union_posts(scope):
    body = Body.objects.create(kind=BodyKind.LEADERSHIP, name="院领导")
    Post.objects.create(
        seat=Seat.objects.create(body=body, title="院长"), person=person(), how=How.APPOINTMENT, began_on=FIRST
    )
    assert figures.posts(scope).value == 0


def test_rows_are_shown_only_as_far_as_the_reader_may_see(scope, union):
    mine = member(FIRST).person
    member(FIRST)
    reader = User.objects.create_user(union, "x", "读者")
    Person.objects.filter(pk=mine.pk).update(user=reader)
    reading = figures.members(scope)
    assert (reading.value, list(reading.rows.visible_to(reader))) == (2, [mine])


def test_an_empty_union_says_nothing(scope):
    assert said(Topic.ORGANISATION, scope) == []


def test_what_is_known_is_said_with_tokens_not_numbers(scope):
    member(date(2023, 3, 1))
    Unit.objects.create(kind=UnitKind.STATION, name="门诊站")
    Profile.objects.create(party_committee="示范医院党委", upper_union="市工会")
    texts = [sentence.text for sentence in said(Topic.ORGANISATION, scope)]
    assert any("[[people.members" in text and "[[people.join_rate" in text for text in texts)
    assert any("[[people.stations" in text for text in texts)
    assert any("示范医院党委和市工会" in text for text in texts)
