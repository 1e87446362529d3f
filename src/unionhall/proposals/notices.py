"""What people are told of proposals by themselves."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def _own(proposal: Any, user: Any) -> str:
    return reverse("my.proposals.detail", args=[proposal.pk])


def _desk(proposal: Any, user: Any) -> str:
    return reverse("proposals.detail", args=[proposal.pk])


def _second(proposal: Any, user: Any) -> str:
    return reverse("my.seconds.detail", args=[proposal.seconds.of(user).get().pk])


def _share(share: Any, user: Any) -> str:
    return reverse("proposals.shares.detail", args=[share.pk])


def _sign_off(proposal: Any, user: Any) -> str:
    return reverse("proposals.signoff.detail", args=[proposal.current_reply().pk])


def _call(call: Any, user: Any) -> str:
    return reverse("my.proposals.home")


def _call_desk(call: Any, user: Any) -> str:
    return reverse("proposals.calls.detail", args=[call.pk])


def _define(key: str, label: Any, subject: Any, body: Any, url: Any) -> None:
    define(f"proposals.{key}", label=label, subject=subject, body=body, url=url)


_define(
    "called",
    _("提案征集"),
    _("%(record)s开始"),
    _("自%(opens)s至%(closes)s征集，提案须有案由、理由和具体建议，并有%(least)s名代表附议。截止后提交的只作意见建议。"),
    _call,
)
_define(
    "closing",
    _("提案征集即将截止"),
    _("%(record)s将于%(closes)s截止"),
    _("您还有提案没有提交，截止后提交的只作意见建议。"),
    _call,
)
_define(
    "check",
    _("按季检查提案办理"),
    _("请检查提案办理情况：%(record)s"),
    _("还有%(count)s件没有办结，其中%(late)s件逾期。提案委员会每季度检查一次办理情况。"),
    _call_desk,
)
_define(
    "asked",
    _("请附议"),
    _("%(mover)s请您附议：%(record)s"),
    _("请看过全文后决定是否附议，您的附议只对所看的这一稿有效。"),
    _second,
)
_define(
    "asked_again",
    _("请重新附议"),
    _("提案已修改，请重新附议：%(record)s"),
    _("您附议的是上一稿，现在的文字需要您再次确认。"),
    _second,
)
_define("seconded", _("有人附议"), _("%(name)s已附议：%(record)s"), _("还差%(gap)s名附议人。"), _own)
_define("submitted", _("收到提案"), _("收到提案：%(record)s"), _("请提案委员会审查。"), _desk)
_define("late", _("收到意见建议"), _("征集截止后收到：%(record)s"), _("按意见建议办理。"), _desk)
_define(
    "withdrawing",
    _("请同意撤回"),
    _("提案人申请撤回：%(record)s"),
    _("撤回理由：%(reason)s 须全体附议人同意。"),
    _second,
)
_define("withdrawn", _("提案撤回"), _("提案已撤回：%(record)s"), _("撤回理由：%(reason)s"), _own)
_define("taken_back", _("提案撤回"), _("提案已撤回：%(record)s"), _("撤回理由：%(reason)s"), _desk)
_define("decided", _("审查结果"), _("提案审查结果：%(record)s"), _("审查结论：%(outcome)s。%(reason)s"), _own)
_define("responded", _("书面答复"), _("已书面答复：%(record)s"), _("%(text)s"), _own)
_define(
    "assigned",
    _("提案交办"),
    _("交办提案：%(record)s"),
    _("贵部门%(part)s，请于%(return_until)s以前签收或说明理由退办，于%(due)s以前办理完毕。"),
    _share,
)
_define("return_asked", _("申请退办"), _("%(department)s申请退办：%(record)s"), _("理由：%(reason)s"), _desk)
_define("return_answered", _("退办答复"), _("退办申请已有答复：%(record)s"), _("%(answer)s"), _share)
_define("opinion", _("协办意见"), _("%(department)s已提出协办意见：%(record)s"), _("请主办部门办理时吸收。"), _share)
_define(
    "extension_asked",
    _("申请延期"),
    _("%(department)s申请延期答复：%(record)s"),
    _("延长至%(until)s。理由：%(reason)s"),
    _desk,
)
_define("extension_answered", _("延期答复"), _("延期申请已有答复：%(record)s"), _("%(answer)s"), _share)
_define("reply_to_sign", _("请审签答复"), _("请审签提案答复：%(record)s"), _("答复须经部门负责人审签。"), _share)
_define(
    "reply_to_see",
    _("请阅签答复"),
    _("请阅签提案答复：%(record)s"),
    _("%(department)s的答复已经审签，请阅后送出。"),
    _sign_off,
)
_define("reply_sent_back", _("答复退回修改"), _("答复退回修改：%(record)s"), _("%(remark)s"), _share)
_define(
    "answered",
    _("提案答复"),
    _("您的提案有了答复：%(record)s"),
    _("答复类别：%(class)s。请于%(until)s以前评价办理态度和办理结果。"),
    _own,
)
_define(
    "rated", _("提案人评价"), _("提案人已评价：%(record)s"), _("办理态度：%(attitude)s；办理结果：%(result)s。"), _share
)
_define(
    "reopened",
    _("再次办理"),
    _("请再次办理：%(record)s"),
    _("提案人不满意，请于%(due)s以前再次答复。%(words)s"),
    _share,
)
_define("escalated", _("提请党政会议"), _("提请党政会议研究：%(record)s"), _("%(reason)s"), _desk)
_define("concluded", _("提案办结"), _("提案已办结：%(record)s"), _("%(text)s"), _own)
_define("carried", _("提案结转"), _("提案结转下次会议：%(record)s"), _("%(note)s"), _own)
_define("chased", _("督办"), _("请抓紧办理：%(record)s"), _("%(text)s"), _share)
_define("due", _("提案办理期限"), _("提案将于%(due)s到期：%(record)s"), _("%(what)s"), _share)
_define("overdue", _("提案办理逾期"), _("提案已逾期：%(record)s"), _("%(what)s期限为%(due)s，现在还没有办理。"), _share)
