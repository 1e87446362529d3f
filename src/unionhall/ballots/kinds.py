"""The words by which a poll is classified."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a poll decides."""

    DECISION = "decision", _("表决")
    ELECTION = "election", _("选举")
    APPRAISAL = "appraisal", _("民主测评")
    QUESTIONNAIRE = "questionnaire", _("问卷")


class Way(models.TextChoices):
    """How votes are given. A new way is one more row of `WAYS` with tables of its own; roll, rule and result stay."""

    HANDS = "hands", _("举手")
    PAPER = "paper", _("纸质选票（票决）")
    NAMED = "named", _("记名电子表决")
    ANONYMOUS = "anonymous", _("匿名电子")


class Of(models.TextChoices):
    """Of whom the majority is taken (G-04); the values are those of `rules.Base`."""

    ALL = "all", _("全体应到人员")
    PRESENT = "present", _("实到人员")
    VALID = "valid", _("有效票")


class Stance(models.TextChoices):
    """What an option stands for in the count."""

    YES = "yes", _("赞成")
    NO = "no", _("反对")
    ABSTAIN = "abstain", _("弃权")
    CANDIDATE = "candidate", _("候选人")
    GOOD = "good", _("满意档")
    BAD = "bad", _("不满意档")
    UNFIT = "unfit", _("不称职档")
    NONE = "none", _("一般选项")


# Binding secret votes are held on paper; an election is secret (ORG-20), and anonymous electronic votes bind nobody.
WAYS: dict[str, frozenset[str]] = {
    Kind.DECISION: frozenset({Way.HANDS, Way.PAPER, Way.NAMED}),
    Kind.ELECTION: frozenset({Way.PAPER}),
    Kind.APPRAISAL: frozenset({Way.PAPER, Way.ANONYMOUS}),
    Kind.QUESTIONNAIRE: frozenset({Way.ANONYMOUS}),
}
COUNTED = frozenset({Way.HANDS, Way.PAPER})
DECISIVE = frozenset({Kind.DECISION, Kind.ELECTION})
