"""Who may do what with the book: the whole policy on one screen.

The accountant writes it, somebody else reviews it, the cashier handles the money and writes nothing in it (FIN-09); the office
and the fund audit committee read all of it; members read what is disclosed.
"""

from unionhall.accounts.roles import Role, has_role, in_office
from unionhall.people.permissions import is_of_the_union

keeps_book = has_role(Role.ACCOUNTANT)
is_cashier = has_role(Role.CASHIER)
is_auditor = has_role(Role.AUDITOR)
reviews_book = has_role(Role.ACCOUNTANT, Role.CHAIR, Role.VICE_CHAIR)
handles_money = is_cashier | in_office
reads_book = in_office | keeps_book | is_cashier | is_auditor
opens_purses = closes_purses = in_office | keeps_book
may_read_disclosure = is_of_the_union
