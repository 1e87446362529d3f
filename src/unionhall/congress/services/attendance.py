"""Who is invited, and who presides."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.congress.flow import FLOW
from unionhall.congress.kinds import Role
from unionhall.congress.models import Attendee, Delegate, PresidiumMember, Session
from unionhall.congress.rules.composition import presidium_problem
from unionhall.congress.services import checks
from unionhall.flows import Blocked, only_once
from unionhall.people.models import Person
from unionhall.rulebook.services import cite, value


@transaction.atomic
def invite(
    session: Session,
    *,
    by: User,
    role: str,
    people: Sequence[Person] = (),
    name: str = "",
    organisation: str = "",
) -> list[Attendee]:
    """Invite leaders, observers or guests, who have no vote (CON-08): people of the roster, or one from elsewhere by name.

    Raises Blocked for somebody invited already or on the roll.
    """
    FLOW.check(session, "invite", by=by)
    if role == Role.DELEGATE:
        raise Blocked(_("正式代表由选区选举产生，不能邀请（职代会条例第十五条，CON-13）。"))
    rows = [Attendee(session=session, role=role, person=one, name=one.name) for one in people]
    if name.strip():
        rows.append(Attendee(session=session, role=role, name=name.strip(), organisation=organisation.strip()))
    if not rows:
        raise Blocked(_("请填邀请的人。"))
    with only_once(_("名单里有人已在本次会议的名册上。")):
        Attendee.objects.bulk_create(rows)
    audit.record("congress.invite", session, by=by, after={"role": role, "people": len(rows)})
    return rows


@transaction.atomic
def seat_presidium(session: Session, *, by: User, delegates: Sequence[Delegate]) -> None:
    """Set down whom the congress put on its presidium; raises Blocked for a wrong size or too few of the front line (CON-19)."""
    FLOW.check(session, "seat_presidium", by=by)
    for delegate in delegates:
        checks.of_term(delegate, session.term)
    checks.free_of(presidium_problem(session.term.delegates.serving().count(), len(delegates)))
    front, least = sum(one.is_front_line for one in delegates), value("congress.presidium_front_line_min")
    if front * least.denominator < len(delegates) * least.numerator:
        raise Blocked(
            _("主席团%(all)s人，其中一线%(front)s人，应不少于%(least)s人（%(clause)s，CON-19）。")
            % {
                "all": len(delegates),
                "front": front,
                "least": -(-len(delegates) * least.numerator // least.denominator),
                "clause": cite("congress.presidium_front_line_min"),
            }
        )
    session.presidium.all().delete()
    PresidiumMember.objects.bulk_create([PresidiumMember(session=session, delegate=one) for one in delegates])
    audit.record("congress.seat_presidium", session, by=by, after={"members": [str(one.pk) for one in delegates]})


@transaction.atomic
def uninvite(session: Session, *, by: User, attendee: Attendee) -> None:
    """Take back an invitation; raises Blocked for a delegate, whose seat is no invitation, and for who came."""
    FLOW.check(session, "uninvite", by=by)
    if attendee.role == Role.DELEGATE:
        raise Blocked(_("正式代表由选区选举产生，名册随补选和撤换更新（职代会条例第十九条，CON-13）。"))
    if not session.attendees.filter(pk=attendee.pk, came_at=None).delete()[0]:
        raise Blocked(_("%(name)s已经签到。") % {"name": attendee.name})
    after = {"role": attendee.role, "name": attendee.name}
    audit.record("congress.uninvite", session, by=by, before=after, concerns=attendee.person_id)
