"""Draws the product's own Word forms of a congress: `python -m unionhall.congress.word.drawing`."""

from pathlib import Path

from unionhall.congress.word import prose
from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
FACTS = [[("日期", "{{ held }}"), ("地点", "{{ venue }}")]]
ROLL = [
    ("序号", "{{ row.number }}", 1),
    ("代表团", "{{ row.delegation }}", 3),
    ("工号", "{{ row.staff_no }}", 2),
    ("姓名", "{{ row.name }}", 2),
    ("科室", "{{ row.department }}", 3),
    ("类别", "{{ row.category }}", 2),
    ("性别", "{{ row.sex }}", 1),
    ("一线", "{{ row.front_line }}", 1),
    ("中层以上", "{{ row.manager }}", 2),
]
SHEET = [
    ("序号", "{{ row.number }}", 1),
    ("身份", "{{ row.role }}", 2),
    ("代表团或单位", "{{ row.delegation }}{{ row.organisation }}", 3),
    ("姓名", "{{ row.name }}", 2),
    ("科室", "{{ row.department }}", 3),
    ("签到", "{{ row.came }}", 3),
    ("请假事由", "{{ row.leave }}", 2),
    ("签名", "", 2),
]


def draw() -> None:
    """Write every form beside this script."""
    for name, title, columns in (("roll", "{{ title }}代表名册", ROLL), ("sheet", "{{ title }}签到表", SHEET)):
        paper = docx.paper(compact=True)
        docx.title(paper, title)
        docx.fields(paper, FACTS)
        docx.paragraph(paper, "共{{ count }}人。", indent=False)
        docx.listing(paper, columns)
        docx.write(paper, HERE / f"{name}.docx")
    _draw_credentials()
    _draw_request()
    _draw_agenda()
    _draw_report()
    prose.draw()


def _draw_credentials() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}代表资格审查报告")
    docx.paragraph(
        paper,
        "{{ term }}按职工{{ staff }}人计算，代表不少于{{ least }}人，名额{{ seats }}人，在任代表{{ serving }}人。",
    )
    docx.heading(paper, "一、代表构成")
    docx.paragraph(paper, "{%p for check in checks %}")
    docx.paragraph(paper, "{{ check.text }}")
    docx.paragraph(paper, "{%p endfor %}")
    docx.heading(paper, "二、出席情况")
    docx.paragraph(paper, "应到代表{{ entitled }}人，实到{{ present }}人。{{ quorum }}")
    docx.heading(paper, "三、审查结论")
    docx.paragraph(paper, "{{ conclusion }}")
    docx.paragraph(paper, "代表资格审查委员会", align="right")
    docx.paragraph(paper, "{{ held }}", align="right")
    docx.write(paper, HERE / "credentials.docx")


AGENDA = [
    ("序号", "{{ row.number }}", 1),
    ("议题", "{{ row.title }}", 5),
    ("报告人", "{{ row.presenter }}", 2),
    ("职权", "{{ row.power }}", 2),
    ("结论方式", "{{ row.vote }}", 3),
]
ENDED = [*AGENDA[:2], ("职权", "{{ row.power }}", 2), ("结果", "{{ row.state }}", 2)]
RESOLVED = [
    ("编号", "{{ row.number }}", 2),
    ("决议", "{{ row.title }}", 5),
    ("通过日期", "{{ row.adopted }}", 2),
    ("公布日期", "{{ row.published }}", 2),
]


def _draw_agenda() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}议程")
    docx.fields(paper, FACTS)
    docx.paragraph(paper, "主席团：{{ presidium }}", indent=False)
    docx.listing(paper, AGENDA, rows="items")
    docx.write(paper, HERE / "agenda.docx")


def _draw_report() -> None:
    paper = docx.paper()
    docx.title(paper, "关于{{ title }}情况的报告")
    docx.paragraph(paper, "{{ filing }}", align="right")
    docx.paragraph(paper, "上级工会：", indent=False)
    docx.paragraph(
        paper,
        "{{ title }}于{{ held }}在{{ venue }}召开，{{ people }}人参加。应到代表{{ entitled }}人，实到{{ present }}人，{{ quorum }}。",
    )
    docx.heading(paper, "一、议题办理情况")
    docx.listing(paper, ENDED, rows="items")
    docx.heading(paper, "二、形成决议情况")
    docx.listing(paper, RESOLVED, rows="resolutions")
    docx.paragraph(paper, "特此报告。")
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.paragraph(paper, "{{ filed }}", align="right")
    docx.write(paper, HERE / "report.docx")


def _draw_request() -> None:
    paper = docx.paper()
    docx.title(paper, "关于召开{{ title }}的请示")
    docx.paragraph(paper, "上级工会：", indent=False)
    docx.paragraph(
        paper,
        "拟于{{ held }}在{{ venue }}召开{{ title }}。职工{{ staff }}人，代表名额{{ seats }}人，在任代表{{ serving }}人。",
    )
    docx.heading(paper, "议程")
    docx.listing(paper, AGENDA, rows="items")
    docx.paragraph(paper, "妥否，请批示。")
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.write(paper, HERE / "request.docx")


if __name__ == "__main__":
    draw()
