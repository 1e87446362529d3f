"""A union with a budget in force, and the hands a yuan goes through; ready-made steps of a request."""

from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.kit.world import Persona, World
from tests.kit.world.people import SINCE
from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Account, Allotment, Budget, SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import budgets, chart, payments, spending
from unionhall.people.choices import BodyKind, How
from unionhall.people.models import Body, Person, Post, Seat

LIMITS = {"50102": 100_000, "50106": 50_000, "50405": 20_000, "401": 40_000, "402": 160_000}


class Money:
    """The world with its budget, and who does what in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clerk, self.chair = world.user(Persona.CLERK), world.user(Persona.CHAIR)
        self.cashier, self.accountant = world.user(Persona.CASHIER), world.user(Persona.ACCOUNTANT)
        self.auditor, self.branch_chair = world.user(Persona.AUDITOR), world.user(Persona.BRANCH_CHAIR)
        self.member = world.home.people[Persona.MEMBER]

    def vice_chair(self) -> User:
        """A vice chair, whom the world does not have."""
        return self.takes_over(self.world.user(Persona.DELEGATE), Role.VICE_CHAIR)

    def takes_over(self, user: User, role: Role) -> User:
        """Somebody holds another post as well; what is read anew of the user is known from now on."""
        body = Body.objects.create(kind=BodyKind.COMMITTEE, name=role.label, unit=self.world.home.units["root"])
        seat = Seat.objects.create(body=body, title=role.label, role=role)
        Post.objects.create(seat=seat, person=Person.objects.get(user=user), how=How.ELECTION, began_on=SINCE)
        vars(user).pop("_grants", None)
        return user

    def ask(self, fen: int = 100_000, *, by: User | None = None, subject=None, **facts) -> SpendingRequest:
        """A request submitted: a supplier paid for a contest, unless told otherwise."""
        known = {
            "title": "跳绳比赛器材",
            "purpose": Purpose.CULTURE,
            "text": "五一跳绳比赛购买器材",
            "payees": [Payee(name="利民体育用品店", cash=fen)],
        }
        return spending.ask(subject, by=by or self.clerk, **known | facts)

    def approved(self, fen: int = 100_000, **facts) -> SpendingRequest:
        """One that is to be paid."""
        request = self.ask(fen, **facts)
        spending.approve(request, by=self.chair)
        return request

    def paid(self, fen: int = 100_000, **facts) -> SpendingRequest:
        """One that is to be booked, its pack complete."""
        request = self.approved(fen, **facts)
        payments.pay(request, by=self.cashier)
        for kind in (PieceKind.INVOICE, PieceKind.SIGN_OFF):
            self.attach(request, kind)
        return request

    def attach(self, request: SpendingRequest, kind: PieceKind) -> None:
        """One piece of evidence."""
        spending.add_evidence(request, by=self.clerk, kind=kind, upload=a_file(f"{kind}.pdf"))


def a_file(name: str) -> SimpleUploadedFile:
    """A small PDF."""
    return SimpleUploadedFile(name, b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "application/pdf")


def budgeted(money: Money) -> Budget:
    """The year's budget, walked through to being in force."""
    chart.furnish()
    budget = budgets.draft(by=money.accountant, year=2023)
    for account in Account.objects.filter(code__in=LIMITS):
        budgets.set_line(budget, by=money.accountant, account=account, amount=Decimal(LIMITS[account.code]))
    budgets.discuss(budget, by=money.chair, minutes="工会委员会第3次会议")
    budgets.audit_budget(budget, by=money.auditor, opinion="同意")
    budgets.report(budget, by=money.accountant, document="工会〔2023〕1号")
    budgets.put_in_force(budget, by=money.chair)
    return budget


def allotted(code: str) -> Allotment:
    """What an account may still spend."""
    return Allotment.objects.get(account__code=code)
