"""The cashier pays, the accountant books: two persons, each once (FIN-09, FIN-11)."""

from unionhall.funds.services.payments.booking import book, why_not_book
from unionhall.funds.services.payments.paying import only_supplier, pay, second_asked, why_not_pay

__all__ = ["book", "only_supplier", "pay", "second_asked", "why_not_book", "why_not_pay"]
