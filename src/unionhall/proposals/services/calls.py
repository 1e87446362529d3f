"""The call for proposals."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Session
from unionhall.flows import Blocked, only_once
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.proposals.models import Call
from unionhall.proposals.services import checks
from unionhall.rulebook.services import value


@transaction.atomic
def open_call(*, by: User, session: Session, opens_on: date, closes_on: date, text: str = "") -> Call:
    """Call for proposals to a session of the staff congress, between two days inclusive; every delegate is told (PRO-01).

    Raises Blocked for the members' congress, a second call for one session, or a window that ends after the session.
    """
    checks.by_committee(by)
    if session.term.kind != Congress.STAFF:
        raise Blocked(_("提案向职工代表大会提出，不向工会会员代表大会提出（PRO-02，ORG-15）。"))
    _check_days(session, opens_on, closes_on)
    with only_once(_("这次会议已经发出提案征集。")):
        call = Call.objects.create(session=session, opens_on=opens_on, closes_on=closes_on, text=text)
    audit.record("proposals.open_call", call, by=by, after=audit.snapshot(call, ["opens_on", "closes_on"]))
    delegates = session.term.delegates.serving().values("person__user")
    least = value("proposals.seconders_min", opens_on)
    to = User.in_union.filter(pk__in=delegates, is_active=True)
    notices.after_commit("proposals.called", call, to=to, opens=day(opens_on), closes=day(closes_on), least=least)
    return call


@transaction.atomic
def move_call(call: Call, *, by: User, closes_on: date, reason: str) -> None:
    """Let the window close on another day, with a reason; what was handed in stays as it was taken."""
    checks.by_committee(by)
    reason = checks.given(reason, _("请写明调整截止日期的理由。"))
    _check_days(call.session, call.opens_on, closes_on)
    before = audit.snapshot(call, ["closes_on"])
    call.closes_on = closes_on
    call.save(update_fields=["closes_on"])
    after = audit.snapshot(call, ["closes_on"])
    audit.record("proposals.move_call", call, by=by, before=before, after=after, reason=reason)


def _check_days(session: Session, opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise Blocked(_("征集截止日期早于开始日期（PRO-01）。"))
    if closes_on > session.ends_on:
        raise Blocked(_("征集应在会议闭会以前截止，会议于%(day)s闭会（PRO-01）。") % {"day": day(session.ends_on)})
