"""The thresholds and days of money, each with its default; a union sets its own by a dated row."""

from django.utils.translation import gettext_lazy as _

from unionhall.rulebook.defaults import DAYS
from unionhall.rulebook.registry import rule

# It is read as a table:
# fmt: off
rule("funds.chair_up_to", label=_("主席审批限额（含）"), value="5000", unit=_("元"), kind="money",
     source=_("本会经费管理办法默认"), rule_id="FIN-10", checked="unverified", jurisdiction=_("本会"))
rule("funds.board_up_to", label=_("主席办公会审批限额（含），超过的由委员会决定"), value="50000", unit=_("元"), kind="money",
     source=_("本会经费管理办法默认"), rule_id="FIN-10", checked="unverified", jurisdiction=_("本会"))
rule("funds.decision_days", label=_("集体决定最早可在申请前多少天作出"), value=180, unit=DAYS,
     source=_("本会经费管理办法默认"), rule_id="FIN-09", checked="unverified", jurisdiction=_("本会"))
rule("funds.second_handler_over", label=_("超过多少元的付款须有两名经办人"), value="10000", unit=_("元"), kind="money",
     source=_("医院工会财务制度样例"), rule_id="FIN-09", checked="unverified", jurisdiction=_("本会"))
rule("funds.words_refused", label=_("用途中出现即不予提交的词（本会可增减，“八不准”的词不在其中）"),
     value="公款旅游、境外游、旅游观光、烟酒、香烟、白酒、红酒、茅台、提货卡、加油卡、超市卡、基建", kind="words",
     source=_("基层工会经费收支管理办法（总工办发〔2017〕32号）"), article=_("“八不准”"), rule_id="CARE-19", checked="S",
     jurisdiction=_("本会"))
rule("funds.words_asked", label=_("用途中出现须由审批人核实的词（本会可增减）"),
     value="旅游、观光、景区、门票、聚餐、会餐、吃喝、餐费、用餐、礼品、土特产、啤酒、装修", kind="words",
     source=_("基层工会经费收支管理办法（总工办发〔2017〕32号）"), article=_("“八不准”"), rule_id="CARE-19", checked="S",
     jurisdiction=_("本会"))
rule("funds.contribution_day", label=_("单位拨缴上月经费的最后一天（每月）"), value=15, unit=_("日"),
     source=_("上海市工会条例"), article=_("第四十一条"), rule_id="FIN-03", checked="L", jurisdiction=_("上海、北京"))
rule("funds.late_rate", label=_("逾期拨缴每日滞纳金比例"), value="0.5%", kind="share",
     source=_("北京市实施工会法办法"), article=_("第五十五条"), rule_id="FIN-03", checked="L", jurisdiction=_("北京、重庆"))
rule("funds.wage_asked_over", label=_("导入会费时，月工资基数高于多少须核实"), value="50000", unit=_("元"), kind="money",
     source=_("本会默认"), rule_id="MEM-09", checked="unverified", jurisdiction=_("本会"))
rule("funds.retain_ratio", label=_("拨缴经费基层留成比例"), value="60%", kind="share",
     source=_("全国总工会规定"), rule_id="FIN-05", checked="unverified")
rule("funds.close_day", label=_("每月结账的最后一天（次月）"), value=10, unit=_("日"), source=_("本会默认"), rule_id="FIN-08",
     checked="S", jurisdiction=_("本会"))
rule("funds.disclosure_day", label=_("公布上季度经费收支的最后一天（季后首月）"), value=20, unit=_("日"),
     source=_("单位制度样例"), rule_id="FIN-13", checked="S", jurisdiction=_("本会"))
# fmt: on
