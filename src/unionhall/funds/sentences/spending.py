"""How a report tells of requests and the budget."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences
from unionhall.funds.figures import spending as figures


@sentences(topic=Topic.FUNDS, keys=["funds.requests", "funds.approved", "funds.paid"])
def asked_and_paid(scope: Scope) -> Iterator[Sentence]:
    """How much was asked, approved and paid, by the ladder (FIN-10)."""
    yield Sentence(
        scope.last,
        _("严格经费审批，办理经费申请{requests}，批准{approved}，支付{paid}，附件齐全方予入账。"),
        requests=figures.requests(scope),
        approved=figures.approved(scope),
        paid=figures.paid(scope),
    )


@sentences(topic=Topic.FUNDS, keys=["funds.planned", "funds.execution"])
def kept_to_the_budget(scope: Scope) -> Iterator[Sentence]:
    """The year's budget and how far it was executed (FIN-07)."""
    yield Sentence(
        scope.last,
        _("年度支出预算{planned}，执行率{execution}。"),
        planned=figures.planned(scope),
        execution=figures.execution(scope),
    )
