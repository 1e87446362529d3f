"""The words by which congresses, those who come and what comes of it are classified."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Congress(models.TextChoices):
    """Which of the two congresses; neither acts for the other, even when they sit together (ORG-15)."""

    STAFF = "staff", _("职工代表大会")
    MEMBERS = "members", _("工会会员代表大会")


class Cause(models.TextChoices):
    """Why a session is called; an extraordinary one is proposed by somebody (CON-15)."""

    REGULAR = "regular", _("年度会议")
    BY_EMPLOYER = "by_employer", _("单位提议的临时会议")
    BY_UNION = "by_union", _("工会提议的临时会议")
    BY_DELEGATES = "by_delegates", _("三分之一以上代表提议的临时会议")


class Came(models.TextChoices):
    """How a delegate came to the seat."""

    ELECTED = "elected", _("选举")
    BY_ELECTION = "by_election", _("补选")


class Left(models.TextChoices):
    """Why a delegate is one no longer."""

    RECALLED = "recalled", _("撤换")
    MOVED = "moved", _("调离或离院")
    RESIGNED = "resigned", _("辞去")


class Role(models.TextChoices):
    """In what role somebody is at a session; delegates alone vote (CON-08)."""

    DELEGATE = "delegate", _("正式代表")
    LEADER = "leader", _("院领导")
    OBSERVER = "observer", _("列席代表")
    GUEST = "guest", _("特邀代表")


class How(models.TextChoices):
    """How it was seen that somebody came."""

    SCAN = "scan", _("扫码")
    DESK = "desk", _("签到处")


class CommitteeKind(models.TextChoices):
    """The special committees of a congress (CON-20)."""

    PROPOSALS = "proposals", _("提案工作委员会")
    APPRAISAL = "appraisal", _("民主评议委员会")
    WELFARE = "welfare", _("生活福利委员会")
    SAFETY = "safety", _("安全卫生委员会")
    REGULATIONS = "regulations", _("规章制度委员会")
    AGREEMENT = "agreement", _("集体合同监督委员会")
    CREDENTIALS = "credentials", _("代表资格审查委员会")


class Mover(models.TextChoices):
    """From whom a motion comes."""

    EMPLOYER = "employer", _("行政")
    COMMITTEE = "committee", _("工会委员会")
    PRESIDIUM = "presidium", _("主席团")
    DELEGATION = "delegation", _("代表团")


class Gathering(models.TextChoices):
    """Which joint meeting between sessions."""

    JOINT = "joint", _("职代会联席会议")
    HEADS = "heads", _("代表团团长联席会议")


class Capacity(models.TextChoices):
    """As what somebody takes part in a joint meeting (CON-21)."""

    DELEGATION_HEAD = "head", _("代表团团长")
    COMMITTEE_HEAD = "committee", _("专门委员会负责人")
    PRESIDIUM = "presidium", _("主席团成员")
    UNION_COMMITTEE = "union", _("工会委员会委员")


class Outcome(models.TextChoices):
    """What a joint meeting came to on a matter; what the congress has to pass it can only send on (CON-21)."""

    AGREED = "agreed", _("形成处理意见")
    REFERRED = "referred", _("提请大会审议")
