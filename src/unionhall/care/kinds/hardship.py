"""The words of hardship files: grades, lines of the means test, documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Grade(models.TextChoices):
    """How deep a household is in hardship (CARE-01)."""

    DEEP = "deep", _("深度困难")
    RELATIVE = "relative", _("相对困难")
    ACCIDENT = "accident", _("意外致困")
    NONE = "none", _("未达困难标准")


class LineKind(models.TextChoices):
    """One kind of line in the means calculation: what comes in, and what must go out (CARE-02)."""

    WAGES = "wages", _("工资收入")
    OTHER_INCOME = "other_income", _("其他收入")
    SUPPORT = "support", _("赔付、救助、低保等")
    MEDICAL = "medical", _("医疗自付")
    CARE = "care", _("照料护理")
    DISABILITY = "disability", _("残疾康复")
    SCHOOLING = "schooling", _("就学")
    WORK = "work", _("必要就业支出")


INCOME = (LineKind.WAGES, LineKind.OTHER_INCOME, LineKind.SUPPORT)
RIGID = (LineKind.MEDICAL, LineKind.CARE, LineKind.DISABILITY, LineKind.SCHOOLING, LineKind.WORK)


class Cause(models.TextChoices):
    """Why, as far as it may be told apart in lists of the office; no illness is named."""

    ILLNESS = "illness", _("大病")
    ACCIDENT = "accident", _("意外灾害")
    SCHOOLING = "schooling", _("子女就学")
    INCOME = "income", _("收入偏低")
    OTHER = "other", _("其他")


class Exclusion(models.TextChoices):
    """What usually keeps a household from being filed (CARE-04); a reason to look twice, not to refuse by itself."""

    HOUSES = "houses", _("两套以上住房")
    BUSINESS = "business", _("有商铺或雇工经营")
    ABROAD = "abroad", _("子女自费留学或就读高收费学校")


class Paper(models.TextChoices):
    """What is handed in (CARE-06)."""

    APPLICATION = "application", _("个人申请")
    IDENTITY = "identity", _("身份证件、户口本")
    DIAGNOSIS = "diagnosis", _("诊断证明、医疗单据")
    INCOME = "income", _("收入证明")
    SCHOOL = "school", _("就学证明")
    DISASTER = "disaster", _("灾害证明")
    OTHER = "other", _("其他材料")


class Kin(models.TextChoices):
    SELF = "self", _("本人")
    SPOUSE = "spouse", _("配偶")
    CHILD = "child", _("子女")
    PARENT = "parent", _("父母")
    OTHER = "other", _("其他共同生活的亲属")
