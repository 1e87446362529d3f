"""How the demo's visits are paid: proved, asked for, approved, booked, and filed under three signatures."""

from django.core.files.uploadedfile import SimpleUploadedFile

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.care.kinds.words import Part
from unionhall.care.models import Visit
from unionhall.care.services import paying, proofs, rounds, signing, visits
from unionhall.demo.world import World
from unionhall.funds.models import SpendingRequest
from unionhall.funds.seed import pay_through
from unionhall.people.models import Person
from unionhall.people.selectors import holders, users_with


def pay(visit: Visit, world: World) -> None:
    """Proved, asked for, approved, paid and booked, and the visit filed under three signatures."""
    _prove(visit, world)
    pay_through(paying.ask_for_visit(visit, by=world.users["clerk"]), world)
    file(visit, world)


def _prove(visit: Visit, world: World) -> None:
    for kind in visit.missing_papers():
        upload = SimpleUploadedFile(f"{kind.label}.txt", "演示数据，代替扫描件。".encode())
        proofs.add_paper(visit, by=world.users["clerk"], kind=kind, upload=upload)


def file(visit: Visit, world: World) -> None:
    """Signed by who handled it, by a witness and by the branch, and filed."""
    by = world.users
    chair = _chair_for(visit, world)
    for user, part in ((by["clerk"], Part.HANDLER), (by["vice_chair"], Part.WITNESS), (chair, Part.CHAIR)):
        signing.countersign(visit, by=user, part=part)
    visits.archive(visit, by=by["clerk"])


def _chair_for(visit: Visit, world: World) -> User:
    """Who signs for the branch: its chair, else the union's."""
    branch = visit.person.unit.branch if visit.person.unit else None
    known = users_with(Role.BRANCH_CHAIR, unit=branch).exclude(pk=visit.person.user_id).first() if branch else None
    return known or world.users["chair"]


def ask_together(made: list[Visit], title: str, world: World) -> None:
    invoice = SimpleUploadedFile("发票.txt", "演示数据，代替扫描件。".encode())
    together = rounds.ask_together(made, by=world.users["clerk"], title=title, invoice=invoice)
    pay_through(SpendingRequest.objects.about(together).get(), world)


def chairs() -> dict[object, Person]:
    """The chair of each branch, by the branch's key."""
    return {post.seat.body.unit_id: post.person for post in holders(Role.BRANCH_CHAIR)}
