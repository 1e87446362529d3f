"""The third staff congress: a hundred and fifty delegates elected in eleven branches."""

from datetime import date
from fractions import Fraction

from django.db.models import Q, QuerySet

from unionhall.accounts.roles import Role as Post
from unionhall.congress import services
from unionhall.congress.kinds import CommitteeKind, Congress
from unionhall.congress.models import Delegate, Term
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.choices import Employment, PostClass, UnitKind
from unionhall.people.models import Person, Unit
from unionhall.people.selectors.posts import holders

BEGAN = date(2022, 1, 10)
SEATS = 150
MANAGERS = 28


def found(world: World) -> Term:
    """Open the term, let every branch elect its share, put delegates of a branch together under a head."""
    clerk = world.users["clerk"]
    with clock.pinned(clock.on(BEGAN, 9)):
        term = services.open_term(
            by=clerk, kind=Congress.STAFF, number=3, began_on=BEGAN, years=5, seats=SEATS, document="示医党〔2021〕30号"
        )
        managers = MANAGERS
        for branch, seats in shares().items():
            managers -= _elect(world, term, branch, seats, managers)
        _committees(world, term)
        _cast(world, term)
        return term


def shares() -> dict[Unit, int]:
    """The seats of each branch by its people, largest remainders first."""
    branches = Unit.objects.filter(kind=UnitKind.BRANCH).order_by("name")
    sizes = {branch: people_of(branch).count() for branch in branches}
    exact = {branch: Fraction(SEATS * size, sum(sizes.values())) for branch, size in sizes.items()}
    seats = {branch: int(share) for branch, share in exact.items()}
    by_remainder = sorted(exact, key=lambda branch: exact[branch] - int(exact[branch]), reverse=True)
    for branch in by_remainder[: SEATS - sum(seats.values())]:
        seats[branch] += 1
    return seats


def people_of(branch: Unit) -> QuerySet[Person]:
    """Who elects in a branch: its members in work on the first day of the term, the hospital's leaders aside."""
    members = Person.objects.members(BEGAN).filter(Q(unit=branch) | Q(unit__parent=branch))
    at_work = members.filter(employment__in=(Employment.ESTABLISHED, Employment.CONTRACT))
    return at_work.exclude(pk__in=holders(Post.HOSPITAL_LEADER).values("person")).order_by("staff_no")


def _elect(world: World, term: Term, branch: Unit, seats: int, managers: int) -> int:
    """Hold the election of one branch; returns how many managers were elected, at most as many as may be."""
    clerk, staff = world.users["clerk"], people_of(branch)
    size = staff.count()
    area = services.add_constituency(
        term, by=clerk, name=f"{branch.name}选区", staff_count=size, seats=seats, unit=branch
    )
    delegation = services.add_delegation(term, by=clerk, name=f"{branch.name}代表团")
    leaders = list(staff.filter(post_class=PostClass.MANAGER)[: min(managers, seats // 4)])
    others = staff.exclude(post_class=PostClass.MANAGER)[: seats - len(leaders)]
    turnout = size - size // 10
    for person in [*others, *leaders]:
        votes = size // 2 + 1 + world.random.randrange(max(turnout - size // 2 - 1, 1))
        services.elect(
            area, by=clerk, person=person, votes=votes, turnout=turnout, elected_on=BEGAN, delegation=delegation,
            is_manager=person in leaders,
        )  # fmt: skip
    services.name_head(delegation.delegates.first(), by=clerk)
    return len(leaders)


def _committees(world: World, term: Term) -> None:
    """Each special committee with a delegate at its head and four more."""
    seats = list(term.delegates.serving().select_related("person"))
    for at, kind in enumerate(CommitteeKind):
        for turn, seat in enumerate(seats[at * 5 : at * 5 + 5]):
            services.name_member(term, by=world.users["clerk"], kind=kind, person=seat.person, is_head=turn == 0)


def _cast(world: World, term: Term) -> None:
    """The parts a visitor may play."""
    serving = Delegate.objects.serving().filter(term=term).select_related("person__user")
    world.play("delegation_head", serving.filter(is_head=True)[0].person.user, "职工代表大会代表团团长")
    world.play("delegate", serving.filter(is_head=False)[0].person.user, "职工代表")
    world.play("teller", serving.filter(is_head=False)[1].person.user, "职工代表（监票人）")
