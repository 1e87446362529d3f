"""What proves an occasion: the set a union wants, and the papers of one visit, sealed (CARE-16)."""

from collections.abc import Sequence
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.visits import VISIT_FLOW
from unionhall.care.kinds.proof import Proof
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import ProofRule, Visit, VisitPaper
from unionhall.care.permissions import is_own
from unionhall.care.services import checks
from unionhall.care.services.sealing import sealed
from unionhall.flows import Blocked, only_once
from unionhall.kernel.cipher import unseal
from unionhall.pages.values import day

SEALED_AS = "care.visitpaper.content"


@transaction.atomic
def want(*, by: User, occasion: str, papers: Sequence[str], valid_from: date, source: str) -> ProofRule:
    """Set what an occasion has to be proved by from a day on; earlier days keep theirs, none at all is allowed.

    Raises Blocked for a day not after the last such row's: the past is not rewritten.
    """
    checks.of_the_office(by, _("设定证明材料要求"))
    source = checks.given(source, _("请写明依据。"))
    last = ProofRule.objects.filter(occasion=occasion).order_by("-valid_from").first()
    if last and valid_from <= last.valid_from:
        raise Blocked(_("现有要求自%(day)s起执行，新的只能从其后的日期起执行。") % {"day": day(last.valid_from)})
    kept = [Proof(kind) for kind in dict.fromkeys(papers)]
    with only_once(_("这一天的要求刚由别人设定，请刷新后再看。")):
        rule = ProofRule.objects.create(occasion=occasion, papers=kept, valid_from=valid_from, source=source)
    audit.record("care.proof.want", rule, by=by, after={"papers": kept, "valid_from": valid_from, "source": source})
    return rule


def before(occasion: str, today: date) -> str:
    """What an occasion is proved by today, in words."""
    wanted = ProofRule.objects.wanted(Occasion(occasion), today)
    return "、".join(str(kind.label) for kind in wanted) or _("不要求证明材料")


@transaction.atomic
def add_paper(visit: Visit, *, by: User, kind: str, upload: UploadedFile) -> VisitPaper:
    """Hand in a paper for what a visit gave; raises Blocked when it is empty, too large, or of a kind not taken."""
    VISIT_FLOW.check(visit, "add_paper", by=by)
    paper = VisitPaper.objects.create(visit=visit, kind=kind, by=by, **sealed(upload, SEALED_AS))
    audit.record("care.visit.add_paper", visit, by=by, after={"paper": kind})
    return paper


def open_paper(paper: VisitPaper, *, by: User) -> bytes:
    """The content of a paper; a look at what tells of somebody's life is logged before, but for their own (PRI-04)."""
    if paper.is_private and paper.visit and not is_own(by, paper.visit):
        audit.read(paper.visit, by=by, what=Proof(paper.kind).label)
    return unseal(bytes(paper.content), SEALED_AS)
