"""What the reports claim of visits, gifts and retirees; ids are those of the list of claims."""

from datetime import date

from unionhall.care.figures import visits as figures
from unionhall.care.flow.issues import IssueState
from unionhall.care.kinds.words import Festival, Occasion, Side, Source
from unionhall.care.models import Claim, Entitlement, Issue, LifeEvent, PublicNotice, Visit, VisitRound, VisitSet
from unionhall.care.rules.posting import NAMED, rows_of
from unionhall.care.services import signing
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.funds.models import SpendingRequest
from unionhall.people.models import Department

HARD_TIMES = (Occasion.HOSPITAL, Occasion.DEATH, Occasion.BEREAVEMENT, Occasion.WEDDING, Occasion.ILLNESS)


def claims(world: World, year: Scope) -> None:
    known = VisitSet.objects.in_force(year.last)
    musts = set(known.rules.values_list("occasion", flat=True))
    assert {Occasion.HOSPITAL, Occasion.DEATH, Occasion.BIRTHDAY} <= musts  # A-14, E-41, E-51
    assert figures.standards(year).value >= 9  # A-14, E-41
    spring = year.of(festival=Festival.SPRING)
    assert figures.visits(spring).value == 28 and figures.gifts(spring).value > 2100  # A-15, C-17
    assert figures.retiree_visits(year).value == figures.retirees(year).value == 13
    assert figures.retiree_cash(year).value == 3600
    assert not Visit.objects.filter(was_retired=True, source=Source.UNION).exists()  # A-17, CARE-14
    assert not Claim.objects.filter(person__retired_on__lt=year.first, source=Source.UNION).exists()
    assert LifeEvent.objects.filter(kind=Occasion.WEDDING).exists() and figures.events(year).value >= 42
    assert figures.months(year).value == 12 and figures.days_to_visit(year).value <= 7
    assert {LifeEvent.objects.filter(kind=one).exists() for one in HARD_TIMES} == {True}  # A-19, E-51
    library = Department.objects.get(name__contains="图书馆")
    assert figures.events(year.of(occasion=Occasion.ILLNESS, department=library)).value == 1  # E-42
    ward = LifeEvent.objects.get(kind=Occasion.DISASTER).person.department
    assert (
        "内科" in ward.name and figures.events(year.of(occasion=Occasion.DISASTER, department=ward)).value == 1
    )  # E-47
    assert figures.visits(year.of(occasion=Occasion.DEATH)).value == 1  # E-51
    assert 0.9 < figures.time_rate(year).value <= figures.must_rate(year).value < 1  # A-20, E-50
    assert figures.visits(spring.of(occasion=Occasion.HARDSHIP)).value == 6  # E-49
    assert all(figures.visitors(year.of(side=one)).value for one in Side)  # E-52
    hung = PublicNotice.objects.hung(date(2023, 1, 1), date(2023, 3, 31))
    assert {notice.unit.kind for notice in hung} == {"branch"} and hung.count() == 11  # CARE-20
    matters = {row[2] for notice in hung for row in rows_of(notice.text)}
    assert "慰问补助" in matters and matters <= {"慰问补助", *(str(Occasion(one).label) for one in NAMED)}
    for title in ("2023年春节慰问", "2023年春节慰问离退休职工"):
        issue = Issue.objects.get(title=title)
        assert issue.state == IssueState.ARCHIVED
        assert SpendingRequest.objects.about(issue).get().state == "booked"
        by_others = Entitlement.objects.filter(issue=issue).exclude(signed_for_by="")
        assert by_others.exists() and not by_others.filter(signed_relation="").exists()
    told = "".join(one.spoken for one in said(Topic.CARE, year))
    for words in ("期间12个月都有走访", "其中困难职工6人次、离退休职工12人次、坚守岗位职工10人次", "院党政领导"):
        assert words in told  # E-49, E-52
    paid = Visit.objects.filter(cash__gt=0)
    assert {SpendingRequest.objects.about(one.round or one).get().state for one in paid} == {"booked"}
    assert VisitRound.objects.count() >= 8 and not any(visit.missing_papers() for visit in paid)  # A-15, CARE-16
    assert not any(signing.missing_parts(visit) for visit in paid)  # CARE-18
