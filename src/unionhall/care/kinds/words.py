"""The words of care that every part uses: what happened, at which festival, out of whose money."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occasion(models.TextChoices):
    """Why the union comes: what happened in somebody's life, or what day it is (rules CARE-09, five visits)."""

    HOSPITAL = "hospital", _("住院")
    OPERATION = "operation", _("住院手术")
    ILLNESS = "illness", _("重大疾病")
    BIRTH = "birth", _("生育")
    WEDDING = "wedding", _("结婚")
    DEATH = "death", _("会员去世")
    BEREAVEMENT = "bereavement", _("直系亲属去世")
    RETIREMENT = "retirement", _("退休离岗")
    BIRTHDAY = "birthday", _("生日")
    DISASTER = "disaster", _("意外和灾害")
    HARDSHIP = "hardship", _("生活困难")
    DISCORD = "discord", _("家庭矛盾")
    EXAM = "exam", _("子女升学")
    FESTIVAL = "festival", _("逢年过节")
    RETIREE = "retiree", _("慰问离退休职工")
    DUTY = "duty", _("坚守岗位")
    RELIEF = "relief", _("送温暖")
    OTHER = "other", _("其他")


FROM_ROSTER = (Occasion.BIRTHDAY, Occasion.RETIREMENT)
NO_EVENTS = (Occasion.FESTIVAL, Occasion.RETIREE, Occasion.DUTY, Occasion.RELIEF)
TOLD = tuple(one for one in Occasion if one not in (*FROM_ROSTER, *NO_EVENTS))
VISITED = tuple(one for one in Occasion if one not in (Occasion.FESTIVAL, Occasion.RELIEF))
PRIVATE = (Occasion.HOSPITAL, Occasion.OPERATION, Occasion.ILLNESS, Occasion.HARDSHIP, Occasion.DISCORD)
EVERYBODYS = (Occasion.BIRTH, Occasion.WEDDING, Occasion.BIRTHDAY, Occasion.RETIREMENT, Occasion.FESTIVAL)  # no relief
LAST_DAY_BEFORE = (Occasion.RETIREMENT, Occasion.DEATH)  # what ends membership is judged by the day before


class Festival(models.TextChoices):
    """The days for which something is given to all; the seven of the national rule, and what a province adds."""

    NEW_YEAR = "new_year", _("元旦")
    SPRING = "spring", _("春节")
    QINGMING = "qingming", _("清明节")
    LABOUR = "labour", _("劳动节")
    DRAGON_BOAT = "dragon_boat", _("端午节")
    MID_AUTUMN = "mid_autumn", _("中秋节")
    NATIONAL = "national", _("国庆节")
    LOCAL = "local", _("省级政府批准的节日")
    DOUBLE_NINTH = "double_ninth", _("重阳节")
    SUMMER = "summer", _("夏季送清凉")


STATUTORY = tuple(one for one in Festival if one not in (Festival.DOUBLE_NINTH, Festival.SUMMER))


class Source(models.TextChoices):
    """Out of whose money (CARE-08); retirees are never paid out of union funds (CARE-14)."""

    UNION = "union", _("工会经费")
    RETIREES = "retirees", _("离退休经费（行政）")
    UPPER = "upper", _("上级工会补助")
    RELIEF = "relief", _("送温暖资金")
    DRIVE = "drive", _("爱心捐款")


class Relation(models.TextChoices):
    """To whom it happened: the member or one of the next of kin."""

    SELF = "self", _("本人")
    SPOUSE = "spouse", _("配偶")
    PARENT = "parent", _("父母")
    PARENT_IN_LAW = "parent_in_law", _("配偶父母")
    CHILD = "child", _("子女")


class Channel(models.TextChoices):
    """How the union came to know."""

    HR = "hr", _("人事部门")
    BRANCH = "branch", _("分工会")
    OFFICE = "office", _("工会办公室")
    SELF = "self", _("本人告知")
    COLLEAGUE = "colleague", _("同事告知")


class Level(models.TextChoices):
    """Who goes: the hospital's union, or the branch."""

    UNION = "union", _("院工会")
    BRANCH = "branch", _("分工会")


class Side(models.TextChoices):
    """For whom a visitor went."""

    LEADERSHIP = "leadership", _("院党政领导")
    UNION = "union", _("院工会")
    BRANCH = "branch", _("分工会")
    DEPARTMENT = "department", _("职能处室和科室")


class Part(models.TextChoices):
    """As what one signs for what a visit brought; three people, never one twice (CARE-18)."""

    HANDLER = "handler", _("经手人")
    WITNESS = "witness", _("证明人（验收人）")
    CHAIR = "chair", _("分工会主席")


class Form(models.TextChoices):
    """In which form something may be given."""

    ANY = "any", _("慰问金或慰问品")
    GOODS = "goods", _("只发慰问品")


class Audience(models.TextChoices):
    """For whom an issue is."""

    MEMBERS = "members", _("在会会员")
    RETIREES = "retirees", _("离退休职工")


class Layer(models.TextChoices):
    """Whose standard it is; of several the strictest binds (G-09)."""

    PROVINCE = "province", _("省级标准")
    UNION = "union", _("本会标准")
