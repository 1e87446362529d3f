"""Who reads what: for each field that holds words, the personas that can read it about a member and one elsewhere.

The first set reads the field of records about the member of branch A, the second of records about the member of branch
B. A field without a row is read by nobody. Records next door are read next door alone, which needs no row.
"""
from tests.kit.world.personas import Persona

P = Persona
LEADERS = {P.GROUP_LEADER, P.BRANCH_CHAIR}
NOBODY: set[Persona] = set()

SEEN: dict[str, tuple[set[Persona], set[Persona]]] = {
}
