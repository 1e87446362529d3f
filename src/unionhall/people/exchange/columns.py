"""Which columns a roster may have, and the header words that mean them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Field:
    """One column: its name in the code, its label on the mapping page, the other headers that mean it."""

    name: str
    label: Promise
    words: tuple[str, ...]
    required: bool = False


def _field(name: str, label: Promise, words: str, required: bool = False) -> Field:
    return Field(name, label, tuple(words.split()), required)


FIELDS = (
    _field("staff_no", _("工号"), "工号 员工编号 职工编号 人员编号 员工号 职工号 人事编号 工作证号", required=True),
    _field("name", _("姓名"), "姓名 员工姓名 职工姓名 名字", required=True),
    _field("sex", _("性别"), "性别"),
    _field("birth_on", _("出生日期"), "出生年月 出生日期 出生年月日 生日 出生时间"),
    _field("id_number", _("身份证号"), "身份证号 身份证号码 身份证 证件号码 证件号 公民身份号码"),
    _field("department", _("科室"), "科室 部门 所在科室 所在部门 科室名称 部门名称 所属科室 所属部门", required=True),
    _field("post_class", _("岗位类别"), "岗位类别 岗位类型 岗位性质 人员类别 职业类别 岗位"),
    _field("position", _("职务"), "职务 行政职务 现任职务"),
    _field("professional_title", _("职称"), "职称 专业技术职务 技术职称 专业技术职称 聘任职称"),
    _field(
        "employment",
        _("用工性质"),
        "用工性质 用工形式 编制类型 编制性质 用工类别 用工类型 人员性质 编制情况",
        required=True,
    ),
    _field("worked_since", _("参加工作日期"), "参加工作时间 参加工作日期 参工时间 工作时间"),
    _field("joined_on", _("来院日期"), "来院时间 来院日期 入院时间 入职日期 入职时间 到院时间 进院时间 入院工作时间"),
    _field("retired_on", _("退休日期"), "退休日期 退休时间"),
    _field("politics", _("政治面貌"), "政治面貌 党派"),
    _field("ethnicity", _("民族"), "民族"),
    _field("native_place", _("籍贯"), "籍贯"),
    _field("education", _("学历"), "学历 文化程度 最高学历"),
    _field("marriage", _("婚姻状况"), "婚姻状况 婚否 婚姻"),
    _field("phone", _("手机号码"), "手机号码 手机号 手机 联系电话 电话 联系方式 移动电话"),
    _field("address", _("通信地址"), "通信地址 通讯地址 住址 家庭住址 家庭地址 联系地址"),
    _field("is_member", _("是否会员"), "是否会员 是否工会会员 工会会员 会员"),
    _field("member_since", _("入会日期"), "入会时间 入会日期 加入工会时间 入会年月"),
    _field("card_no", _("会员证号"), "会员证号 会员证编号 会员号 会员卡号 会员编号"),
    _field("branch", _("分工会"), "分工会 所属分工会 部门工会 分会 工会分会"),
    _field("group", _("工会小组"), "工会小组 小组 所属小组 所属工会小组"),
    _field("is_front_line", _("是否一线"), "是否一线 一线 一线职工 是否一线职工 一线人员"),
    _field("note", _("备注"), "备注 说明"),
)
LABELS = {field.name: field.label for field in FIELDS}
DAYS = ("birth_on", "worked_since", "joined_on", "retired_on")
TEXTS = (
    "position",
    "professional_title",
    "politics",
    "ethnicity",
    "native_place",
    "education",
    "marriage",
    "address",
    "note",
)
