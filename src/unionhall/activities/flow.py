"""The states of an activity and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.activities.kinds import Kind
from unionhall.activities.permissions import manages, runs
from unionhall.flows import Flow, Step
from unionhall.kernel import clock


class State(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    OPEN = "open", gettext_lazy("已发布")
    CLOSED = "closed", gettext_lazy("报名截止")
    HELD = "held", gettext_lazy("已举办")
    ARCHIVED = "archived", gettext_lazy("已归档")
    CANCELLED = "cancelled", gettext_lazy("已取消")


class EntryState(models.TextChoices):
    SIGNED_UP = "signed_up", gettext_lazy("已报名")
    WAITING = "waiting", gettext_lazy("候补")
    WITHDRAWN = "withdrawn", gettext_lazy("已退出")
    CAME = "came", gettext_lazy("已参加")
    ABSENT = "absent", gettext_lazy("未参加")


LIVE = (EntryState.SIGNED_UP, EntryState.WAITING, EntryState.CAME)
HAS_PLACE = (EntryState.SIGNED_UP, EntryState.CAME, EntryState.ABSENT)
PLANNING = (State.DRAFT, State.OPEN, State.CLOSED)
UNDER_WAY = (State.OPEN, State.CLOSED, State.HELD)
UNFINISHED = (*PLANNING, State.HELD)


def fit_to_publish(activity: Any) -> str | None:
    """Consent where working time is used (ORG-38, Trade Union Law art. 41), a safety plan for an outing (ACT-06)."""
    if activity.in_working_time and not activity.employer_consent.strip():
        return _("活动占用工作时间，请先写明征得单位同意的情况（工会法第四十一条）。")
    if activity.is_outing and not activity.safety_plan.strip():
        return _("外出活动须有安全预案并当日往返，请先写好安全预案（ACT-06）。")
    if activity.is_outing and activity.held_from != activity.held_to:
        return _("外出活动须当日往返，举办日期应为同一天（ACT-06）。")
    return None


def has_begun(activity: Any) -> str | None:
    """Nobody comes, wins or is given anything before the first day."""
    if clock.today() < activity.held_from:
        day = activity.held_from
        return _("活动定于%(month)s月%(day)s日举办，还没有到日期。") % {"month": day.month, "day": day.day}
    return None


def teaches(activity: Any) -> str | None:
    """Only a training or a lecture has hours (ACT-07)."""
    return None if activity.kind in (Kind.TRAINING, Kind.LECTURE) else _("只有培训和讲座登记学时。")


def everything_is_settled(activity: Any) -> str | None:
    """Every item had somebody in it and every prize given out is signed for (ACT-05)."""
    empty = activity.items.without_people().first()
    if empty:
        return _("项目“%(item)s”没有人参加，不能归档（ACT-02）。请补录参加人员，或撤下这个项目。") % {
            "item": empty.name
        }
    unsigned = activity.prize_issues.filter(signed_at=None).count()
    if unsigned:
        return _("还有%(count)s份奖品没有签领，不能归档（ACT-05）。") % {"count": unsigned}
    return None


# fmt: off
FLOW = Flow("activities", State, [
    Step("publish", State.DRAFT, State.OPEN, manages, fit_to_publish, gettext_lazy("发布")),
    Step("amend", PLANNING, None, manages, None, gettext_lazy("修改")),
    Step("add_item", PLANNING, None, manages, None, gettext_lazy("增设项目")),
    Step("resize", PLANNING, None, manages, None, gettext_lazy("调整名额")),
    Step("set_quota", PLANNING, None, manages, None, gettext_lazy("分配分会名额")),
    Step("drop_item", UNFINISHED, None, manages, None, gettext_lazy("撤下项目")),
    Step("name_organiser", UNFINISHED, None, manages, None, gettext_lazy("指定组织者")),
    Step("add_partner", UNFINISHED, None, manages, None, gettext_lazy("登记合作单位")),
    Step("describe_training", UNFINISHED, None, manages, teaches, gettext_lazy("登记学时")),
    Step("enter_list", UNDER_WAY, None, manages, None, gettext_lazy("录入名单")),
    Step("close_signup", State.OPEN, State.CLOSED, manages, None, gettext_lazy("截止报名")),
    Step("reopen", State.CLOSED, State.OPEN, manages, None, gettext_lazy("重新开放报名")),
    Step("check_in", UNDER_WAY, None, runs, has_begun, gettext_lazy("签到")),
    Step("check_in_sheet", UNDER_WAY, None, runs, has_begun, gettext_lazy("按签到表登记到场")),
    Step("record_results", UNDER_WAY, None, runs, has_begun, gettext_lazy("录入成绩")),
    Step("stock_prize", UNFINISHED, None, runs, None, gettext_lazy("奖品入库")),
    Step("award", UNDER_WAY, None, runs, has_begun, gettext_lazy("按名次发奖")),
    Step("issue_prize", UNDER_WAY, None, runs, has_begun, gettext_lazy("发放奖品")),
    Step("sign_all", UNDER_WAY, None, runs, has_begun, gettext_lazy("签领表已收回")),
    Step("ask_funds", UNFINISHED, None, manages, None, gettext_lazy("申请经费")),
    Step("issue_certificates", UNDER_WAY, None, manages, has_begun, gettext_lazy("发培训证书")),
    Step("hold", (State.OPEN, State.CLOSED), State.HELD, runs, has_begun, gettext_lazy("确认已举办")),
    Step("finish", State.HELD, State.ARCHIVED, manages, everything_is_settled, gettext_lazy("归档")),
    Step("cancel", PLANNING, State.CANCELLED, manages, None, gettext_lazy("取消")),
])
# fmt: on
