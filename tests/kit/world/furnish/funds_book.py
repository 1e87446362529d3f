"""A purse, a month with a voucher not sealed yet (so that words can be planted in it), an audit that found something, a quarter told."""

from datetime import date
from decimal import Decimal

from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Account, Audit, Disclosure, Entry, Finding, Fund, Paper, Period, Voucher
from unionhall.funds.rules.chart import kind_of

MONTHS = {Persona.MEMBER: date(2023, 1, 1), Persona.OTHER_BRANCH: date(2023, 4, 1)}


def furnish(house: House, persona: Persona) -> list:
    month, user = MONTHS[persona], house.users.get(Persona.CLERK)
    code = f"509{month.month:02}"
    account = Account.objects.create(code=code, name="科目", kind=kind_of(code), source="制度")
    fund = Fund.objects.create(number=f"{month:%m}", title="专项", kind=FundKind.UPPER, opened_on=month)
    period = Period.objects.create(first_on=month)
    voucher = Voucher.objects.create(
        period=period,
        kind="payment",
        serial=1,
        on=month,
        text="摘要",
        total=Decimal(1),
        made_by=house.users[persona],
        handled_by=user,
    )
    entries = [
        Entry.objects.create(voucher=voucher, order=order, account=account, fund=fund, amount=amount)
        for order, amount in enumerate((1, -1))
    ]
    audit = Audit.objects.create(number=f"{month:%Y-%m}", title="审查", first_on=month, last_on=date(2023, 12, 31))
    lines = {"income": [["会费收入", "1.00"]], "spending": [], "custody": [], "left": []}
    return [
        account,
        fund,
        period,
        voucher,
        entries[0],
        Paper.objects.create(voucher=voucher, kind=PieceKind.OTHER, text="单据"),
        audit,
        Finding.objects.create(audit=audit, title="问题", text="情况", clause="FIN-11", due_on=date(2099, 1, 1)),
        Disclosure.objects.create(
            first_on=month, last_on=date(2023, 12, 31), lines=lines, published_on=date(2023, 12, 31), published_by=user
        ),
    ]
