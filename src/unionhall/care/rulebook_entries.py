"""The values of care that differ by place, year or union, beside those the house starts with."""

from django.utils.translation import gettext_lazy as _

from unionhall.rulebook.defaults import DAYS, MONTHS, PERSONS, WORKDAYS
from unionhall.rulebook.registry import rule

YUAN = _("元")
OURS, MODEL = _("本会默认"), _("参照")

# It is read as a table:
# fmt: off
# visits
rule("care.contact_workdays", label=_("职工事件登记后联系期限"), value=3, unit=WORKDAYS, source=OURS,
     rule_id="6.3", checked="S", jurisdiction=_("本会"))
rule("care.visit_days", label=_("职工事件登记后走访期限"), value=7, unit=DAYS, source=OURS, rule_id="6.3", checked="S",
     jurisdiction=_("本会"))
rule("care.birthday_ahead_days", label=_("生日走访提前列入天数"), value=7, unit=DAYS, source=OURS,
     rule_id="6.3", checked="S", jurisdiction=_("本会"))

rule("care.gift_reminder_days", label=_("福利领取截止前提醒"), value=3, unit=DAYS, source=OURS, rule_id="6.4",
     checked="unverified", jurisdiction=_("本会"))

# drives
rule("care.donation_max", label=_("单笔捐款的核对上限"), value=100000, unit=YUAN, kind="money", source=OURS,
     rule_id="DON-03", checked="unverified", jurisdiction=_("本会"))
rule("care.illness_words", label=_("募捐名称和事由里不能出现的病名（本会可增减）"),
     value="癌、肿瘤、白血病、淋巴瘤、尿毒症、艾滋、梅毒、肝炎、肺结核、抑郁、精神分裂、脑梗、脑出血、心梗、糖尿病、透析、化疗、截瘫",
     kind="words", source=_("个人信息保护法"), article=_("第二十五条、第二十八条"), rule_id="PRI-06", checked="L",
     jurisdiction=_("本会"))

# mutual aid
rule("care.cover_premium_max", label=_("互助保障每人保费的核对上限"), value=500, unit=YUAN, kind="money",
     source=_("请按所参加互助保障组织的方案修改"), rule_id="CARE-15", checked="unverified", jurisdiction=_("各地不同"))
for plan, most, label in (
    ("hospital", 20000, _("住院医疗互助一次给付的核对上限")),
    ("illness", 100000, _("重大疾病互助一次给付的核对上限")),
    ("accident", 100000, _("意外伤害互助一次给付的核对上限")),
    ("women", 50000, _("女职工特殊疾病互助一次给付的核对上限")),
):
    rule(f"care.cover_claim_max_{plan}", label=label, value=most, unit=YUAN, kind="money",
         source=_("请按所参加互助保障组织的方案修改"), rule_id="CARE-15", checked="unverified",
         jurisdiction=_("各地不同"))

# hardship
rule("care.poverty_line", label=_("当地低保线（每人每月）"), value=735, unit=YUAN, kind="money",
     source=_("当地民政部门公布的低保标准，请按所在地当年标准修改"), rule_id="CARE-01", checked="unverified",
     jurisdiction=_("各地不同"))
rule("care.notice_workdays", label=_("困难建档、疗休养公示期"), value=5, unit=WORKDAYS, source=_("评优公示惯例"),
     rule_id="CARE-05", checked="S", jurisdiction=MODEL)
rule("care.objection_workdays", label=_("公示异议答复期限"), value=5, unit=WORKDAYS, source=OURS, rule_id="CARE-05",
     checked="unverified", jurisdiction=_("本会"))
rule("care.deliberation_quorum", label=_("审议困难职工的委员会到会占应到"), value="2/3", kind="share",
     source=_("会议有效人数惯例"), rule_id="CARE-05", checked="unverified", jurisdiction=_("本会"))
rule("care.review_months", label=_("困难档案复核周期"), value=12, unit=MONTHS, source=_("惯例"), rule_id="CARE-07",
     checked="unverified")
rule("care.home_visitors_min", label=_("入户走访人数下限"), value=2, unit=PERSONS, source=_("地方帮扶办法"),
     rule_id="CARE-05", checked="S", jurisdiction=MODEL)
rule("care.small_cell_min", label=_("困难户数对外可说的下限"), value=5, unit=_("户"), source=_("个人信息保护法"),
     article=_("第二十五条"), rule_id="PRI-06", checked="unverified", jurisdiction=_("本会"))
# fmt: on
