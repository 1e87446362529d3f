"""Who may do what with the book.

The accountant writes it, somebody else reviews it, the cashier handles the money and writes nothing in it (FIN-09); the office
and the fund audit committee read all of it; the fund audit committee alone audits (FIN-12); members read what is disclosed.
"""

from unionhall.accounts.roles import Role, has_role, in_office
from unionhall.people.permissions import is_of_the_union

keeps_book = has_role(Role.ACCOUNTANT)
is_cashier = has_role(Role.CASHIER)
audits = has_role(Role.AUDITOR)
reviews_book = has_role(Role.ACCOUNTANT, Role.CHAIR, Role.VICE_CHAIR)
reads_book = in_office | keeps_book | is_cashier | audits
reads_audits = reads_book | has_role(Role.COMMITTEE)
answers_findings = in_office | keeps_book
opens_purses = closes_purses = in_office | keeps_book
discloses = in_office | keeps_book
may_read_disclosure = is_of_the_union
