"""What stands on the page of one file. To show it is to look at it, and the look is logged (PRI-04)."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.audit.models import Event, Kind
from unionhall.audit.selectors import by_day
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.models import HardshipFile
from unionhall.care.selectors.hardship import is_out
from unionhall.care.selectors.hardship_road import stops
from unionhall.care.services import hardship
from unionhall.care.services.hardship import confirming
from unionhall.kernel import clock
from unionhall.kernel.text import masked
from unionhall.pages.values import yuan

LOOKS = 100


def content(request: HttpRequest, file: HardshipFile) -> dict[str, Any]:
    """Everything the household told, with the calculation line by line."""
    hardship.look(file, by=request.user, what=_("困难职工档案"))
    return {
        "file": file,
        "account": masked(file.bank_account, head=0, tail=4),
        "means": file.latest_means,
        "relatives": file.relatives.all(),
        "papers": file.papers.defer("content").all(),
        "visits": file.home_visits.prefetch_related("visitors"),
        "reviews": file.reviews.all(),
        "deliberations": file.deliberations.all(),
    } | _line_steps(request, file)


def after_filing(file: HardshipFile) -> str:
    """Whose turn it is with a household on file: nobody's until its review is due or its means say it is out (CARE-07)."""
    if is_out(file):
        return gettext("最新测算未达困难标准，等待主席或副主席办理脱困退出")
    return gettext("应年度复核") if file.review_due_on <= clock.today() else ""


def before_lifting(file: HardshipFile) -> str:
    """What the newest calculation says, beside what leaving means."""
    words, means = gettext("脱困后停止新增帮扶（CARE-07），理由会告知本人。"), file.latest_means
    if means is None:
        return words
    newest = gettext("最新测算：扣减后每人每月%(left)s元，%(grade)s。")
    return words + newest % {"left": yuan(means.per_head), "grade": means.grade.label}


def road(request: HttpRequest, file: HardshipFile) -> dict[str, Any]:
    """The steps of a request, those to come included."""
    return {"stops": stops(file)}


def asked(request: HttpRequest, file: HardshipFile) -> dict[str, Any]:
    """What whoever takes the first look needs: the request, and none of income, papers and bank card."""
    confirming.look(file, by=request.user)
    return {"file": file}


def _line_steps(request: HttpRequest, file: HardshipFile) -> dict[str, str]:
    """Where a line of the household is corrected or taken away, on the face one reads it on, while it may be."""
    pages = request.resolver_match.kwargs["pages"]
    if HARDSHIP.why_not(file, "change_kin", by=request.user):
        return {}
    return {"change_url": pages.url("change_kin", file), "drop_url": pages.url("drop_kin", file)}


def looks(request: HttpRequest, file: HardshipFile) -> dict[str, Any]:
    """Who looked at the file, newest first."""
    return {"looks": by_day(Event.objects.about(file).filter(kind=Kind.READ).select_related("by")[:LOOKS])}
