"""示范医院工会: 2,360 staff in eleven branches, five stations, the committees' third term, everybody in their post."""

from datetime import date
from pathlib import Path
from typing import Any

from unionhall.accounts.models import User
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, DepartmentKind, Employment, How, PostClass, UnitKind
from unionhall.people.exchange import roster
from unionhall.people.models import Body, Department, Person, Term, Unit
from unionhall.people.seed.cast import Cast
from unionhall.people.services import bodies, profile, trees
from unionhall.people.services.accounts import open_accounts
from unionhall.people.services.persons import take_on
from unionhall.people.services.trees import root_unit

ROSTER = Path(__file__).parent.parent / "data" / "roster.csv"
ELECTED_ON = date(2020, 10, 20)
ROSTER_DAY = date(2022, 12, 31)
STATIONS = {
    "门诊楼职工服务站": "门诊楼一层",
    "外科楼职工服务站": "外科楼三层",
    "内科楼职工服务站": "内科楼二层",
    "行政楼职工服务站": "行政楼一层",
    "南院职工服务站": "南院综合楼一层",
}
# Kind and name of each body elected in the third term, with title, part in the cast, and how many.
ELECTED = [
    (BodyKind.COMMITTEE, "工会委员会", [("主席", "chair", 1), ("副主席", "vice_chair", 2), ("委员", "committee", 14)]),
    (BodyKind.AUDIT, "经费审查委员会", [("主任", "auditor", 1), ("委员", "audit_member", 4)]),
    (BodyKind.WOMEN, "女职工委员会", [("主任", "women", 1), ("委员", "women_member", 6)]),
    (BodyKind.PROPOSALS, "提案委员会", [("主任", "proposals", 1), ("委员", "proposals_member", 6)]),
    (BodyKind.MEDIATION, "劳动争议调解委员会", [("主任", "mediator", 1), ("委员", "mediation_member", 4)]),
]
ANSWERING = ("总务科", "人事科", "财务科", "医务科", "护理部", "院办", "信息科", "保卫科")
OUTSIDERS = {
    "W001": ("岑明悦", "counsellor", "专业服务", "心理咨询师"),
    "W002": ("卓正言", "legal_adviser", "专业服务", "法律顾问"),
    "W003": ("池上达", "upper_viewer", "示范市卫生健康工会", "查阅人"),
}


def seed_large(by: User) -> Cast:
    """People the demo union as of the last day of 2022; returns who plays which part."""
    # Read with today's clock: the list already names a few dozen members admitted in the months after its day.
    roster.apply(roster.preview_file(ROSTER, as_of=ROSTER_DAY), by=by)
    with clock.pinned(ROSTER_DAY):
        _describe(by)
        _campuses_and_stations(by)
        cast = Cast()
        _committees(by, cast)
        _office(by, cast)
        _branches_and_groups(by, cast)
        _hospital(by, cast)
        _outsiders(by, cast)
        open_accounts(Person.objects.filter(user=None), by=by)
        return cast.refreshed()


def _describe(by: User) -> None:
    profile.describe(
        by=by,
        credit_code="91350100M000100Y43",
        certificate_no="工法证字第0000123号",
        certified_on=date(2020, 11, 20),
        certificate_ends_on=date(2025, 11, 19),
        level="三级甲等",
        campuses="本部\n南院",
        party_committee="示范医院党委",
        administration="示范医院",
        upper_union="示范市卫生健康工会",
        founded_on=date(1984, 5, 1),
        pilots="公立医院改革试点单位（示范卫发〔2012〕8号）",
        address="示范市健康路1号",
        phone="0000-8000000",
        account_name="示范医院工会委员会",
        bank="示范银行健康路支行",
        account_no="0000 1234 5678 9000 000",
    )


def _campuses_and_stations(by: User) -> None:
    south = trees.create_department(by=by, name="南院", kind=DepartmentKind.CAMPUS)
    main = trees.create_department(by=by, name="本部", kind=DepartmentKind.CAMPUS)
    for department in Department.objects.filter(kind=DepartmentKind.DEPARTMENT):
        trees.edit_node(department, by=by, parent=south if department.name.startswith("南院") else main)
    for name, place in STATIONS.items():
        trees.create_unit(by=by, kind=UnitKind.STATION, name=name, place=place, began_on=date(2021, 5, 1))


def _body(by: User, kind: str, name: str, **fields: Any) -> Body:
    return bodies.create_body(by=by, kind=kind, name=name, **fields)


def _committees(by: User, cast: Cast) -> None:
    """The third term: committee and fund audit committee confirmed from above, women's, proposals, mediation."""
    root = root_unit()
    for kind, name, parts in ELECTED:
        body = _body(by, kind, name, unit=root, began_on=ELECTED_ON)
        term = _terms(by, body)
        for title, part, count in parts:
            for _turn in range(count):
                where = {"post_class": PostClass.MANAGER} if part in ("chair", "vice_chair") else {}
                person = cast.choose(part, women=kind == BodyKind.WOMEN, **where)
                _elect(by, body, title, person, term)


def _terms(by: User, body: Body) -> Term:
    for number, year in ((1, 2010), (2, 2015)):
        bodies.open_term(body, by=by, number=number, began_on=date(year, 10, 20), years=5)
    return bodies.open_term(body, by=by, number=3, began_on=ELECTED_ON, years=5, document="示卫工〔2020〕15号")


def _elect(by: User, body: Body, title: str, person: Person, term: Term | None = None) -> None:
    bodies.appoint(
        body.seats.get(title=title),
        by=by,
        person=person,
        began_on=ELECTED_ON,
        how=How.ELECTION,
        term=term,
        document="示卫工〔2020〕15号",
    )


def _appoint(by: User, body: Body, title: str, person: Person, how: str = How.APPOINTMENT) -> None:
    bodies.appoint(
        body.seats.get(title=title),
        by=by,
        person=person,
        began_on=ELECTED_ON,
        how=how,
        is_full_time=body.kind == BodyKind.OFFICE,
    )


def _office(by: User, cast: Cast) -> None:
    office = _body(by, BodyKind.OFFICE, "工会办公室", unit=root_unit(), began_on=ELECTED_ON)
    for title, part in (("专职干事", "clerk"), ("专职干事", "clerk_2"), ("会计", "accountant"), ("出纳", "cashier")):
        _appoint(by, office, title, cast.choose(part, post_class="manager"))


def _branches_and_groups(by: User, cast: Cast) -> None:
    for branch in Unit.objects.filter(kind=UnitKind.BRANCH).order_by("name"):
        body = _body(by, BodyKind.BRANCH, f"{branch.name}委员会", unit=branch, began_on=ELECTED_ON)
        _elect(by, body, "主席", cast.choose("branch_chair", unit__parent=branch), _branch_term(by, body))
    for group in Unit.objects.filter(kind=UnitKind.GROUP).order_by("name"):
        body = _body(by, BodyKind.GROUP, group.name, unit=group, began_on=ELECTED_ON)
        _elect(by, body, "组长", cast.choose("group_leader", unit=group))


def _branch_term(by: User, body: Body) -> Term:
    return bodies.open_term(body, by=by, number=3, began_on=ELECTED_ON, years=5)


def _hospital(by: User, cast: Cast) -> None:
    """The employer's side: heads and handlers of the departments that answer, and three leaders."""
    for name in ANSWERING:
        department = Department.objects.get(name=name)
        body = _body(by, BodyKind.DEPARTMENT, f"{name}（承办）", department=department)
        _appoint(by, body, "负责人", cast.choose("department_head", department=department))
        _appoint(by, body, "经办人", cast.choose("handler", department=department))
    leaders = _body(by, BodyKind.LEADERSHIP, "院领导班子")
    for _turn in range(3):
        _appoint(by, leaders, "院领导", cast.choose("hospital_leader", post_class="doctor"))


def _outsiders(by: User, cast: Cast) -> None:
    """Counsellor, legal adviser and the upper union's viewer are nobody's staff here."""
    bodies_by_name = {
        name: _body(by, kind, name)
        for kind, name in ((BodyKind.SERVICE, "专业服务"), (BodyKind.UPPER, "示范市卫生健康工会"))
    }
    for staff_no, (name, part, body, title) in OUTSIDERS.items():
        person = take_on(by=by, staff_no=staff_no, name=name, employment=Employment.EXTERNAL)
        _appoint(by, bodies_by_name[body], title, cast.play(part, person), How.HIRING)
