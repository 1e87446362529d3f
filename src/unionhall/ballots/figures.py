"""What polls can be counted: matters voted on and carried, appraisals and their papers."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import Poll
from unionhall.ballots.selectors import totals
from unionhall.ballots.tables import GradeTable, ResultTable
from unionhall.figures.kinds import Count, Share, Sum
from unionhall.figures.registry import FilterBy, of_record, once

BY_POLL = {"poll": of_record(_("名称"), Poll, before=once)}
BY = BY_POLL | {
    "kind": FilterBy(_("类别"), dict(Kind.choices).get),
    "way": FilterBy(_("投票方式"), dict(Way.choices).get),
}

decided = Count(
    "ballots.decided",
    _("表决和选举"),
    unit=_("项"),
    rows=totals.decided,
    filters=BY,
    table=ResultTable,
    definition=_("期间内宣布结果的表决和选举，每轮计一项，以宣布日期为准；无效的不计。"),
)
voted_on = Count(
    "ballots.voted_on",
    _("表决事项"),
    unit=_("项"),
    rows=totals.voted_on,
    filters=BY,
    table=ResultTable,
    definition=_("期间内宣布结果的表决，选举不计；无效的不计。"),
)
carried = Count(
    "ballots.carried",
    _("表决通过"),
    unit=_("项"),
    rows=totals.carried,
    filters=BY,
    table=ResultTable,
    definition=_("期间内宣布结果并获通过的表决。"),
)
carried_share = Share(
    "ballots.carried_share",
    _("表决通过率"),
    part=carried,
    whole=voted_on,
    definition=_("表决通过的项数占表决事项的比例。"),
)
asked = Count(
    "ballots.asked",
    _("测评和问卷"),
    unit=_("次"),
    rows=totals.asked,
    filters=BY,
    table=ResultTable,
    definition=_("期间内得出结果的民主测评和问卷，以宣布日期为准。"),
)
issued = Sum(
    "ballots.issued",
    _("发出答卷"),
    unit=pgettext_lazy("ballots", "份"),
    rows=totals.asked,
    of="issued",
    filters=BY,
    table=ResultTable,
    definition=_("期间内得出结果的民主测评和问卷发出的份数。"),
)
papers = Sum(
    "ballots.papers",
    _("收回答卷"),
    unit=pgettext_lazy("ballots", "份"),
    rows=totals.asked,
    of="collected",
    filters=BY,
    table=ResultTable,
    definition=_("期间内得出结果的民主测评和问卷收回的份数。"),
)
graded = Sum(
    "ballots.graded",
    _("测评票数"),
    unit=_("票"),
    rows=totals.graded,
    of="votes",
    filters=BY_POLL,
    table=GradeTable,
    definition=_("期间内得出结果的民主测评中各测评对象所得的各档票数之和；不公布结果的不计。"),
)
satisfied = Sum(
    "ballots.satisfied",
    _("满意票数"),
    unit=_("票"),
    rows=totals.satisfied,
    of="votes",
    filters=BY_POLL,
    table=GradeTable,
    definition=_("测评票数中的满意档：满意和基本满意，或优秀和称职（HOME-08）。"),
)
satisfaction = Share(
    "ballots.satisfaction",
    _("测评满意率"),
    part=satisfied,
    whole=graded,
    definition=_("满意票数占测评票数的比例。"),
)
