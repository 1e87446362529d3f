"""How what care gives reaches the book: one request for each visit and issue, the purse each source is paid from."""

from collections.abc import Sequence
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.flow.issues import ISSUE_FLOW
from unionhall.care.flow.visits import VISIT_FLOW
from unionhall.care.kinds.words import Source
from unionhall.care.models import Issue, Visit
from unionhall.flows import Blocked
from unionhall.funds.flow.request import BEFORE_PAYMENT
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Fund, SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import spending
from unionhall.kernel.money import to_fen

PURPOSES = {Source.UNION: Purpose.WELFARE, Source.RETIREES: Purpose.RETIREES}
PURSES = {Source.RETIREES: FundKind.EMPLOYER_RETIREES, Source.UPPER: FundKind.UPPER}


@transaction.atomic
def ask_for_visit(visit: Visit, *, by: User) -> SpendingRequest:
    """Ask for what a visit gave; the request names the visit by its number alone, never what happened (PRI-04)."""
    VISIT_FLOW.check(visit, "ask", by=by)
    not_asked(visit)
    payee = Payee(person=visit.person, cash=to_fen(visit.cash), goods=to_fen(visit.goods), text=visit.goods_text)
    return spending.ask(
        visit,
        by=by,
        title=_("走访慰问%(number)s") % {"number": visit.number},
        purpose=PURPOSES.get(Source(visit.source), Purpose.WARMTH),
        payees=[payee],
        fund=purse_of(visit.source),
        text=_("走访慰问记录%(number)s，标准依据：%(clause)s") % {"number": visit.number, "clause": visit.clause},
    )


@transaction.atomic
def ask_for_issue(issue: Issue, *, by: User, supplier: str) -> SpendingRequest:
    """Ask for what the pieces in stock cost, to be paid to who supplies them; the sign-off list is the evidence."""
    ISSUE_FLOW.check(issue, "ask", by=by)
    not_asked(issue)
    lines = [
        Payee(
            name=supplier,
            cash=to_fen(package.price * package.stock),
            text=_("%(name)s %(stock)s份") % {"name": package.name, "stock": package.stock},
        )
        for package in issue.packages.all()
    ]
    return spending.ask(
        issue,
        by=by,
        title=issue.title,
        purpose=PURPOSES.get(Source(issue.source), Purpose.WARMTH),
        payees=lines,
        fund=purse_of(issue.source),
        text=_("%(title)s，应领%(people)s人，标准依据：%(clause)s")
        % {"title": issue.title, "people": issue.entitlements.count(), "clause": issue.clause},
    )


def purse_of(source: str) -> Fund | None:
    """The newest purse in use a source is paid from: None for the union's own; raises Blocked where it is missing."""
    if Source(source) not in PURSES:
        return None
    fund = _purses(source).order_by("-number").first()
    if fund is None:
        raise Blocked(
            _(
                "账里还没有“%(source)s”的专项资金。请工会办公室或会计先在“专项资金”里开立，由会计登记收到的款项（CARE-08：分账核算）。"
            )
            % {"source": Source(source).label}
        )
    return fund


def has_purse(source: str) -> bool:
    """Whether there is a purse to pay a source that is not the union's own from."""
    return _purses(source).exists()


def _purses(source: str) -> models.QuerySet[Fund]:
    return Fund.objects.in_use().filter(kind=PURSES[Source(source)])


def nothing_waits(record: models.Model, *, before: str) -> None:
    """Raise Blocked while a request about this record waits to be paid: that is withdrawn `before` the step in words."""
    asked = SpendingRequest.objects.about(record).filter(state__in=BEFORE_PAYMENT).first()
    if asked:
        raise Blocked(
            _("支出申请%(number)s还是“%(state)s”，请先在经费里撤回，再%(step)s。")
            % {"number": asked.number, "state": asked.get_state_display(), "step": before}
        )


def has_request(record: Visit | Issue) -> bool:
    """Whether money was asked for this record, or for the round it is part of, and the request still stands."""
    together = record.round if isinstance(record, Visit) else None
    if together and SpendingRequest.objects.about(together).live().exists():
        return True
    return SpendingRequest.objects.about(record).live().exists()


def asked_already(visits: Sequence[Visit]) -> set[UUID]:
    """Those of them money was asked for, alone or with their round; locks them all. Two queries however many."""
    keys = [visit.pk for visit in visits]
    list(Visit.objects.select_for_update().filter(pk__in=keys).values_list("pk"))
    rounds = {visit.round_id for visit in visits if visit.round_id}
    live = SpendingRequest.objects.live().filter(subject_id__in=[*keys, *rounds])
    asked = set(live.values_list("subject_id", flat=True))
    return {visit.pk for visit in visits if visit.pk in asked or visit.round_id in asked}


def not_asked(record: Visit | Issue) -> None:
    """Raise Blocked where money was asked for this record before, or a drive pays it; of two askers one comes later."""
    type(record).objects.select_for_update().get(pk=record.pk)
    if has_request(record):
        raise Blocked(_("这笔经费已经申请过，不能重复申请。"))
    if getattr(record, "source", "") == Source.DRIVE:
        raise Blocked(_("爱心捐款由募捐账户支付，请在募捐中办理。"))
