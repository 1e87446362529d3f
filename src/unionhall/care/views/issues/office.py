"""The desk's pages of benefit issues and of the shares in them."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.care import filters
from unionhall.care.flow.issues import ISSUE_FLOW, EntitlementState, IssueState
from unionhall.care.forms import issues as forms
from unionhall.care.models import Entitlement, Issue, Package
from unionhall.care.permissions import hands_out, manages, may_list
from unionhall.care.selectors import issues as rows
from unionhall.care.services import gifts, issues, paying
from unionhall.care.tables import issues as tables
from unionhall.care.tables.visits import REQUESTS
from unionhall.care.views.visits.panels import asked_before, request_url, requests_for
from unionhall.files.panels import Files
from unionhall.flows import Blocked
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.people.models import Person

SEVEN = _("节日慰问限于七个法定节日和省级政府批准的节日，发放实物，不发现金、购物卡、代金券（总工办发〔2017〕32号）。")


def turn(issue: Issue) -> Any:
    """Whose turn it is."""
    return {
        IssueState.DRAFT: _("办公室设套餐、生成名单"),
        IssueState.OPEN: _("会员选择、领取"),
        IssueState.CLOSED: _("等待归档"),
    }.get(IssueState(issue.state), "")


def sheet_back(issue: Issue, *, by: User, package: Package | None, missing: list[Person]) -> None:
    """Everybody not signed yet signed on paper, but those who are missing there."""
    left = list(rows.of_issue(issue, by).unsigned())
    unknown = {person.staff_no for person in missing} - {share.person.staff_no for share in left}
    if unknown:
        raise Blocked(
            gettext("未签收的名单里没有这些工号：%(numbers)s。") % {"numbers": "、".join(sorted(unknown)[:10])}
        )
    signed = [share for share in left if share.person not in missing]
    if issue.packages.count() > 1:
        signed = [share for share in signed if package or share.package]
    if not signed:
        raise Blocked(
            gettext("没有可以登记的签收：未签收的人都还没有选套餐。签收表上已经领取的，请选他们领的是哪一种。")
        )
    gifts.sign_sheet(issue, by=by, shares=signed, package=package)


def counted(request: HttpRequest, issue: Issue) -> dict[str, Any]:
    """How many are entitled, chose, signed and did not."""
    return {"counts": rows.counts(issue), "hands_out": issue.state == IssueState.OPEN and hands_out(request.user)}


def unsigned(issue: Issue, user: Any) -> Any:
    """Those who have not signed."""
    return rows.of_issue(issue, user).exclude(state=EntitlementState.ISSUED)


def before_close(issue: Issue) -> str:
    """What ends with it, and for how many."""
    left = issue.entitlements.unsigned().count()
    words = gettext("截止后不能再选择和现场领取；签收表收回来的还可以登记。现在还有%(n)s人没有领取。")
    return words % {"n": f"{left:,}"}


def to_change(package: Package) -> str:
    """Where a package is changed, while it may be."""
    if package.issue.state != IssueState.DRAFT:
        return ""
    return f"{issue_pages.url('change_package', package.issue)}?package={package.pk}"


issue_pages = Pages(
    name="care.issues",
    path="office/care/issues",
    model=Issue,
    rows=rows.issues,
    may_list=may_list,
    flow=ISSUE_FLOW,
    filters=filters.IssueFilters,
    table=tables.ISSUES,
    title=_("福利发放"),
    turn=turn,
    about=_("节日福利从名单、选套餐、领取签收到归档都在这里办，不用另做表格。"),
    verbs={
        "draft": Verb(forms.IssueForm, issues.draft, label=_("发起福利发放"), who=in_office, creates=True, about=SEVEN),
        "add_package": Verb(
            forms.PackageForm, issues.add_package, about=_("单价不超过逢年过节的慰问标准（CARE-15）。")
        ),
        "change_package": Verb(forms.ChangePackageForm, issues.change_package),
        "drop_package": Verb(forms.OfPackageForm, issues.drop_package, danger=True),
        "draw_up": Verb(
            None, issues.draw_up, about=_("按名单日期的在会会员生成：此前入会的在内，已离院的不在；可以重新生成。")
        ),
        "open": Verb(None, issues.open_, about=_("开始后名单和套餐不再变动，会员可以在手机上选择和领取。")),
        "amend": Verb(forms.IssueForm, issues.amend),
        "ask": Verb(
            forms.SupplierForm,
            paying.ask_for_issue,
            why=asked_before,
            about=_("按库存数量和单价申请付给供应商，签收表作为凭证附件（FIN-11）。"),
        ),
        "restock": Verb(forms.RestockForm, issues.restock),
        "sign_sheet": Verb(forms.SheetForm, sheet_back, about=_("签收表上全部签好的，一次登记；没有签字的单列出来。")),
        "close": Verb(None, issues.close, about=before_close),
        "archive": Verb(
            forms.ArchiveForm, issues.archive, about=_("未领取的失效，库存退回；归档后不再修改，也不能再申请经费。")
        ),
        "cancel": Verb(ReasonForm, issues.cancel, danger=True),
    },
    panels=[
        Panel("care/issues/counts.html", counted),
        Facts("festival", "audience", "source", "roll_on", "fetch_from", "fetch_to", "place", "clause", "summary"),
        Related("packages", _("套餐"), tables.PACKAGES, link=to_change),
        Related(unsigned, _("未签收"), tables.UNSIGNED, link=lambda share: share_pages.url("detail", share)),
        Related(rows.of_issue, _("名单"), tables.SHARES, link=lambda share: share_pages.url("detail", share)),
        Panel("care/issues/papers.html", who=in_office),
        Related(requests_for, _("经费申请"), REQUESTS, link=request_url),
        Files(Issue, may_attach=in_office),
        History(),
    ],
)
share_pages = Pages(
    name="care.shares",
    path="office/care/shares",
    model=Entitlement,
    rows=rows.all_shares,
    may_list=may_list,
    filters=filters.ShareFilters,
    table=tables.ALL_SHARES,
    title=_("福利签领"),
    about=_("每个人应领、所选、签收的情况。"),
    verbs={
        "hand_out": Verb(
            forms.HandOutForm,
            gifts.hand_out,
            label=_("发放签收"),
            who=manages,
            about=_("由他人代领的，须写明代领人与本人的关系（CARE-12）。"),
        )
    },
    panels=[
        Facts("issue", "person", "package", "value", "state", "signed_on", "signed_for_by", "signed_relation"),
        History(),
    ],
)
