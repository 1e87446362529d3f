"""The words of the roster: what a cell may mean."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role


class Sex(models.TextChoices):
    FEMALE = "female", _("女")
    MALE = "male", _("男")


class PostClass(models.TextChoices):
    """What kind of work somebody does in the hospital."""

    DOCTOR = "doctor", _("医生")
    NURSE = "nurse", _("护理")
    PHARMACIST = "pharmacist", _("药剂")
    TECHNICIAN = "technician", _("医技")
    MANAGER = "manager", _("行政管理")
    SUPPORT = "support", _("工勤")


class Employment(models.TextChoices):
    """How somebody is employed. Whoever works here for wages may join, whatever the class (MEM-01)."""

    ESTABLISHED = "established", _("在编")
    CONTRACT = "contract", _("合同制")
    AGENCY = "agency", _("人事代理")
    DISPATCHED = "dispatched", _("劳务派遣")
    REHIRED = "rehired", _("返聘")
    RETIRED = "retired", _("退休")
    EXTERNAL = "external", _("院外人员")


class UnitKind(models.TextChoices):
    """The levels of the union's own tree, and its service stations."""

    UNION = "union", _("基层工会")
    BRANCH = "branch", _("分工会")
    GROUP = "group", _("工会小组")
    STATION = "station", _("服务站点")


class DepartmentKind(models.TextChoices):
    CAMPUS = "campus", _("院区")
    DEPARTMENT = "department", _("科室")


class BodyKind(models.TextChoices):
    """What a body is; it decides which seats it has at first and which rules watch over them."""

    COMMITTEE = "committee", _("工会委员会")
    AUDIT = "audit", _("经费审查委员会")
    WOMEN = "women", _("女职工委员会")
    PROPOSALS = "proposals", _("提案委员会")
    MEDIATION = "mediation", _("劳动争议调解委员会")
    OFFICE = "office", _("工会办公室")
    BRANCH = "branch", _("分工会委员会")
    GROUP = "group", _("工会小组")
    DEPARTMENT = "department", _("行政科室")
    LEADERSHIP = "leadership", _("院领导班子")
    SERVICE = "service", _("专业服务")
    UPPER = "upper", _("上级工会")


OUTSIDE_BODIES = (BodyKind.DEPARTMENT, BodyKind.LEADERSHIP, BodyKind.SERVICE, BodyKind.UPPER)


class How(models.TextChoices):
    """How somebody came to a post."""

    ELECTION = "election", _("选举")
    BY_ELECTION = "by_election", _("补选")
    APPOINTMENT = "appointment", _("任命")
    HIRING = "hiring", _("聘任")


class Entry(models.TextChoices):
    """How a spell of membership began."""

    APPLIED = "applied", _("申请入会")
    TRANSFERRED = "transferred", _("转入")
    ROSTER = "roster", _("名册登记")
    REINSTATED = "reinstated", _("恢复会籍")


class RetainReason(models.TextChoices):
    """Why a membership is kept without dues and without a vote (MEM-04, MEM-05)."""

    RETIRED = "retired", _("退休")
    UNEMPLOYED = "unemployed", _("失业")
    AWAY = "away", _("长期离岗")


class RelationKind(models.TextChoices):
    SPOUSE = "spouse", _("配偶")
    PARENT = "parent", _("父母")
    CHILD = "child", _("子女")


class CorrectionField(models.TextChoices):
    """What a member may ask the office to correct; phone and address members change themselves."""

    NAME = "name", _("姓名")
    SEX = "sex", _("性别")
    BIRTH_ON = "birth_on", _("出生日期")
    ID_NUMBER = "id_number", _("身份证号")
    DEPARTMENT = "department", _("科室")
    UNIT = "unit", _("所属分工会、小组")
    EDUCATION = "education", _("学历")
    PROFESSIONAL_TITLE = "professional_title", _("职称")
    POLITICS = "politics", _("政治面貌")
    MEMBERSHIP = "membership", _("会籍")
    OTHER = "other", _("其他")


FIRST_SEATS: dict[str, list[tuple[str, str, int]]] = {
    BodyKind.COMMITTEE: [("主席", Role.CHAIR, 1), ("副主席", Role.VICE_CHAIR, 2), ("委员", Role.COMMITTEE, 16)],
    BodyKind.AUDIT: [("主任", Role.AUDITOR, 1), ("委员", Role.AUDITOR, 4)],
    BodyKind.WOMEN: [("主任", Role.WOMEN, 1), ("委员", Role.WOMEN, 6)],
    BodyKind.PROPOSALS: [("主任", Role.PROPOSALS, 1), ("委员", Role.PROPOSALS, 6)],
    BodyKind.MEDIATION: [("主任", Role.MEDIATOR, 1), ("委员", Role.MEDIATOR, 4)],
    BodyKind.OFFICE: [("专职干事", Role.CLERK, 4), ("会计", Role.ACCOUNTANT, 1), ("出纳", Role.CASHIER, 1)],
    BodyKind.BRANCH: [("主席", Role.BRANCH_CHAIR, 1), ("委员", "", 4)],
    BodyKind.GROUP: [("组长", Role.GROUP_LEADER, 1)],
    BodyKind.DEPARTMENT: [("负责人", Role.DEPARTMENT_HEAD, 1), ("经办人", Role.HANDLER, 2)],
    BodyKind.LEADERSHIP: [("院领导", Role.HOSPITAL_LEADER, 9)],
    BodyKind.SERVICE: [("心理咨询师", Role.COUNSELLOR, 4), ("法律顾问", Role.LEGAL_ADVISER, 2)],
    BodyKind.UPPER: [("查阅人", Role.UPPER_VIEWER, 4)],
}
