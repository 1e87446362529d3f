"""The values of a congress that differ by province or union, beside those the house starts with."""

from django.utils.translation import gettext_lazy as _

from unionhall.congress.rules.quotas import Formula
from unionhall.rulebook.defaults import DAYS, SHANGHAI_CONGRESS, WORKDAYS, YEARS
from unionhall.rulebook.registry import rule

# It is read as a table:
# fmt: off
rule("congress.quota_formula", label=_("职工代表名额的计算办法"), value=Formula.SHANGHAI, kind="choice",
     choices=dict(Formula.choices), source=SHANGHAI_CONGRESS, article=_("第二十一条"), rule_id="CON-08", checked="L",
     jurisdiction=_("上海"))
rule("congress.term_years", label=_("职代会每届任期"), value=5, unit=YEARS, kind="choice",
     choices={"3": "3", "4": "4", "5": "5"}, source=SHANGHAI_CONGRESS, article=_("第二十二条"), rule_id="CON-09",
     checked="L", jurisdiction=_("上海"))
rule("congress.front_line_share_min", label=_("一线职工占代表下限"), value="1/2", kind="share", source=_("惯例"),
     rule_id="CON-12", checked="S", jurisdiction=_("参照"))
rule("congress.presidium_front_line_min", label=_("主席团中一线职工下限"), value="1/2", kind="share",
     source=SHANGHAI_CONGRESS, article=_("第二十三条"), rule_id="CON-19", checked="L", jurisdiction=_("上海"))
rule("congress.request_days", label=_("会前请示上级工会"), value=30, unit=DAYS, source=_("本会默认"), rule_id="ORG-32",
     checked="S", jurisdiction=_("本会"))
rule("congress.members_notice_workdays", label=_("会员代表大会提前通知"), value=5, unit=WORKDAYS,
     source=_("基层工会会员代表大会条例（2019）"), rule_id="ORG-14", checked="unverified")
# fmt: on
