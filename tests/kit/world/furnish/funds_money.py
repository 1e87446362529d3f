"""A request on its way with a payee, a paper and a payment, a budget with a line, a month of dues and of the contribution."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.models import User
from unionhall.files.models import Attachment
from unionhall.files.services import attach
from unionhall.funds.exchange.dues import DuesImporter, WagesImporter
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import (
    Account,
    Allotment,
    Budget,
    BudgetLine,
    Contribution,
    Dues,
    Payment,
    Piece,
    RequestPayee,
    SpendingRequest,
)

DAY = date(2023, 2, 1)
MONTHS = {Persona.MEMBER: date(2023, 1, 1), Persona.OTHER_BRANCH: date(2023, 4, 1)}


def _file(request: SpendingRequest, by: User) -> Attachment:
    """A piece of its pack."""
    return attach(request, SimpleUploadedFile("发票.txt", "发票".encode()), by=by)


def furnish(house: House, persona: Persona) -> list:
    """Asked for by the branch chair of branch A, elsewhere by the clerk; already paid, so that the payee may know."""
    month = MONTHS[persona]
    by = house.in_role(Persona.BRANCH_CHAIR if persona == Persona.MEMBER else Persona.CLERK, persona)
    code = f"508{month.month:02}"
    account = Account.objects.create(code=code, name="科目", kind="expense", source="制度")
    request = SpendingRequest.objects.create(
        number=f"JF-{month:%m}",
        title="申请",
        purpose=Purpose.CULTURE,
        account=code,
        text="用途",
        unit=house.people[persona].unit,
        amount=Decimal(1),
        cash=Decimal(1),
        asked_by=by.user,
        asked_on=DAY,
        rung="chair",
        state=State.PAID,
    )
    budget = Budget.objects.create(year=2000 + month.month, text="说明")
    return [
        request,
        RequestPayee.objects.create(
            request=request, person=house.people[persona], name="收款人", cash=Decimal(1), text="说明"
        ),
        Payment.objects.create(
            request=request,
            way="transfer",
            paid_on=DAY,
            amount=Decimal(1),
            by=house.in_role(Persona.CASHIER, persona).user,
        ),
        Piece.objects.create(request=request, kind=PieceKind.OTHER, text="附件", attachment=_file(request, by.user)),
        budget,
        BudgetLine.objects.create(budget=budget, account=account, amount=Decimal(1), note="说明"),
        Allotment.objects.create(year=month.year, account=account, limit=Decimal(1)),
        Dues.objects.create(person=house.people[persona], month=month, wage=Decimal(1), due=Decimal(1)),
        Contribution.objects.create(month=month, wages=Decimal(1), due=Decimal(1), due_on=DAY),
        previewed(DuesImporter(), "funds.import_dues", house.users[Persona.CLERK]),
        previewed(WagesImporter(), "funds.import_wages", house.users[Persona.CLERK]),
    ]
