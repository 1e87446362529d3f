"""Teams: entered by a captain, withdrawn as a whole."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities import rules
from unionhall.activities.flow import LIVE, EntryState, State
from unionhall.activities.models import Entry, Item, Team
from unionhall.activities.permissions import manages, may_take_part
from unionhall.activities.services import checks, places
from unionhall.activities.services.signup import give_tickets, take_tickets
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.models import Person
from unionhall.people.selectors import person_of


@transaction.atomic
def enter_team(item: Item, *, by: User, name: str, members: Sequence[Person]) -> Team:
    """Enter a team in a team item; `by` is its captain, who need not be among the members.

    The team takes one place, or waits. Raises WrongState when sign-up is not open, NotAllowed for who is not a member,
    Blocked for a team too small or too large, a name that is taken, somebody not invited or already in the item.
    """
    captain = person_of(by)
    if captain is None or not (may_take_part(by) or manages(by, item.activity)):
        raise NotAllowed(_("组队报名需要工会会籍。"))
    checks.takes_entries(item.activity)
    members = list({member.pk: member for member in members}.values())
    _check_team(item, name, members)
    where = EntryState.SIGNED_UP if places.take(item) else EntryState.WAITING
    team = Team.objects.create(item=item, name=name.strip(), captain=captain, unit=captain.unit, state=where)
    _enter_members(team, members)
    audit.record(
        "activities.enter_team", team, by=by, after={"state": where, "members": [str(member.pk) for member in members]}
    )
    _tell(team, members, by)
    return team


def _check_team(item: Item, name: str, members: list[Person]) -> None:
    checks.given(name, _("请给队伍起个名字。"))
    if not item.is_team:
        raise Blocked(_("“%(item)s”是个人项目，请各自报名。") % {"item": item.name})
    problem = rules.team_problem(len(members), item.team_least, item.team_most)
    if problem:
        raise Blocked(problem)
    if item.teams.exclude(state=EntryState.WITHDRAWN).filter(name=name.strip()).exists():
        raise Blocked(_("已经有叫“%(name)s”的队伍，请换个队名。") % {"name": name.strip()})
    for member in members:
        problem = checks.invited(item.activity, member)
        if problem:
            raise Blocked(_("%(name)s不能参加：%(problem)s") % {"name": member.name, "problem": problem})
    taken = Entry.objects.live().filter(item=item, person__in=members).select_related("person").first()
    if taken:
        raise Blocked(_("%(name)s已经在这个项目的另一支队伍里。") % {"name": taken.person.name})


def _enter_members(team: Team, members: list[Person]) -> None:
    entries = [
        Entry(item=team.item, person=member, team=team, state=team.state, signed_up_at=clock.now())
        for member in members
    ]
    Entry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["union", "item", "person"],
        update_fields=["team", "state", "signed_up_at"],
    )
    give_tickets(team.item.activity, members)


def _tell(team: Team, members: list[Person], by: User) -> None:
    others = User.in_union.filter(person__in=members, is_active=True).exclude(pk=by.pk)
    notices.after_commit(
        "activities.in_team",
        team,
        to=others,
        captain=team.captain.name,
        item=team.item.name,
        activity=team.item.activity.title,
    )


@transaction.atomic
def withdraw_team(team: Team, *, by: User, reason: str = "") -> None:
    """Take a whole team out before the activity is held; its place goes to the team that waits longest."""
    if team.captain.user_id != by.pk and not manages(by, team.item.activity):
        raise NotAllowed(_("只有领队可以撤回队伍。"))
    checks.in_state(team.item.activity, State.OPEN, State.CLOSED)
    old = team.state
    if not Team.objects.filter(pk=team.pk, state=old, state__in=LIVE).update(state=EntryState.WITHDRAWN):
        raise WrongState(_("这支队伍已经退出。"))
    team.state = EntryState.WITHDRAWN
    people: list[UUID] = list(team.entries.values_list("person", flat=True))
    team.entries.update(state=EntryState.WITHDRAWN)
    take_tickets(team.item.activity, people)
    audit.record(
        "activities.withdraw_team", team, by=by, before={"state": old}, after={"state": team.state}, reason=reason
    )
    if old == EntryState.SIGNED_UP:
        places.give_back(team.item)
        places.move_up(team.item)
