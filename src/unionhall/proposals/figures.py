"""What proposals are counted by: sheets, cases and points apart, each rate with its base and unit (PRO-09, PRO-20)."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.congress.models import Session
from unionhall.congress.selectors.totals import session_before
from unionhall.figures.kinds import Count, Distinct, Figure, Share, Sum, reads_figures
from unionhall.figures.registry import FilterBy, of_record
from unionhall.people.models import Department
from unionhall.proposals import tables
from unionhall.proposals.kinds import Category, ReplyClass
from unionhall.proposals.permissions import manages
from unionhall.proposals.selectors import totals

BY_SHEET = {
    "session": of_record(_("会议"), Session, before=session_before),
    "category": FilterBy(_("类别"), dict(Category.choices).get),
}
BY = BY_SHEET | {"department": of_record(_("主办部门"), Department)}
BY_CLASS = BY | {"reply_class": FilterBy(_("答复类别"), dict(ReplyClass.choices).get)}
SHEETS, CASES, RATINGS = pgettext_lazy("proposals", "份"), pgettext_lazy("proposals", "件"), _("人次")


def _count(key: str, label: Any, unit: Any, definition: Any, **more: Any) -> Count:
    """A count of sheets, cases or ratings; a department is asked of cases alone, since a sheet has none (PRO-09)."""
    filters = BY_SHEET if unit == SHEETS else BY
    shown = {"filters": filters, "table": tables.CountedTable, "who": reads_figures | manages}
    return Count(f"proposals.{key}", label, unit=unit, definition=definition, **shown | more)


def _share(key: str, label: Any, part: Figure, whole: Figure, definition: Any) -> Share:
    return Share(f"proposals.{key}", label, part=part, whole=whole, definition=definition, who=reads_figures | manages)


received = _count(
    "received",
    _("收到提案"),
    SHEETS,
    _("期间内召开的会议在征集期内收到的提案表，每表计一份，撤回和逾期的不计。"),
    rows=totals.sheets,
)
movers = Distinct(
    "proposals.movers",
    _("提案代表"),
    unit=_("人"),
    of=received,
    by="mover",
    definition=_("期间内召开的会议的提案人，一人多份只计一次，附议人不计。"),
)
points = Sum(
    "proposals.points",
    _("提案建议"),
    unit=pgettext_lazy("proposals", "条"),
    rows=totals.sheets,
    of="point_count",
    filters=BY_SHEET,
    table=tables.CountedTable,
    who=reads_figures | manages,
    definition=_("收到的提案中的具体建议，一项计一条。"),
)
filed_sheets = _count(
    "filed_sheets", _("立案份数"), SHEETS, _("审定立案的提案和并入其中的提案，按份计。"), rows=totals.filed_sheets
)
cases = _count(
    "cases",
    _("立案件数"),
    CASES,
    _("审定立案的提案，并案后按件计。"),
    rows=totals.cases,
    filters=BY_CLASS,
)
merged = _count("merged", _("并案"), SHEETS, _("审定并入其他提案的提案，按份计。"), rows=totals.merged)
suggestions = _count(
    "suggestions", _("转为意见建议"), SHEETS, _("审定转为意见建议的提案，按份计。"), rows=totals.suggestions
)
answered_only = _count(
    "answered_only", _("作意见答复"), SHEETS, _("审定不立案而作意见答复的提案，按份计。"), rows=totals.answered_only
)
declined = _count("declined", _("不予立案"), SHEETS, _("审定不予立案的提案，按份计。"), rows=totals.declined)
handled = _count(
    "handled",
    _("有处理结果的提案"),
    SHEETS,
    _("截至期末已得到答复的提案：立案和并案的以答复送出为准，其余的以书面答复或说明理由为准，按份计。"),
    rows=totals.handled,
)
replied = _count(
    "replied",
    _("已答复提案"),
    CASES,
    _("截至期末答复已经院领导阅签并送出的立案提案，按件计。"),
    rows=totals.replied,
    filters=BY_CLASS,
)
on_time = _count(
    "on_time", _("按期答复提案"), CASES, _("已答复的立案提案中在期限以内答复的，按件计。"), rows=totals.replied_on_time
)
implemented = _count(
    "implemented",
    _("已落实提案"),
    CASES,
    _("答复为A类的立案提案，和截至期末已确认落实的B类、C类提案，按件计。"),
    rows=totals.implemented,
)
followed = _count(
    "followed", _("跟踪落实中的提案"), CASES, _("已答复、尚在跟踪落实的提案，按件计。"), rows=totals.followed
)
excellent = _count("excellent", _("优秀提案"), CASES, _("被评为优秀的提案，按件计。"), rows=totals.excellent)
carried_over = _count(
    "carried_over",
    _("结转提案"),
    CASES,
    _("期间内结转下次会议继续办理的提案，每次结转计一件。"),
    rows=totals.carried_over,
    table=tables.CarriedTable,
)
chased = _count(
    "chased",
    _("督办"),
    _("次"),
    _("期间内提案委员会向承办部门发出的督办，每件每次计一次。"),
    rows=totals.chased,
    table=tables.ChasedTable,
)
ratings = _count(
    "ratings",
    _("评价"),
    RATINGS,
    _("提案人对答复的评价，每人对每次答复计一人次。"),
    rows=totals.ratings,
    table=tables.RatedTable,
)
content_with_attitude = _count(
    "content_with_attitude",
    _("对办理态度满意"),
    RATINGS,
    _("对办理态度评价满意或基本满意的，计人次。"),
    rows=totals.content_with_attitude,
    table=tables.RatedTable,
)
content_with_result = _count(
    "content_with_result",
    _("对办理结果满意"),
    RATINGS,
    _("对办理结果评价满意或基本满意的，计人次。"),
    rows=totals.content_with_result,
    table=tables.RatedTable,
)

docket_rate = _share("docket_rate", _("立案率"), filed_sheets, received, _("立案份数与收到份数之比。"))
handled_rate = _share("handled_rate", _("处理率"), handled, received, _("有处理结果的份数与收到份数之比。"))
reply_rate = _share("reply_rate", _("办复率"), replied, cases, _("已答复件数与立案件数之比。"))
on_time_rate = _share("on_time_rate", _("按期办复率"), on_time, replied, _("按期答复件数与已答复件数之比。"))
implementation_rate = _share("implementation_rate", _("落实率"), implemented, cases, _("已落实件数与立案件数之比。"))
attitude_rate = _share(
    "attitude_rate",
    _("办理态度满意率"),
    content_with_attitude,
    ratings,
    _("对办理态度满意和基本满意的人次与评价人次之比，未评价的不计。"),
)
result_rate = _share(
    "result_rate",
    _("办理结果满意率"),
    content_with_result,
    ratings,
    _("对办理结果满意和基本满意的人次与评价人次之比，未评价的不计。"),
)
