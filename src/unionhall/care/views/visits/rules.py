"""The desk's pages of welfare standards and of the five visits."""

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.care import filters
from unionhall.care.flow.standard import STANDARD_FLOW, StandardState
from unionhall.care.forms import standards as forms
from unionhall.care.models import ProofRule, Standard, VisitSet
from unionhall.care.permissions import may_list
from unionhall.care.selectors import visits as rows
from unionhall.care.services import proofs, sets, standards
from unionhall.care.tables import visits as tables
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Related
from unionhall.pages.tables import Column

standard_pages = Pages(
    name="care.standards",
    path="office/care/standards",
    model=Standard,
    flow=STANDARD_FLOW,
    rows=rows.standards,
    may_list=may_list,
    filters=filters.StandardFilters,
    table=tables.STANDARDS,
    title=_("慰问标准"),
    about=_("先采用所在省的标准，再按本会决定设定更严的；同项取最严，新标准只管其后的日期。"),
    verbs={
        "take_over": Verb(
            forms.TakeOverForm,
            standards.take_over,
            label=_("采用省级标准"),
            who=in_office,
            creates=True,
            about=_("随附的标准各有出处、年份和核验程度，采用前请对照所在省现行文件；采用后可以逐项修改。"),
        ),
        "propose": Verb(
            forms.LineForm,
            standards.propose,
            label=_("拟定一项标准"),
            who=in_office,
            creates=True,
            about=_("一人拟定、另一人批准后执行；本会标准不得超过执行中的省级标准，同项取最严。"),
        ),
        "approve": Verb(
            None, standards.approve, about=_("从生效日期起执行，之前的不改写；请对照依据核对金额。"), many=True
        ),
        "drop": Verb(ReasonForm, standards.drop, danger=True),
    },
    turn=lambda line: _("等待主席或副主席批准") if line.state == StandardState.PROPOSED else None,
    panels=[
        Facts(
            "occasion",
            "festival",
            "layer",
            "cap_once",
            "cap_year",
            "times",
            "for_relatives",
            "form",
            "jurisdiction",
            "source",
            "article",
            "year",
            "checked",
            "valid_from",
            "note",
            Column("proposed_by.name", _("提出人")),
            Column("approved_by.name", _("批准人")),
            "approved_on",
        ),
        History(),
    ],
)
set_pages = Pages(
    name="care.sets",
    path="office/care/visit-sets",
    model=VisitSet,
    rows=rows.sets,
    may_list=may_list,
    table=tables.SETS,
    title=_("必访事项"),
    about=_("本会哪些事必访、由谁去。改动从某一天起生效，旧版本保留。"),
    verbs={"adopt": Verb(forms.SetForm, sets.adopt, label=_("确定新版本"), who=in_office, creates=True)},
    panels=[
        Facts("version", "valid_from", "source", "reason"),
        Related("rules", _("必访事由"), tables.SET_RULES),
        History(),
    ],
)
proof_pages = Pages(
    name="care.proofs",
    path="office/care/proofs",
    model=ProofRule,
    rows=rows.proofs,
    may_list=may_list,
    table=tables.PROOFS,
    title=_("证明材料要求"),
    about=_(
        "没有另行设定的按默认：住院附出院小结和发票，结婚、生育、去世、退休附相应证明，慰问品附发票（CARE-16）。这里可以逐项改。"
    ),
    verbs={"want": Verb(forms.ProofForm, proofs.want, label=_("设定一项要求"), who=in_office, creates=True)},
    panels=[Facts("occasion", Column("papers", value=lambda rule: rule.said), "valid_from", "source"), History()],
)
