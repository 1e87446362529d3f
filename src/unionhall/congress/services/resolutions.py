"""What the congress resolves, and that everybody is told of it."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.congress.flow import FLOW, ITEM_FLOW
from unionhall.congress.kinds import Congress
from unionhall.congress.models import AgendaItem, Resolution, Session
from unionhall.congress.services import checks
from unionhall.flows import Blocked, WrongState
from unionhall.kernel import clock

HEADS: dict[str, str] = {Congress.STAFF: "职代决", Congress.MEMBERS: "会代决"}


@transaction.atomic
def resolve(item: AgendaItem, *, by: User, title: str, text: str, replaces: Resolution | None = None) -> Resolution:
    """Set down a resolution on an item dealt with; from now on its words stand, another needs a new item (CON-23).

    Raises Blocked when the item has its resolution (a guard of the flow), or the one replaced belongs to another congress or
    is replaced already.
    """
    ITEM_FLOW.check(item, "resolve", by=by)
    _check_replaced(item, replaces)
    session, numbers = item.session, item.verdict() or item
    code = f"{HEADS[session.term.kind]}{session.code}"
    made = Resolution(
        session=session,
        item=item,
        number=f"{code}-{next_number(f'congress:{code}'):02d}",
        title=checks.given(title, _("请填决议名称。")),
        text=checks.given(text, _("请写决议正文。")),
        adopted_on=clock.today(),
        entitled=numbers.entitled,
        present=numbers.present,
        replaces=replaces,
    )
    made.digest = made.seal
    made.save(force_insert=True)
    audit.record("congress.resolve", made, by=by, after=audit.snapshot(made, ["number", "title", "text", "digest"]))
    return made


def _check_replaced(item: AgendaItem, replaces: Resolution | None) -> None:
    if replaces is None:
        return
    if replaces.session.term.kind != item.session.term.kind:
        raise Blocked(_("职代会和工代会分别行使职权，不能改变对方的决议（ORG-15）。"))
    if Resolution.objects.filter(replaces=replaces).exists():
        raise Blocked(_("“%(old)s”已被别的决议取代。") % {"old": replaces})


@transaction.atomic
def publish(resolution: Resolution, *, by: User) -> None:
    """Announce a resolution to all staff (CON-22); raises WrongState when it was announced before."""
    checks.by_office(by)
    today = clock.today()
    if not Resolution.objects.filter(pk=resolution.pk, published_on=None).update(published_on=today):
        raise WrongState(_("这份决议已经公布。"))
    resolution.published_on = today
    audit.record("congress.publish", resolution, by=by, after={"published_on": today})
    session = resolution.session
    if not session.resolutions.filter(published_on=None).exists():
        session.steps.filter(key="publish", done_on=None).update(done_on=today, done_by=by)


@transaction.atomic
def publish_all(session: Session, *, by: User) -> None:
    """Announce whatever the session resolved and nobody was told of yet."""
    FLOW.check(session, "publish", by=by)
    for resolution in session.resolutions.filter(published_on=None):
        publish(resolution, by=by)
