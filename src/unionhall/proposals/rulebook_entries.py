"""The values of proposals that differ by union, beside those the house starts with.

No national law knows proposals of a staff congress: what is marked 类比 was compared with the text on deputies' proposals that it
is taken over from, what is marked as a sample follows other hospitals, the rest is the house's own and unverified.
"""

from django.utils.translation import gettext_lazy as _

from unionhall.rulebook.defaults import DAYS, MONTHS, WORKDAYS
from unionhall.rulebook.registry import rule

DEPUTIES = _("上海市人大代表建议规定")
HOSPITALS = _("医院提案工作办法")
OWN, BY_ANALOGY, SAMPLE, HERE = _("本会默认"), _("类比"), _("参照"), _("本会")
TIMES = _("次")

# It is read as a table:
# fmt: off
rule("proposals.call_days", label=_("提案征集时间"), value="14-28", unit=DAYS, kind="span",
     source=_("医院提案征集通知"), rule_id="PRO-01", checked="S", jurisdiction=SAMPLE)
rule("proposals.return_workdays", label=_("承办部门退办期限"), value=7, unit=WORKDAYS, source=DEPUTIES,
     article=_("第十四条"), rule_id="PRO-11", checked="L", jurisdiction=BY_ANALOGY)
rule("proposals.opinion_months", label=_("协办意见期限"), value=1, unit=MONTHS, source=DEPUTIES,
     article=_("第十七条"), rule_id="PRO-12", checked="L", jurisdiction=BY_ANALOGY)
rule("proposals.extension_months_max", label=_("答复期限最多延长"), value=3, unit=MONTHS, source=DEPUTIES,
     article=_("第十九条"), rule_id="PRO-13", checked="L", jurisdiction=BY_ANALOGY)
rule("proposals.again_months", label=_("再次办理期限"), value=1, unit=MONTHS, source=DEPUTIES,
     article=_("第二十一条"), rule_id="PRO-17", checked="L", jurisdiction=BY_ANALOGY)
rule("proposals.again_times", label=_("再次办理次数上限"), value=1, unit=TIMES, source=HOSPITALS,
     article=_("第五条"), rule_id="PRO-17", checked="S", jurisdiction=SAMPLE)
rule("proposals.rating_days", label=_("提案人评价期限"), value=30, unit=DAYS, source=OWN, rule_id="PRO-16",
     checked="unverified", jurisdiction=HERE)
rule("proposals.remind_days", label=_("期限届满前提醒承办部门"), value="7,3,1", unit=DAYS, kind="days", source=OWN,
     rule_id="PRO-13", checked="unverified", jurisdiction=HERE)
rule("proposals.escalate_days", label=_("逾期后报告提案委员会和分管院领导"), value="1,7,14", unit=DAYS, kind="days",
     source=OWN, rule_id="PRO-13", checked="unverified", jurisdiction=HERE)
rule("proposals.similar_share", label=_("提示相似提案的相似度"), value="30%", kind="share", source=OWN,
     rule_id="PRO-08", checked="unverified", jurisdiction=HERE)
# fmt: on
