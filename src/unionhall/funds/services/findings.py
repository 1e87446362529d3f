"""What the checks find about one request: its facts gathered, the table run over them."""

from collections import Counter
from decimal import Decimal

from unionhall.accounts.tenancy import current_union
from unionhall.funds import subjects
from unionhall.funds.flow.request import LIVE
from unionhall.funds.kinds.purpose import PERSONAL
from unionhall.funds.models import RequestPayee, SpendingRequest
from unionhall.funds.rules import checks
from unionhall.funds.selectors.planned import plan_of
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.people.models import Person, Profile
from unionhall.rulebook.services import value


def about(request: SpendingRequest) -> list[checks.Finding]:
    """Everything the checks find; at most ten queries however many are paid."""
    payees = list(request.payees.select_related("person"))
    people = {payee.person.pk: payee.person for payee in payees if payee.person}
    today = clock.today()
    members = set(Person.objects.members(today).filter(pk__in=people).values_list("pk", flat=True))
    retained = set(Person.objects.retained(today).filter(pk__in=people).values_list("pk", flat=True))
    retired = {pk for pk, one in people.items() if pk in retained or (one.retired_on and one.retired_on <= today)}
    plan = plan_of(subjects.record(request), request.amount, but=request.pk)
    return checks.findings(
        checks.Facts(
            words=" ".join([request.title, request.text, *(payee.text for payee in payees)]),
            purpose=request.purpose,
            fund_kind=request.fund.kind if request.fund else "",
            subject=request.subject_type,
            retired=_names(people, retired),
            serving=_names(people, people.keys() - retired),
            outsiders=_names(people, people.keys() - members - retired),
            paid_already=_paid_already(request, people),
            listed_twice=[] if request.subject_type else _listed_twice(payees),  # a list typed by hand
            to_employer=_employer_among(payees),
            has_subject=bool(request.subject_type),
            planned=plan.planned if plan else Decimal(0),
            asked_in_all=plan.asked if plan else Decimal(0),
            words_refused=value("funds.words_refused", request.asked_on),
            words_asked=value("funds.words_asked", request.asked_on),
        )
    )


def refusal(found: list[checks.Finding]) -> str:
    """What binding checks found, or nothing: with it a request is not submitted."""
    return "\n".join(str(finding) for finding in found if finding.check.binding)


def goes_beyond(found: list[checks.Finding]) -> bool:
    """Whether more is asked than the record's own plan has."""
    return any(finding.check.key == checks.BEYOND for finding in found)


def _names(people: dict, chosen: set) -> list[str]:
    return [one.name for pk, one in people.items() if pk in chosen]


def _paid_already(request: SpendingRequest, people: dict) -> list[str]:
    """Who of the payees stands in another request for the same record (CARE-13)."""
    if not request.subject_type:
        return []
    others = RequestPayee.objects.filter(
        request__subject_type=request.subject_type,
        request__subject_id=request.subject_id,
        request__state__in=LIVE,
        request__purpose__in=PERSONAL,
        person__in=people,
    ).exclude(request=request)
    return list(others.values_list("name", flat=True).distinct())


def _listed_twice(payees: list[RequestPayee]) -> list[str]:
    """Persons with more than one line of money, or of goods."""
    lines = Counter((payee.person, bool(payee.cash)) for payee in payees if payee.person)
    return list(dict.fromkeys(person.name for (person, _in_cash), count in lines.items() if count > 1))


def _employer_among(payees: list[RequestPayee]) -> list[str]:
    """Payees that are the hospital's administration itself."""
    profile = Profile.objects.first()
    own = {current_union().name.removesuffix("工会"), profile.administration if profile else ""} - {""}
    return [one.name for one in payees if one.person_id is None and squeezed(one.name) in map(squeezed, own)]
