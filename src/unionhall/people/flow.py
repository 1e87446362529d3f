"""The states of a membership, of a post and of a correction, and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.flows import Flow, Step
from unionhall.flows.flow import Text
from unionhall.people.permissions import is_self, may_approve, may_review


class State(models.TextChoices):
    """Where a spell of membership stands (rules of membership MEM-02 to MEM-08)."""

    APPLIED = "applied", _("待初审")
    REVIEWED = "reviewed", _("待批准")
    DECLINED = "declined", _("未批准")
    APPROVED = "approved", _("在会")
    RETAINED = "retained", _("保留会籍")
    TRANSFERRED_OUT = "transferred_out", _("已转出")
    WITHDRAWN = "withdrawn", _("已退会")
    AUTO_WITHDRAWN = "auto_withdrawn", _("视为退会")
    EXPELLED = "expelled", _("已开除")
    DECEASED = "deceased", _("已去世")


WAITING = (State.APPLIED, State.REVIEWED)
HELD = (State.APPROVED, State.RETAINED)
LOST = (State.TRANSFERRED_OUT, State.WITHDRAWN, State.AUTO_WITHDRAWN, State.EXPELLED)


def still_works_here(membership: Any) -> Text | None:
    """Membership follows employment (MEM-03): who has left the hospital is not admitted here."""
    if membership.person.left_on:
        return _("此人已离开本单位，会籍随工作关系转移（工会会员会籍管理办法第三条）。请先恢复其花名册记录。")
    return None


def no_newer_spell(membership: Any) -> Text | None:
    """One person has one open spell."""
    if (
        membership.person.memberships.filter(state__in=(*WAITING, *HELD), ended_on=None)
        .exclude(pk=membership.pk)
        .exists()
    ):
        return _("此人已有在办或有效的会籍，一人同时只有一份会籍（工会章程第十一条）。")
    return None


def may_return(membership: Any) -> Text | None:
    """A spell already followed by another is history."""
    if membership.ended_on and membership.state == State.RETAINED:
        return _("这份会籍已恢复过。")
    return still_works_here(membership) or no_newer_spell(membership)


FLOW = Flow(
    "people.membership",
    State,
    [
        Step("review", State.APPLIED, State.REVIEWED, may_review, still_works_here, _("初审同意")),
        Step("approve", State.REVIEWED, State.APPROVED, may_approve, still_works_here, _("批准入会")),
        Step("decline", WAITING, State.DECLINED, may_review, None, _("不予批准")),
        Step("retain", State.APPROVED, State.RETAINED, in_office, None, _("保留会籍")),
        Step("transfer_out", HELD, State.TRANSFERRED_OUT, in_office, None, _("转出会籍")),
        Step("withdraw", HELD, State.WITHDRAWN, in_office, None, _("退会")),
        Step("auto_withdraw", State.APPROVED, State.AUTO_WITHDRAWN, in_office, None, _("视为自动退会")),
        Step("expel", HELD, State.EXPELLED, may_approve, None, _("开除会籍")),
        Step("die", HELD, State.DECEASED, in_office, None, _("登记去世")),
        Step("reinstate", (State.RETAINED, *LOST), None, in_office, may_return, _("恢复会籍")),
    ],
)


class PostState(models.TextChoices):
    """A post elected but not yet confirmed from above carries no rights (ORG-30)."""

    PENDING = "pending", _("待上级批复")
    HELD = "held", _("在任")
    ENDED = "ended", _("已离任")
    REFUSED = "refused", _("未获批复")


POST_FLOW = Flow(
    "people.post",
    PostState,
    [
        Step("confirm", PostState.PENDING, PostState.HELD, in_office, None, _("登记上级批复")),
        Step("refuse", PostState.PENDING, PostState.REFUSED, in_office, None, _("登记未获批复")),
        Step("end", PostState.HELD, PostState.ENDED, in_office, None, _("离任")),
    ],
)


class CorrectionState(models.TextChoices):
    ASKED = "asked", _("待处理")
    DONE = "done", _("已更正")
    DECLINED = "declined", _("未更正")
    TAKEN_BACK = "taken_back", _("已撤回")


CORRECTION_FLOW = Flow(
    "people.correction",
    CorrectionState,
    [
        Step("settle", CorrectionState.ASKED, CorrectionState.DONE, in_office, None, _("已更正")),
        Step("decline", CorrectionState.ASKED, CorrectionState.DECLINED, in_office, None, _("说明理由，不更正")),
        Step("take_back", CorrectionState.ASKED, CorrectionState.TAKEN_BACK, is_self, None, _("撤回")),
    ],
)
