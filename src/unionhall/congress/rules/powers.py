"""What the congress may do with a matter, and which papers and vote each power asks for (Shanghai arts. 10–14)."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Power(models.TextChoices):
    """The five powers; every item of an agenda is under one of them."""

    DELIBERATE = "deliberate", _("审议建议")
    APPROVE = "approve", pgettext_lazy("congress", "审议通过")
    SUPERVISE = "supervise", _("审查监督")
    ELECT = "elect", _("民主选举")
    APPRAISE = "appraise", _("民主评议")


class PaperKind(models.TextChoices):
    """What a paper is to its item."""

    REPORT = "report", _("工作报告")
    DRAFT = "draft", _("审议草案")
    EXPLANATION = "explanation", _("起草说明")
    METHOD = "method", _("选举（表决）办法")
    CANDIDATES = "candidates", _("候选人名单")
    DUTY_REPORT = "duty_report", _("述职报告")
    OTHER = "other", _("其他材料")


class VoteKind(models.TextChoices):
    """The vote an item ends in."""

    NONE = "none", _("听取，不表决")
    DECISION = "decision", _("无记名票决")
    ELECTION = "election", _("无记名选举")
    APPRAISAL = "appraisal", _("无记名测评")


@dataclass(frozen=True)
class Needs:
    """The papers delegates must have before an item is called, the vote it must end in, and the article."""

    papers: tuple[str, ...]
    vote: str
    article: str | Promise


NEEDS: dict[str, Needs] = {
    Power.DELIBERATE: Needs((PaperKind.REPORT,), VoteKind.NONE, _("职代会条例第十条")),
    Power.APPROVE: Needs(
        (PaperKind.DRAFT, PaperKind.EXPLANATION), VoteKind.DECISION, _("职代会条例第十一条、第三十一条")
    ),
    Power.SUPERVISE: Needs((PaperKind.REPORT,), VoteKind.NONE, _("职代会条例第十二条")),
    Power.ELECT: Needs((PaperKind.METHOD, PaperKind.CANDIDATES), VoteKind.ELECTION, _("职代会条例第十三条")),
    Power.APPRAISE: Needs((PaperKind.DUTY_REPORT,), VoteKind.APPRAISAL, _("职代会条例第十四条")),
}


def missing_papers(power: str, kinds: set[str]) -> list[str]:
    """The kinds of paper a power asks for that are not among `kinds`, in their order."""
    return [kind for kind in NEEDS[power].papers if kind not in kinds]


def is_heard(power: str) -> bool:
    """Whether hearing the report is enough; a matter to be approved can never be passed so (CON-18, CON-21)."""
    return NEEDS[power].vote == VoteKind.NONE
