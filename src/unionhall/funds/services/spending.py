"""Asking for money, and deciding on it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import Role, units_where
from unionhall.audit import services as audit
from unionhall.files.services import attach, remove
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.purpose import CODES, Purpose
from unionhall.funds.models import Fund, Paper, Piece, RequestPayee, SpendingRequest
from unionhall.funds.permissions.spending import is_auditor, may_ask
from unionhall.funds.plain import Payee
from unionhall.funds.rules.ladder import rung_of
from unionhall.funds.services import checks, findings, reserving
from unionhall.funds.services.telling import tell
from unionhall.kernel import clock
from unionhall.kernel.money import shown, to_yuan
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit
from unionhall.people.selectors import person_of, users_with
from unionhall.rulebook.services import cite, value


@transaction.atomic
def ask(
    subject: models.Model | None,
    *,
    by: User,
    title: str,
    purpose: str,
    payees: Iterable[Payee],
    fund: Fund | None = None,
    needed_on: date | None = None,
    text: str = "",
) -> SpendingRequest:
    """Ask for money for a record of a module above and submit the request at once; amounts of payees in fen.

    Raises NotAllowed, or Blocked with the clause when a binding check finds something (see rules.checks).
    """
    request = draft(
        by=by, title=title, purpose=purpose, payees=payees, fund=fund, needed_on=needed_on, text=text, subject=subject
    )
    submit(request, by=by)
    return request


@transaction.atomic
def draft(
    *,
    by: User,
    title: str,
    purpose: str,
    payees: Iterable[Payee],
    fund: Fund | None = None,
    needed_on: date | None = None,
    text: str = "",
    subject: models.Model | None = None,
) -> SpendingRequest:
    """Write a request down without submitting it. Raises NotAllowed for who may ask for nothing of the kind."""
    _may_ask(by, subject)
    today = clock.today()
    request = SpendingRequest(
        number=of_year("JF", "funds.requests", today.year, digits=4),
        asked_by=by,
        asked_on=today,
        unit=_branch_of(by),
        **_facts(title, purpose, fund, needed_on, text),
    )
    if subject is not None:
        request.subject_type, request.subject_id = subject._meta.label_lower, subject.pk
    _save_with(request, list(payees))
    audit.record("funds.requests.draft", request, by=by, after=audit.snapshot(request, RECORDED))
    return request


@transaction.atomic
def amend(
    request: SpendingRequest,
    *,
    by: User,
    title: str,
    purpose: str,
    payees: Iterable[Payee],
    fund: Fund | None = None,
    needed_on: date | None = None,
    text: str = "",
) -> None:
    """Write a draft anew."""
    FLOW.check(request, "amend", by=by)
    before = audit.snapshot(request, RECORDED)
    for name, fact in _facts(title, purpose, fund, needed_on, text).items():
        setattr(request, name, fact)
    request.payees.all().delete()
    _save_with(request, list(payees))
    audit.record("funds.requests.amend", request, by=by, before=before, after=audit.snapshot(request, RECORDED))


@transaction.atomic
def submit(request: SpendingRequest, *, by: User) -> None:
    """Put it before who decides on such an amount; binding checks refuse, the others stand beside it."""
    FLOW.check(request, "submit", by=by)
    found = findings.about(request)
    if reason := findings.refusal(found):
        raise Blocked(reason)
    fields = {"rung": rung(request), "warnings": [str(finding) for finding in found]}
    FLOW.fire(request, "submit", by=by, fields=fields)
    deciders = users_with(Role.CHAIR, Role.VICE_CHAIR).exclude(pk=by.pk)
    tell("submitted", request, deciders)


def rung(request: SpendingRequest) -> Rung:
    """Who decides on its amount, by the rulebook of the day it was asked (FIN-10).

    What is owed to the union above is no decision on spending: the chair signs it whatever it comes to (FIN-05).
    """
    if request.purpose == Purpose.REMITTANCE:
        return Rung.CHAIR
    return rung_of(
        request.amount,
        chair_up_to=value("funds.chair_up_to", request.asked_on),
        board_up_to=value("funds.board_up_to", request.asked_on),
    )


@transaction.atomic
def approve(
    request: SpendingRequest,
    *,
    by: User,
    decision: str = "",
    decided_on: date | None = None,
    witness: User | None = None,
    note: str = "",
) -> None:
    """Approve and set the money aside; above the chair's limit with the decision of those who decide (FIN-09, FIN-10).

    Raises NotAllowed for one's own request, Blocked without what the rung needs or when budget or fund do not suffice.
    """
    FLOW.check(request, "approve", by=by)
    if reason := own_stake(request, by):
        raise NotAllowed(reason)
    if request.warnings and not note.strip():
        raise Blocked(_("这笔申请有需要核实的提醒，请写明核实意见后再批准。"))
    fields = _decided(request, decision, decided_on, witness)
    today = clock.today()
    fields |= {"approved_by": by, "approved_on": today, "granted": request.amount}
    fields |= reserving.reserve(request, today.year)
    FLOW.fire(request, "approve", by=by, note=note, fields=fields)
    cashiers = users_with(Role.CASHIER)
    tell("to_pay", request, cashiers)
    tell("approved", request, request.asked_by)


def refuse(request: SpendingRequest, *, by: User, reason: str) -> None:
    """Decline it, with a reason for who asked."""
    reason = checks.given(reason, _("请写明不予批准的理由。"))
    with transaction.atomic():
        FLOW.fire(request, "refuse", by=by, note=reason)
        tell("refused", request, request.asked_by, reason=reason)


@transaction.atomic
def withdraw(request: SpendingRequest, *, by: User, reason: str) -> None:
    """Take it back before it is paid; what was set aside is free again."""
    reason = checks.given(reason, _("请写明撤回的理由。"))
    was = request.approved_on
    FLOW.fire(request, "withdraw", by=by, note=reason)
    if was:
        reserving.release(request)


@transaction.atomic
def add_evidence(request: SpendingRequest, *, by: User, kind: str, upload: UploadedFile, text: str = "") -> Piece:
    """Attach one piece of the pack: what it is for, the list, an invoice, the sign-off."""
    FLOW.check(request, "add_evidence", by=by)
    attachment = attach(request, upload, by=by)
    piece = Piece.objects.create(
        request=request, kind=kind, text=(text.strip() or attachment.name)[:120], attachment=attachment
    )
    audit.record("funds.requests.add_evidence", request, by=by, after={"kind": kind, "text": piece.text})
    return piece


@transaction.atomic
def drop_evidence(request: SpendingRequest, *, by: User, piece: Piece, reason: str) -> None:
    """Take a piece out of the pack that does not belong there; its file goes too, unless a voucher was proved by it."""
    reason = checks.given(reason, _("请写明撤下的理由。"))
    FLOW.check(request, "drop_evidence", by=by)
    attachment, before = piece.attachment, {"kind": piece.kind, "text": piece.text}
    if not Piece.objects.filter(pk=piece.pk, request=request).delete()[0]:
        raise Blocked(_("这个附件刚被移除。"))
    if not Paper.objects.filter(attachment=attachment).exists():
        remove(attachment, request, by=by)
    audit.record("funds.requests.drop_evidence", request, by=by, before=before, reason=reason)


RECORDED = ["number", "title", "purpose", "account", "fund", "cash", "goods", "amount", "needed_on", "text"]


def _may_ask(by: User, subject: models.Model | None) -> None:
    known = subjects.get(subject._meta.label_lower) if subject is not None else None
    if may_ask(by) or (known and subject is not None and known.rows(by).filter(pk=subject.pk).exists()):
        return
    raise NotAllowed(_("经费由工会办公室和分会主席申请。"))


def _branch_of(by: User) -> Unit | None:
    """The branch a branch chair asks for; None for the office."""
    led = units_where(by, Role.BRANCH_CHAIR)
    person = person_of(by) if led else None
    unit = person.unit if person else None
    while unit and unit.kind != UnitKind.BRANCH and unit.parent_id in led:  # the groups of a branch are led with it
        unit = unit.parent
    return unit if unit and unit.pk in led else None


def _facts(title: str, purpose: str, fund: Fund | None, needed_on: date | None, text: str) -> dict[str, Any]:
    return {
        "title": checks.given(title, _("请填事由。")),
        "purpose": purpose,
        "account": CODES[Purpose(purpose)],
        "fund": None if fund is None or fund.is_general else fund,
        "needed_on": needed_on,
        "text": text.strip(),
    }


def _save_with(request: SpendingRequest, payees: Sequence[Payee]) -> None:
    """Save the request with its payees and their sum; raises Blocked for nobody, a negative or an empty amount."""
    for payee in payees:
        _check_payee(payee)
    if not payees:
        raise Blocked(_("请写明付给谁、多少钱。"))
    request.cash, request.goods = to_yuan(sum(one.cash for one in payees)), to_yuan(sum(one.goods for one in payees))
    request.amount = request.cash + request.goods
    request.save()
    RequestPayee.objects.bulk_create(
        [
            RequestPayee(
                request=request,
                order=order,
                person=one.person,
                name=one.name or one.person.name,
                cash=to_yuan(one.cash),
                goods=to_yuan(one.goods),
                text=one.text,
            )
            for order, one in enumerate(payees)
        ],
        batch_size=500,
    )


def _check_payee(payee: Payee) -> None:
    who = payee.name.strip() or (payee.person and payee.person.name)
    if not who:
        raise Blocked(_("有一行没有写收款方。"))
    if min(payee.cash, payee.goods) < 0 or not (payee.cash or payee.goods):
        raise Blocked(_("“%(who)s”的金额应大于零。") % {"who": who})
    if payee.cash + payee.goods > LARGEST:
        raise Blocked(_("“%(who)s”的金额超出可能的范围，请核对。") % {"who": who})


LARGEST = 10**11  # fen; a billion yuan is a slip of the hand


def own_stake(request: SpendingRequest, by: User) -> str | None:
    """Why this person may not decide on a request, being a party to it, or None (FIN-09)."""
    if request.asked_by_id == by.pk:
        return _(
            "这是您本人提出的申请，不能由本人审批，请由其他有审批权的负责人办理（会计法（2024）出纳不相容岗位，FIN-09）。"
        )
    if request.payees.filter(person__user=by.pk).exists():
        return _(
            "这笔钱付给您本人，不能由本人审批，请由其他有审批权的负责人办理（会计法（2024）出纳不相容岗位，FIN-09）。"
        )
    return None


def _decided(request: SpendingRequest, decision: str, decided_on: date | None, witness: User | None) -> dict[str, Any]:
    """The decision of the meeting an amount above the chair's limit goes to."""
    if request.rung == Rung.CHAIR:
        return {}
    if not decision.strip() or decided_on is None:
        raise Blocked(
            _("%(amount)s元超过主席审批限额，须附%(rung)s的决定（%(cite)s，FIN-10）。请填写会议名称和日期。")
            % {"amount": shown(request.amount), "rung": Rung(request.rung).label, "cite": cite("funds.chair_up_to")}
        )
    checks.has_been(decided_on, _("决定日期在今天以后。"))
    if request.rung == Rung.COMMITTEE and not (witness and is_auditor(witness)):
        raise Blocked(_("由工会委员会决定的支出须有经审委员列席（FIN-10），请选择列席的经审委员。"))
    return {"decision": decision.strip(), "decided_on": decided_on, "witness": witness}
