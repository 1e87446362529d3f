"""The first look at a request, before the office verifies it: by whom the household lets look (CARE-05)."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.models import HardshipFile, HomeVisit
from unionhall.care.services import checks
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.selectors import users_with


def confirm(file: HardshipFile, *, by: User, opinion: str) -> None:
    """Say whether it is as told: the chair of the branch where the household agreed, else one who was at its home.

    Raises NotAllowed for everybody else, for the applicant and for who wrote the request down; Blocked when it was said
    before.
    """
    if file.confirmed_on:
        raise Blocked(_("这份申请已经初核过。"))
    opinion = checks.given(opinion, _("请写明初核意见。"))
    fields = {"confirmed_by": by, "confirmed_on": clock.today(), "confirmation": opinion}
    HARDSHIP.fire(file, "confirm", by=by, fields=fields)


def look(file: HardshipFile, *, by: User) -> None:
    """Who confirms reads what was asked for; the household sees who and when."""
    audit.read(file, by=by, what=gettext_lazy("帮扶申请初核"))


@transaction.atomic
def ask_branch(file: HardshipFile) -> None:
    """Tell the chair of the branch that a request waits, if the household agreed; the notice names nobody."""
    branch = file.person.unit.branch if file.person.unit else None
    if file.branch_may_check and branch:
        chairs = users_with(Role.BRANCH_CHAIR, unit=branch).exclude(pk=file.person.user_id)
        notices.after_commit("care.hardship.confirm", file, to=chairs.exclude(pk=file.applied_by_id))


@transaction.atomic
def ask_visitors(visit: HomeVisit) -> None:
    """Tell those who were at the home that their word is wanted, where the branch is not to look."""
    file = visit.file
    if not file.branch_may_check and not file.confirmed_on:
        users = User.in_union.filter(pk__in=visit.visitors.values("user"), is_active=True)
        notices.after_commit("care.hardship.confirm", file, to=users.exclude(pk=file.applied_by_id))
