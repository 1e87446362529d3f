"""The words by which an activity is classified (ACT-01)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What sort of activity it is."""

    SPORTS_MEET = "sports_meet", _("运动会")
    CONTEST = "contest", _("比赛")
    GAMES = "games", _("游艺活动")
    PERFORMANCE = "performance", _("文艺演出")
    EXHIBITION = "exhibition", _("展览")
    LECTURE = "lecture", _("讲座")
    TRAINING = "training", _("培训")
    FRIENDSHIP = "friendship", _("联谊")
    CAMPAIGN = "campaign", _("主题教育")
    CARE = "care", _("人文关怀")
    CELEBRATION = "celebration", _("庆典")
    RESEARCH = "research", _("调研")
    VOLUNTEER = "volunteer", _("志愿服务")
    HEALTH = "health", _("健康活动")
    CHILD_CARE = "child_care", _("子女托管")
    OUTING = "outing", _("春游秋游")
    OTHER = "other", _("其他")


class Occasion(models.TextChoices):
    """The day it is held for."""

    NEW_YEAR = "new_year", _("元旦")
    SPRING_FESTIVAL = "spring_festival", _("春节")
    WOMEN = "women", _("三八妇女节")
    MAY_DAY = "may_day", _("五一劳动节")
    MAY_FOURTH = "may_fourth", _("五四青年节")
    NURSES = "nurses", _("国际护士节")
    CHILDREN = "children", _("六一儿童节")
    DOCTORS = "doctors", _("中国医师节")
    MID_AUTUMN = "mid_autumn", _("中秋节")
    NATIONAL_DAY = "national_day", _("国庆节")


class Theme(models.TextChoices):
    """What it teaches or serves, apart from its form."""

    PARTY_BUILDING = "party_building", _("党建")
    INTEGRITY = "integrity", _("廉洁教育")
    MODELS = "models", _("学先进、树新风")
    SKILLS = "skills", _("职业技能")
    CULTURE = "culture", _("文化体育")
    WELLBEING = "wellbeing", _("身心健康")
    RIGHTS = "rights", _("劳动权益")


class Level(models.TextChoices):
    """Who holds it, from the smallest circle to the widest."""

    BRANCH = "branch", _("分会")
    UNION = "union", _("本院")
    SYSTEM = "system", _("本系统")
    DISTRICT = "district", _("区县级")
    CITY = "city", _("市级")
    PROVINCE = "province", _("省级")
    NATION = "nation", _("全国")


class Audience(models.TextChoices):
    """Who may sign up."""

    ALL = "all", _("全体会员")
    WOMEN = "women", _("女会员")
    YOUTH = "youth", _("青年会员")
    BRANCH = "branch", _("本分会会员")


class Sector(models.TextChoices):
    """What sort of body a partner is."""

    PARTY = "party", _("党组织")
    DEPARTMENT = "department", _("本院部门")
    HOSPITAL = "hospital", _("医疗卫生单位")
    SCHOOL = "school", _("学校")
    ENTERPRISE = "enterprise", _("企业")
    GOVERNMENT = "government", _("机关")
    UNION = "union", pgettext_lazy("activities", "工会组织")


class Attending(models.TextChoices):
    """In what role somebody is at an activity; only those who take part enter the count of person-times."""

    ENTRANT = "entrant", _("参加者")
    STAFF = "staff", _("工作人员")
    REFEREE = "referee", _("裁判")
    AUDIENCE = "audience", _("观众")


class How(models.TextChoices):
    """How it was seen that somebody came."""

    SCAN = "scan", _("扫码")
    CODE = "code", _("短码")
    SHEET = "sheet", _("签到表")
    RESULT = "result", _("由成绩认定")


class Better(models.TextChoices):
    """Which mark wins."""

    HIGHER = "higher", _("数值大者胜")
    LOWER = "lower", _("数值小者胜")
    NONE = "none", _("不计名次")
