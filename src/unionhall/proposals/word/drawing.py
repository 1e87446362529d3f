"""Draws the product's own Word forms of proposals: `python -m unionhall.proposals.word.drawing`."""

from pathlib import Path

from docx.document import Document as Paper

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
HEAD = [[("编号", "{{ number }}"), ("届次", "{{ session }}")], [("案由", "{{ title }}")]]
SHEET = [
    *HEAD,
    [("类别", "{{ category }}"), ("提交日期", "{{ submitted }}")],
    [("提案人", "{{ mover }}"), ("代表团", "{{ delegation }}")],
    [("科室", "{{ mover_department }}"), ("签名", "")],
    [("附议人", "{{ seconders }}")],
    [("理由", "{{ grounds }}")],
    [("具体建议", "{{ advice }}")],
    [("建议承办", "{{ suggested }}")],
    [("审查意见", "{{ review }}")],
    [("主办部门", "{{ lead }}"), ("办理期限", "{{ due }}")],
    [("协办部门", "{{ supporting }}")],
    [("分管院领导", "{{ leader }}")],
    [("办理与答复", "{{ reply }}")],
    [("答复类别", "{{ grade }}"), ("审签、盖章", "{{ signed }}")],
    [("提案人反馈", "{{ rating }}")],
    [("归档号", "{{ archive }}")],
]
ORDER = [
    *HEAD,
    [("提案人", "{{ mover }}"), ("类别", "{{ category }}")],
    [("主办部门", "{{ lead }}"), ("答复期限", "{{ due }}")],
    [("协办部门", "{{ supporting }}")],
    [("理由", "{{ grounds }}")],
    [("具体建议", "{{ advice }}")],
    [("交办日期", "{{ assigned }}"), ("退办截止", "{{ return_by }}")],
    [("签收部门", ""), ("签收人、日期", "")],
]
BY_OUTCOME = [
    ("审查结论", "{{ row.label }}", 4),
    ("件", "{{ row.cases }}", 1),
    ("份", "{{ row.sheets }}", 1),
    ("条", "{{ row.points }}", 1),
]
BY_KIND = [
    ("类别", "{{ row.label }}", 4),
    ("立案（件）", "{{ row.docketed }}", 2),
    ("已答复（件）", "{{ row.replied }}", 2),
    ("A类（件）", "{{ row.solved }}", 2),
]
CASES = [
    ("编号", "{{ row.number }}", 3),
    ("案由", "{{ row.title }}", 6),
    ("提案人", "{{ row.mover }}", 2),
    ("主办部门", "{{ row.lead }}", 3),
    ("状态", "{{ row.state }}", 2),
]


def draw() -> None:
    """Write every form beside this script."""
    _draw_sheet()
    _draw_order()
    _draw_letter()
    _draw_report()
    _draw_volume()


def _draw_sheet() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "提案表")
    docx.fields(paper, SHEET)
    docx.write(paper, HERE / "sheet.docx")


def _draw_order() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "提案交办单")
    docx.fields(paper, ORDER)
    docx.paragraph(
        paper,
        "不属本部门职责的，请在退办截止日以前书面说明理由，经提案委员会同意后退回，不得滞留或自行转办。"
        "协办部门应将协办意见送主办部门，由主办部门统一答复。",
        indent=False,
    )
    docx.paragraph(paper, "{{ committee }}", align="right")
    docx.write(paper, HERE / "order.docx")


def _draw_letter() -> None:
    paper = docx.paper()
    docx.title(paper, "关于{{ number }}号提案的答复")
    docx.paragraph(paper, "{{ mover }}代表：", indent=False)
    docx.paragraph(paper, "《{{ title }}》已办理。{{ together }}现答复如下：")
    docx.paragraph(paper, "{%p for part in paragraphs %}")
    docx.paragraph(paper, "{{ part.text }}")
    docx.paragraph(paper, "{%p endfor %}")
    docx.paragraph(paper, "答复类别：{{ grade }}{{ promised }}")
    docx.paragraph(paper, "请对办理态度和办理结果分别评价。")
    for line in ("{{ lead }}（盖章）", "负责人：{{ signed }}", "{{ replied }}"):
        docx.paragraph(paper, line, align="right")
    docx.paragraph(paper, "抄送：{{ copies }}", indent=False)
    docx.write(paper, HERE / "letter.docx")


def _draw_report() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ session }}提案工作报告")
    docx.paragraph(paper, "各位代表：", indent=False)
    docx.paragraph(paper, "现将{{ session }}提案的征集和办理情况报告如下，请予审议。")
    docx.heading(paper, "一、征集与审查")
    docx.paragraph(paper, "共收到提案{{ received }}，其中代表团提案{{ by_delegations }}。审查结果：")
    docx.listing(paper, BY_OUTCOME, rows="outcomes")
    docx.paragraph(paper, "立案率{{ docket_rate }}（立案份数与收到份数之比）。")
    docx.heading(paper, "二、办理与答复")
    docx.paragraph(
        paper, "已答复{{ replied }}，办复率{{ reply_rate }}，按期率{{ on_time_rate }}。答复分类：{{ grades }}。"
    )
    _kinds(paper, "承办部门", "departments")
    _kinds(paper, "类别", "categories")
    docx.heading(paper, "三、落实与评价")
    docx.paragraph(
        paper,
        "落实率{{ done_rate }}。对办理态度的满意率{{ attitude }}，对办理结果的满意率{{ result }}，"
        "以已评价的为基数。转下次会议继续办理{{ carried }}。",
    )
    docx.heading(paper, "四、优秀提案")
    docx.listing(paper, CASES, rows="excellent")
    docx.paragraph(paper, "{{ committee }}", align="right")
    docx.paragraph(paper, "{{ day }}", align="right")
    docx.write(paper, HERE / "report.docx")


def _kinds(paper: Paper, heading: str, rows: str) -> None:
    columns = [(heading, *BY_KIND[0][1:]), *BY_KIND[1:]]
    docx.listing(paper, columns, rows=rows)
    docx.paragraph(paper, "")


def _draw_volume() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ session }}提案汇编")
    docx.paragraph(paper, "立案{{ count }}件。", indent=False)
    docx.listing(paper, CASES, rows="cases")
    docx.paragraph(paper, "{%p for case in cases %}")
    docx.heading(paper, "{{ case.number }}　{{ case.title }}")
    docx.paragraph(paper, "提案人：{{ case.mover }}　附议人：{{ case.seconders }}", indent=False)
    docx.paragraph(paper, "主办：{{ case.lead }}　协办：{{ case.supporting }}", indent=False)
    for level, name in (("理由", "grounds"), ("建议", "advice"), ("答复（{{ case.grade }}）", "reply")):
        docx.heading(paper, level, level=2)
        docx.paragraph(paper, f"{{{{ case.{name} }}}}")
    docx.paragraph(paper, "{%p endfor %}")
    docx.write(paper, HERE / "volume.docx")


if __name__ == "__main__":
    draw()
