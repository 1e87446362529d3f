"""Sets of personas that several tables speak of."""

from tests.kit.world.personas import OFFICE, Persona

P = Persona
LEADERS = {P.GROUP_LEADER, P.BRANCH_CHAIR}  # of the member's own group and branch
DELEGATES = {P.MEMBER, P.DELEGATION_HEAD, P.PRESIDIUM}  # called to the marked session
STRANGERS = {P.ANONYMOUS, P.DISABLED}
OVERSEERS = OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER, P.UPPER_VIEWER}
