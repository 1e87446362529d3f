"""How the book is told in a report."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences
from unionhall.funds.figures import ledger as figures
from unionhall.funds.rules.chart import DUES


@sentences(topic=Topic.FUNDS, keys=["funds.income", "funds.spending", "funds.money"])
def kept_book(scope: Scope) -> Iterator[Sentence]:
    """What came in, what was spent, what is left."""
    income, spending, money = figures.income(scope), figures.spending(scope), figures.money(scope)
    if spending:
        words = _("期间经费收入{income}，支出{spending}，期末货币资金结存{money}。")
        yield Sentence(scope.last, words, income=income, spending=spending, money=money)
    else:
        yield Sentence(scope.last, _("期间经费收入{income}，期末货币资金结存{money}。"), income=income, money=money)


@sentences(topic=Topic.FUNDS, keys=["funds.retained", "funds.income"])
def came_from(scope: Scope) -> Iterator[Sentence]:
    """Whose money the income is, by the days it came in, so that the parts stay within the sum told before (FIN-01)."""
    retained, dues = figures.retained(scope), figures.income(scope.of(account=DUES))
    if retained and dues:
        yield Sentence(scope.last, _("其中拨缴经费留成{retained}，会费{dues}。"), retained=retained, dues=dues)
    elif retained:
        yield Sentence(scope.last, _("其中拨缴经费留成{retained}。"), retained=retained)
    elif dues:
        yield Sentence(scope.last, _("其中会费{dues}。"), dues=dues)


@sentences(topic=Topic.FUNDS, keys=["funds.custody_in", "funds.custody_out"])
def kept_for_others(scope: Scope) -> Iterator[Sentence]:
    """Money of others, in and out."""
    came, went = figures.custody_in(scope), figures.custody_out(scope)
    if went:
        yield Sentence(scope.last, _("代管捐款和离退休经费等收到{came}，付出{went}，专款专用。"), came=came, went=went)
    else:
        yield Sentence(scope.last, _("代管捐款和离退休经费等收到{came}，专款专用。"), came=came)


@sentences(topic=Topic.FUNDS, keys=["funds.audits", "funds.findings", "funds.findings_closed"])
def were_audited(scope: Scope) -> Iterator[Sentence]:
    """Audits, what they found and what was put right."""
    audits, found, closed = figures.audits(scope), figures.findings(scope), figures.put_right(scope)
    if closed:
        yield Sentence(
            scope.last,
            _("接受经费审查{audits}，发现问题{found}，整改销号{closed}。"),
            audits=audits,
            found=found,
            closed=closed,
        )
    else:
        yield Sentence(scope.last, _("接受经费审查{audits}。"), audits=audits)


@sentences(topic=Topic.FUNDS, keys=["funds.disclosures"])
def told_members(scope: Scope) -> Iterator[Sentence]:
    """How often members were told."""
    yield Sentence(scope.last, _("向会员公布经费收支{times}。"), times=figures.disclosures(scope))
