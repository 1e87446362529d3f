"""A second, small union of thirty people: it proves that neither sees the other."""

from datetime import date
from random import Random

from unionhall.accounts.models import User
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, Employment, How, PostClass, Sex, UnitKind
from unionhall.people.models import Person
from unionhall.people.seed.cast import Cast
from unionhall.people.services import bodies, memberships, trees
from unionhall.people.services.accounts import open_accounts
from unionhall.people.services.persons import take_on

PEOPLE = 30
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
GIVEN = "安宁平和清远思齐怀瑾子衿若水明德致远景行知行"


def seed_small(by: User, chance: Random) -> Cast:
    """People the small union: three departments, one branch each, a chair, a clerk and an auditor."""
    cast = Cast()
    with clock.pinned(date(2022, 12, 31)):
        for name in ("门诊部", "住院部", "行政部"):
            unit = trees.create_unit(by=by, kind=UnitKind.BRANCH, name=f"{name}分工会")
            trees.create_department(by=by, name=name, unit=unit)
        departments = list(trees.Department.objects.all())
        for number in range(1, PEOPLE + 1):
            person = take_on(
                by=by,
                staff_no=f"{number:04}",
                name=_name(chance),
                sex=chance.choice(Sex.values),
                department=departments[number % 3],
                employment=Employment.CONTRACT,
                post_class=chance.choice(PostClass.values),
                joined_on=date(2015 + number % 7, 7, 1),
            )
            memberships.transfer_in(by=by, person=person, joined_on=date(2022, 3, 1), came_from="示范区总工会")
        _posts(by, cast)
        open_accounts(Person.objects.all(), by=by)
        return cast.refreshed()


def _name(chance: Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))


def _posts(by: User, cast: Cast) -> None:
    root = trees.root_unit()
    for kind, name, title, part in (
        (BodyKind.COMMITTEE, "工会委员会", "主席", "chair"),
        (BodyKind.OFFICE, "工会办公室", "专职干事", "clerk"),
        (BodyKind.AUDIT, "经费审查委员会", "主任", "auditor"),
    ):
        body = bodies.create_body(by=by, kind=kind, name=name, unit=root)
        bodies.appoint(
            body.seats.get(title=title),
            by=by,
            person=cast.choose(part),
            began_on=date(2022, 3, 1),
            how=How.ELECTION,
            document="区工〔2022〕3号",
        )
