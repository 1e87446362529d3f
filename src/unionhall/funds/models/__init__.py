"""The records of funds, one subject a file."""

from unionhall.funds.models.audit import Audit, Finding
from unionhall.funds.models.budget import Allotment, Budget, BudgetLine
from unionhall.funds.models.chart import Account
from unionhall.funds.models.disclosure import Disclosure
from unionhall.funds.models.dues import Contribution, Dues, DuesReceipt
from unionhall.funds.models.fund import Fund
from unionhall.funds.models.ledger import Entry, Paper, Period, Voucher
from unionhall.funds.models.payment import Payment, Piece, RequestPayee
from unionhall.funds.models.request import SpendingRequest

__all__ = [
    "Account",
    "Allotment",
    "Audit",
    "Budget",
    "BudgetLine",
    "Contribution",
    "Disclosure",
    "Dues",
    "DuesReceipt",
    "Entry",
    "Finding",
    "Fund",
    "Paper",
    "Payment",
    "Period",
    "Piece",
    "RequestPayee",
    "SpendingRequest",
    "Voucher",
]
