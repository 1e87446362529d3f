"""Who is elected, recalled and named, with the arithmetic of the constituency."""

from datetime import date

import pytest

from tests.congress.conftest import BEGAN
from tests.pages.books import workbook
from unionhall.congress import services
from unionhall.congress.exchange import DelegateImporter
from unionhall.congress.kinds import Came, CommitteeKind, Congress, Left
from unionhall.congress.models import Committee, Delegate
from unionhall.flows import Blocked, WrongState
from unionhall.pages.imports import Kind, read
from unionhall.people.flow import State
from unionhall.people.models import Membership

HELD = date(2022, 12, 1)


@pytest.fixture
def ward(term, clerk):
    return services.add_constituency(term, by=clerk, name="内科选区", staff_count=90, seats=2)


def elect(ward, clerk, person, **facts):
    known = {"votes": 50, "turnout": 60, "elected_on": HELD} | facts
    return services.elect(ward, by=clerk, person=person, **known)


def test_two_thirds_come_and_half_of_all_agree(ward, clerk, people):
    one, two = people(2)
    with pytest.raises(Blocked, match=r"参加选举59人，未达三分之二（60人）.*CON-13"):
        elect(ward, clerk, one, turnout=59)
    with pytest.raises(Blocked, match=r"同意44人，未达半数（45人）.*CON-13"):
        elect(ward, clerk, one, votes=44)
    assert elect(ward, clerk, one, votes=45).how == Came.ELECTED
    assert elect(ward, clerk, two, elected_on=date(2023, 1, 9)).how == Came.BY_ELECTION


def test_a_constituency_has_no_more_delegates_than_seats(ward, clerk, people):
    one, two, three = people(3)
    elect(ward, clerk, one)
    elect(ward, clerk, two)
    with pytest.raises(Blocked, match="名额已满"):
        elect(ward, clerk, three)


def test_nobody_sits_twice(ward, clerk, people):
    one = people(1)[0]
    elect(ward, clerk, one)
    with pytest.raises(Blocked, match="已经是本届代表"):
        elect(ward, clerk, one)


def test_a_recall_needs_half_of_the_constituency(ward, clerk, people):
    seat = elect(ward, clerk, people(1)[0])
    with pytest.raises(Blocked, match="CON-13"):
        services.recall(seat, by=clerk, votes=44, ended_on=date(2023, 1, 9), reason="长期不履职")
    services.recall(seat, by=clerk, votes=45, ended_on=date(2023, 1, 9), reason="长期不履职")
    assert Delegate.objects.get(pk=seat.pk).ended_by == Left.RECALLED
    with pytest.raises(WrongState):
        services.recall(seat, by=clerk, votes=45, ended_on=date(2023, 1, 9), reason="长期不履职")


def test_a_recall_is_not_hidden_in_a_release(ward, clerk, people):
    seat = elect(ward, clerk, people(1)[0])
    with pytest.raises(Blocked, match="撤换"):
        services.release(seat, by=clerk, ended_by=Left.RECALLED, ended_on=date(2023, 1, 9), reason="长期不履职")


def test_who_only_keeps_a_membership_is_no_members_delegate(clerk, term, people):
    other = services.open_term(by=clerk, kind=Congress.MEMBERS, number=1, began_on=BEGAN, seats=30)
    retired = people(1)[0]
    Membership.objects.filter(person=retired).update(
        state=State.RETAINED, retained_on=date(2021, 1, 1), retained_reason="away"
    )
    with pytest.raises(Blocked, match="ORG-26"):
        services.enrol(other, by=clerk, seats=[services.delegates.Seat(retired)], began_on=BEGAN)


def test_the_head_of_a_special_committee_is_a_delegate(term, clerk, people):
    outsider = people(1)[0]
    with pytest.raises(Blocked, match="CON-20"):
        services.name_member(term, by=clerk, kind=CommitteeKind.WELFARE, person=outsider, is_head=True)
    services.name_member(term, by=clerk, kind=CommitteeKind.WELFARE, person=outsider)
    first, second = term.delegates.serving()[:2]
    services.name_member(term, by=clerk, kind=CommitteeKind.WELFARE, person=first.person, is_head=True)
    services.name_member(term, by=clerk, kind=CommitteeKind.WELFARE, person=second.person, is_head=True)
    assert Committee.objects.get().members.get(is_head=True).person == second.person


def test_a_delegation_has_one_head(term, clerk):
    seat = term.delegates.serving().filter(delegation__name="第一代表团", is_head=False).first()
    services.name_head(seat, by=clerk)
    assert term.delegates.filter(delegation__name="第一代表团", is_head=True).get() == seat


def test_constituencies_share_the_seats_of_the_term(term, clerk):
    services.add_constituency(term, by=clerk, name="外科选区", staff_count=300, seats=36)
    with pytest.raises(Blocked, match="只剩0个"):
        services.add_constituency(term, by=clerk, name="门诊选区", staff_count=30, seats=1)


def test_a_roll_comes_in_from_a_workbook_and_changes_nothing_the_second_time(term, clerk, people):
    one, two = people(2)
    seat = term.delegates.serving().filter(delegation__name="第一代表团", is_head=False).first()
    book = workbook(
        [
            ["工号", "姓名", "代表团", "是否一线", "是否中层"],
            [one.staff_no, one.name, "第三代表团", "是", "否"],
            [two.staff_no, "别人", "第三代表团", "是", "否"],
            [seat.person.staff_no, seat.person.name, "第二代表团", "", ""],
            ["99999", "无此人", "第一代表团", "", ""],
        ]
    )
    importer = DelegateImporter(term)
    preview = importer.preview(read(book, importer.fields))
    assert [line.kind for line in preview.lines] == [Kind.NEW, Kind.ERROR, Kind.CHANGED, Kind.ERROR]
    assert [ask.items for ask in preview.asks] == [["第三代表团"]]
    importer.run(preview, by=clerk, confirmed=["delegations"])
    assert Delegate.objects.get(person=one).delegation.name == "第三代表团"
    assert Delegate.objects.get(pk=seat.pk).delegation.name == "第二代表团"
    again = DelegateImporter(term)
    kinds = [line.kind for line in again.preview(read(book, again.fields)).lines]
    assert kinds == [Kind.UNCHANGED, Kind.ERROR, Kind.UNCHANGED, Kind.ERROR]
