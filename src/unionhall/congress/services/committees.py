"""Who sits on a special committee."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.congress.models import Committee, CommitteeMember, Term
from unionhall.congress.services import checks
from unionhall.flows import Blocked
from unionhall.people.models import Person


@transaction.atomic
def name_member(term: Term, *, by: User, kind: str, person: Person, is_head: bool = False) -> CommitteeMember:
    """Put somebody on a committee of the term; as its head, in the place of who was.

    Raises Blocked when a head would be no delegate of the term (CON-20, Shanghai regulations art. 24).
    """
    checks.by_office(by)
    checks.runs(term)
    delegate = term.delegates.serving().filter(person=person).first()
    if is_head and delegate is None:
        raise Blocked(
            _("%(name)s不是本届代表，专门委员会的负责人须是职工代表（职代会条例第二十四条，CON-20）。")
            % {"name": person.name}
        )
    committee, _made = Committee.objects.get_or_create(term=term, kind=kind)
    if is_head:
        committee.members.filter(is_head=True).exclude(person=person).update(is_head=False)
    seat, _made = CommitteeMember.objects.update_or_create(
        committee=committee, person=person, defaults={"delegate": delegate, "is_head": is_head}
    )
    after = {"committee": str(committee), "is_head": is_head}
    audit.record("congress.name_member", term, by=by, after=after, concerns=person.pk)
    return seat
