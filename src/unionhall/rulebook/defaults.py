"""The values the house starts with, by module; a union changes them by a dated row, never here.

Sources are named as they were compared: `checked` says how far. What is marked unverified is shown so wherever it acts.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from unionhall.rulebook.registry import rule

UNION_LAW = _("工会法（2021）")
ELECTION_RULES = _("工会基层组织选举工作条例（2016）")
CONSTITUTION = _("中国工会章程（2008文本）")
SHANGHAI_CONGRESS = _("上海市职工代表大会条例（2017）")
LABOUR_CONTRACT_LAW = _("劳动合同法")
AGREEMENT_RULES = _("集体合同规定（2004）")

PERSONS, DAYS, WORKDAYS, MONTHS, YEARS = _("人"), _("天"), _("个工作日"), _("个月"), _("年")
STRICTNESS = {"more": _("过半数（不含半数）"), "or_more": _("半数以上（含半数）")}

# It is read as a table:
# fmt: off
# people
rule("people.term_years", label=_("工会委员会每届任期"), value=5, unit=YEARS, kind="choice",
     choices={"3": "3", "5": "5"}, source=UNION_LAW, article=_("第十六条"), rule_id="ORG-05", checked="L")
rule("people.term_reminders", label=_("届满前提醒"), value="180,90,30", unit=DAYS, kind="days",
     source=CONSTITUTION, article=_("第二十六条"), rule_id="ORG-06", checked="L")
for least, most, seats in ((11, 25, "3"), (26, 100, "3-5"), (101, 200, "5-7"), (201, 500, "7-9"), (501, 1000, "9-15"),
                           (1001, 5000, "15-21"), (5001, 10000, "21-29"), (10001, 50000, "29-37")):
    rule(f"people.committee_seats_{least}_{most}", value=seats, unit=PERSONS, kind="span",
         label=format_lazy(_("委员名额（会员 {}–{} 人，取奇数）"), least, most),
         source=_("区总工会公开答复"), rule_id="ORG-17", checked="P")
rule("people.candidate_margin", label=_("委员候选人差额率"), value="5%", kind="share", source=ELECTION_RULES,
     article=_("第十七条"), rule_id="ORG-17", checked="P")
rule("people.election_quorum", label=_("选举到会人数占应到"), value="2/3", kind="share", source=ELECTION_RULES,
     article=_("第十七条"), rule_id="ORG-21", checked="P")
rule("people.election_majority", label=_("当选所需赞成票（超过应到人数的比例）"), value="1/2", kind="share",
     source=ELECTION_RULES, rule_id="ORG-22", checked="P")
rule("people.election_write_ins", label=_("选举可否另选他人"), value="yes", kind="choice",
     choices={"yes": _("可以另选他人"), "no": _("只在候选人中选")}, source=_("单位选举办法"), rule_id="ORG-24", checked="unverified")
rule("people.women_committee_min", label=_("应设女职工委员会的女会员人数"), value=10, unit=PERSONS,
     source=_("重庆市工会条例"), article=_("第九条"), rule_id="ORG-43", checked="L", jurisdiction=_("重庆、河南"))
rule("people.auto_withdraw_months", label=_("不缴会费视为自动退会的月数"), value=6, unit=MONTHS, source=CONSTITUTION,
     article=_("第六条"), rule_id="MEM-07", checked="P")
rule("people.dues_rate", label=_("会费缴纳比例"), value="0.5%", kind="share", source=_("全国总工会会费规定"),
     rule_id="MEM-09", checked="S")
rule("people.dues_step", label=_("会费基数舍去的尾数单位"), value=10, unit=_("元"), kind="money",
     source=_("全国总工会会费规定"), rule_id="MEM-09", checked="S")

# congress
rule("congress.quorum", label=_("职代会出席占全体代表"), value="2/3", kind="share", source=SHANGHAI_CONGRESS,
     article=_("第二十八条"), rule_id="CON-14", checked="L", jurisdiction=_("上海、浙江"))
rule("congress.majority", label=_("职代会通过所需比例（占全体代表）"), value="1/2", kind="share",
     source=SHANGHAI_CONGRESS, article=_("第三十一条"), rule_id="CON-18", checked="L", jurisdiction=_("上海、浙江"))
rule("congress.majority_strictness", label=_("通过所需比例是否含本数"), value="more", kind="choice",
     choices=STRICTNESS, source=_("浙江省企业民主管理条例（2010）"), article=_("第十五条"),
     rule_id="CON-18", checked="L", jurisdiction=_("浙江"))
rule("congress.notice_days", label=_("会议材料提前送交代表"), value=7, unit=DAYS, source=SHANGHAI_CONGRESS,
     article=_("第三十条"), rule_id="CON-16", checked="L", jurisdiction=_("上海"))
rule("congress.admin_submit_days", label=_("行政提前交件"), value=15, unit=DAYS, source=_("河南省工会条例"),
     article=_("第十六条"), rule_id="CON-17", checked="L", jurisdiction=_("河南"))
rule("congress.report_up_workdays", label=_("闭会后上报期限"), value=7, unit=WORKDAYS, source=SHANGHAI_CONGRESS,
     article=_("第三十七条"), rule_id="CON-22", checked="L", jurisdiction=_("上海"))
rule("congress.manager_share_max", label=_("中高层管理人员占代表上限"), value="20%", kind="share",
     source=SHANGHAI_CONGRESS, article=_("第十六条"), rule_id="CON-10", checked="L", jurisdiction=_("上海、浙江"))

# proposals
rule("proposals.seconders_min", label=_("提案附议人数下限"), value=2, unit=PERSONS, source=_("医院提案工作办法"),
     rule_id="PRO-02", checked="S", jurisdiction=_("参照"))
rule("proposals.reply_days", label=_("提案答复期限（一般）"), value=60, unit=DAYS, source=_("本会默认"),
     rule_id="PRO-13", checked="S", jurisdiction=_("本会"))
rule("proposals.reply_complex_days", label=_("提案答复期限（复杂）"), value=90, unit=DAYS, source=_("本会默认"),
     rule_id="PRO-13", checked="S", jurisdiction=_("本会"))
rule("proposals.reply_months_max", label=_("提案答复最长期限（一般）"), value=3, unit=MONTHS,
     source=_("代表法（2025）"), article=_("第五十一条"), rule_id="PRO-13", checked="L", jurisdiction=_("类比"))
rule("proposals.reply_complex_months_max", label=_("提案答复最长期限（复杂）"), value=6, unit=MONTHS,
     source=_("代表法（2025）"), article=_("第五十一条"), rule_id="PRO-13", checked="L", jurisdiction=_("类比"))

# bargaining
rule("bargaining.filing_days", label=_("集体合同签字后报送期限"), value=10, unit=DAYS, source=AGREEMENT_RULES,
     article=_("第四十二条"), rule_id="CC-05", checked="P")
rule("bargaining.effective_days", label=_("集体合同无异议生效期限"), value=15, unit=DAYS, source=LABOUR_CONTRACT_LAW,
     article=_("第五十四条"), rule_id="CC-04", checked="L")
rule("bargaining.renewal_reminder_days", label=_("集体合同到期前提醒"), value=90, unit=DAYS, source=AGREEMENT_RULES,
     article=_("第三十八条"), rule_id="CC-14", checked="P")

# rights
rule("rights.mediation_days", label=_("劳动争议调解期限"), value=15, unit=DAYS, source=_("劳动争议调解仲裁法"),
     article=_("第十四条"), rule_id="RGT-01", checked="L")

# funds
rule("funds.contribution_rate", label=_("单位拨缴经费占工资总额"), value="2%", kind="share", source=UNION_LAW,
     article=_("第四十三条"), rule_id="FIN-01", checked="L")
rule("funds.retained_share", label=_("拨缴经费基层留成比例"), value="60%", kind="share", source=_("全国总工会规定"),
     rule_id="FIN-05", checked="unverified")

# care
rule("care.relief_cap_once", label=_("送温暖每人次上限"), value=3000, unit=_("元"), kind="money",
     source=_("山东省送温暖资金使用管理办法（2019）"), rule_id="CARE-10", checked="P", jurisdiction=_("山东、白银"))
rule("care.relief_cap_year", label=_("送温暖每人每年上限"), value=6000, unit=_("元"), kind="money",
     source=_("山东省送温暖资金使用管理办法（2019）"), rule_id="CARE-10", checked="P", jurisdiction=_("山东、白银"))

# activities
rule("activities.award_share_max", label=_("活动奖励面上限"), value="2/3", kind="share",
     source=_("广东省基层工会经费指引（2018）"), rule_id="ACT-03", checked="S", jurisdiction=_("广东"))

# honours
rule("honours.notice_workdays", label=_("评优公示期"), value=5, unit=WORKDAYS, source=_("惯例"), rule_id="AWD-02",
     checked="unverified")
rule("honours.home_vote_share_min", label=_("会员评家参评比例下限"), value="30%", kind="share",
     source=_("县医院会员评家制度"), rule_id="HOME-06", checked="S", jurisdiction=_("参照"))
rule("honours.front_line_share_min", label=_("会员评家一线占参评下限"), value="60%", kind="share",
     source=_("县医院会员评家制度"), rule_id="HOME-06", checked="S", jurisdiction=_("参照"))
rule("honours.unfit_share_warning", label=_("测评不称职率提示线（超过）"), value="30%", kind="share", source=_("惯例"),
     rule_id="APR-03", checked="unverified")

# documents
rule("documents.log_retention_months", label=_("日志留存期限下限"), value=6, unit=MONTHS,
     source=_("网络安全法（2016文本）"), article=_("第二十一条"), rule_id="PRI-12", checked="L")
rule("documents.assessment_retention_years", label=_("个人信息影响评估记录保存"), value=3, unit=YEARS,
     source=_("个人信息保护法"), article=_("第五十六条"), rule_id="PRI-10", checked="L")
rule("documents.voucher_retention_years", label=_("会计凭证保管期限"), value=30, unit=YEARS,
     source=_("会计档案管理办法（2016）"), rule_id="PRI-14", checked="S")
