"""The words by which proposals, what becomes of them and what is thought of it are classified."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What a proposal is about; the value stands in its number (3-2-YL-007)."""

    MEDICAL = "YL", _("医疗业务")
    NURSING = "HL", _("护理")
    PAY = "XC", _("人事劳资")
    TALENT = "RC", _("人才科研教学")
    LOGISTICS = "HQ", _("后勤保障")
    WELFARE = "FL", _("生活福利")
    SAFETY = "LB", _("劳动保护与安全")
    MANAGEMENT = "YW", _("院务管理")
    CULTURE = "WH", _("文化建设")
    OTHER = "QT", _("其他")


class Outcome(models.TextChoices):
    """The five ways a review may end (PRO-08)."""

    FILE = "file", _("立案")
    MERGE = "merge", _("并案")
    SUGGESTION = "suggestion", _("转为意见建议")
    ANSWER = "answer", _("作意见答复")
    DECLINE = "decline", _("不予立案")


class Criterion(models.TextChoices):
    """What a proposal must be to be filed (PRO-06)."""

    LAWFUL = "lawful", _("符合法律和政策")
    IN_REMIT = "in_remit", _("属于本院职权")
    GENERAL = "general", _("涉及全局或多数职工切身利益")
    FEASIBLE = "feasible", _("有可行的建议")


class Ground(models.TextChoices):
    """Why a proposal is not filed (PRO-07)."""

    UNLAWFUL = "unlawful", _("与法律或政策抵触")
    PARTY = "party", _("党团内部事务")
    PERSONAL = "personal", _("个人问题")
    ONE_DEPARTMENT = "one_department", _("一个部门就能解决")
    BEYOND = "beyond", _("超出本院职权")
    EMPTY = "empty", _("没有实质内容")
    IN_COURT = "in_court", _("涉诉或信访个案")
    SOLVED = "solved", _("已经解决")


class Answer(models.TextChoices):
    """What a seconder said to being asked."""

    ASKED = "asked", _("待确认")
    CONFIRMED = "confirmed", _("已附议")
    REFUSED = "refused", _("不附议")


class Decider(models.TextChoices):
    """Who decides on what the committee proposes (PRO-10, PRO-17)."""

    PRESIDIUM = "presidium", _("大会主席团")
    JOINT = "joint", _("党政联席会议")


class Part(models.TextChoices):
    """What a department has to do about a proposal."""

    LEAD = "lead", _("主办")
    SUPPORT = "support", _("协办")


class ReplyClass(models.TextChoices):
    """How far a reply goes (PRO-14)."""

    A = "A", _("A 已解决或已采纳")
    B = "B", _("B 正在解决")
    C = "C", _("C 列入计划")
    D = "D", _("D 暂不能解决")


class Mark(models.TextChoices):
    """What a mover thinks of it (PRO-16)."""

    SATISFIED = "satisfied", _("满意")
    FAIR = "fair", _("基本满意")
    UNSATISFIED = "unsatisfied", _("不满意")


PROMISING = (ReplyClass.B, ReplyClass.C)
CONTENT = (Mark.SATISFIED, Mark.FAIR)
