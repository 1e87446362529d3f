"""The road of a hardship file: asked for, verified, decided, announced, filed, reviewed every year, left again."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care.flow.notice import holds_up, posted
from unionhall.care.kinds.hardship import Grade
from unionhall.care.permissions import is_own, may_confirm, may_decide, on_file, sees_hardship, verifies, works_on_file
from unionhall.flows import Flow, Step


class FileState(models.TextChoices):
    APPLIED = "applied", gettext_lazy("已申请")
    VERIFIED = "verified", gettext_lazy("已核实")
    AGREED = "agreed", gettext_lazy("已审议")
    ANNOUNCED = "announced", gettext_lazy("公示中")
    FILED = "filed", gettext_lazy("在档")
    LIFTED = "lifted", gettext_lazy("已脱困")
    REFUSED = "refused", gettext_lazy("未认定")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")


UNDER_WAY = (FileState.APPLIED, FileState.VERIFIED, FileState.AGREED, FileState.ANNOUNCED)
LIVE = (*UNDER_WAY, FileState.FILED)
DECIDED_ON = (FileState.VERIFIED, FileState.AGREED, FileState.ANNOUNCED)  # what rests on a calculation
TELLING = (
    FileState.APPLIED,
    FileState.FILED,
)  # who lives there may be written: before it is verified, and for a review


def is_known(file: Any) -> str | None:
    """The means were calculated for this household, two people were at its home, there is a proof, and it is in hardship.

    What is missing is told all at once (CARE-02, CARE-05, CARE-06).
    """
    means = file.latest_means
    missing = [
        "" if file.confirmed_on else _("请先由分工会主席或入户走访人初核（CARE-05）。"),
        "" if means else _("请先登记家庭收支测算（CARE-02）。"),
        "" if file.home_visits.exists() else _("请先登记两人入户走访的情况（CARE-05）。"),
        "" if file.papers.exists() else _("请先上传申请材料，至少有一份证明（CARE-06）。"),
    ]
    return "".join(map(str, missing)) or heads_differ(file, means.heads) or in_hardship(file)


def heads_differ(file: Any, heads: int) -> str | None:
    """That a calculation is not for those who live there: the applicant and whoever is registered (CARE-02)."""
    listed = file.relatives.count() + 1
    if listed in (1, heads):
        return None
    return _("测算按%(heads)s人，登记的家庭成员连申请人是%(listed)s人，请核对后重新测算（CARE-02）。") % {
        "heads": heads,
        "listed": listed,
    }


def in_hardship(file: Any) -> str | None:
    """The newest calculation gives a grade, and it is the one the file carries (CARE-01); who is on file carries the one
    decided before until another is (CARE-07)."""
    means = file.latest_means
    if means is None or means.grade == Grade.NONE:
        return _("按测算，扣减刚性支出后每人每月不低于低保线的两倍，也不是意外致困，未达困难标准（CARE-01）。")
    if means.grade != file.grade and file.filed_on is None:
        return _("最新测算是“%(new)s”，与审议的“%(old)s”不同，请重新核实、审议（CARE-05）。") % {
            "new": means.grade.label,
            "old": file.get_grade_display(),
        }
    return None


def has_relatives(file: Any) -> str | None:
    """There is a line to correct or take away."""
    return None if file.relatives.exists() else _("还没有登记家庭成员。")


def has_no_objection(file: Any) -> str | None:
    """The days of the notice are over and every objection was answered (CARE-05)."""
    notice = posted(file)
    if notice is None:
        return _("还没有公示（CARE-05）。")
    return holds_up(notice, _("公示到%(month)s月%(day)s日为止，期满后才能建档（CARE-05）。"))


# fmt: off
HARDSHIP = Flow("care.hardship", FileState, [
    Step("describe", LIVE, None, works_on_file, None, gettext_lazy("更新家庭情况")),
    Step("add_kin", TELLING, None, sees_hardship | is_own, None, gettext_lazy("登记家庭成员")),
    Step("change_kin", TELLING, None, sees_hardship | is_own, has_relatives, gettext_lazy("更正家庭成员")),
    Step("drop_kin", TELLING, None, sees_hardship | is_own, has_relatives, gettext_lazy("去掉家庭成员")),
    Step("add_paper", LIVE, None, sees_hardship | is_own, None, gettext_lazy("上传材料")),
    Step("measure", LIVE, None, works_on_file, None, gettext_lazy("家庭收支测算")),
    Step("remeasure", DECIDED_ON, FileState.APPLIED, works_on_file, None, gettext_lazy("重新测算，退回核实")),
    Step("visit_home", LIVE, None, works_on_file, None, gettext_lazy("登记入户走访")),
    Step("confirm", FileState.APPLIED, None, may_confirm, None, gettext_lazy("初核")),
    Step("verify", FileState.APPLIED, FileState.VERIFIED, verifies, is_known, gettext_lazy("核实")),
    Step("agree", FileState.VERIFIED, FileState.AGREED, may_decide, is_known, gettext_lazy("审议通过")),
    Step("announce", FileState.AGREED, FileState.ANNOUNCED, works_on_file, in_hardship, gettext_lazy("公示")),
    Step("file", FileState.ANNOUNCED, FileState.FILED, may_decide, has_no_objection, gettext_lazy("建档")),
    Step("review", FileState.FILED, None, works_on_file, None, gettext_lazy("年度复核")),
    Step("regrade", FileState.FILED, FileState.APPLIED, works_on_file, in_hardship, gettext_lazy("复核类别有变化，重新核实")),
    Step("keep_grade", UNDER_WAY, FileState.FILED, may_decide & on_file, None, gettext_lazy("维持原类别")),
    Step("lift", FileState.FILED, FileState.LIFTED, may_decide, None, gettext_lazy("脱困退出")),
    Step("refuse", UNDER_WAY, FileState.REFUSED, may_decide & ~on_file, None, gettext_lazy("不予认定")),
    Step("withdraw", UNDER_WAY, FileState.WITHDRAWN, (sees_hardship | is_own) & ~on_file, None, gettext_lazy("撤回申请")),
])
# fmt: on
