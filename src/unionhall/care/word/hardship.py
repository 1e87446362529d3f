"""Draws the papers of hardship files: `python -m unionhall.care.word.hardship`."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent


FACTS = [
    [("姓名", "{{ name }}"), ("性别", "{{ sex }}"), ("民族", "{{ ethnicity }}")],
    [("出生日期", "{{ born }}"), ("政治面貌", "{{ politics }}"), ("婚姻", "{{ marriage }}")],
    [("证件号码", "{{ id_number }}"), ("手机", "{{ phone }}"), ("科室", "{{ department }}")],
    [("参加工作", "{{ worked_since }}"), ("主要原因", "{{ cause }}"), ("困难类别", "{{ grade }}")],
    [("收款银行卡", "{{ bank_account }}"), ("申请日期", "{{ applied_on }}"), ("建档日期", "{{ filed_on }}")],
    [("家庭情况与申请理由", "{{ circumstances }}")],
    [("住房与财产", "{{ housing }}")],
]
RELATIVES = [
    ("关系", "{{ row.kin }}", 2),
    ("姓名", "{{ row.name }}", 2),
    ("证件号码", "{{ row.id_number }}", 4),
    ("健康、就业或就学状况", "{{ row.health }}", 5),
]
MEANS = [("项目", "{{ row.label }}", 4), ("算法", "{{ row.how }}", 5), ("金额（元）", "{{ row.amount }}", 3)]
VISITS = [("日期", "{{ row.day }}", 3), ("走访人", "{{ row.who }}", 3), ("了解到的情况", "{{ row.found }}", 7)]
OPINIONS = [
    [("初核意见", "{{ confirmation }}")],
    [("委员会审议", "{{ deliberation }}")],
    [("审议意见", "{{ opinion }}")],
    [("申请人签名", "")],
    [("工会（盖章）", "")],
]
GIVEN = [
    ("序号", "{{ row.at }}", 1),
    ("姓名", "{{ row.name }}", 2),
    ("科室", "{{ row.department }}", 4),
    ("事项类别", "{{ row.matter }}", 3),
    ("金额", "{{ row.amount }}", 3),
]
HOW_LONG = "公示期：{{ began_on }}至{{ ends_on }}。如有异议，请在公示期内向工会办公室提出，工会对提出人保密。"


def draw() -> None:
    """Write every form beside this script."""
    _register_form()
    _posting()
    _branch_posting()


def _register_form() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "困难职工登记表")
    docx.paragraph(paper, "{{ union }}　档案号：{{ number }}", indent=False)
    docx.fields(paper, FACTS, label_mm=22)
    docx.heading(paper, "一、家庭成员")
    docx.listing(paper, RELATIVES, rows="relatives")
    docx.heading(paper, "二、家庭收支测算")
    docx.listing(paper, MEANS)
    docx.heading(paper, "三、入户走访")
    docx.listing(paper, VISITS, rows="visits")
    docx.fields(paper, OPINIONS)
    docx.paragraph(paper, "{{ printed_on }}", align="right")
    docx.write(paper, HERE / "hardship.docx")


def _posting() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}")
    docx.paragraph(paper, "根据困难职工帮扶和疗休养有关规定，经申请、核实和审议，现将情况公示如下：")
    docx.paragraph(paper, "{{ text }}")
    docx.paragraph(paper, HOW_LONG)
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.paragraph(paper, "{{ began_on }}", align="right")
    docx.write(paper, HERE / "notice.docx")


def _branch_posting() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ title }}")
    docx.paragraph(paper, "{{ head }}")
    docx.listing(paper, GIVEN)
    docx.paragraph(paper, "{{ foot }}")
    docx.paragraph(paper, HOW_LONG)
    docx.paragraph(paper, "{{ union }}　{{ began_on }}", align="right")
    docx.write(paper, HERE / "branch_notice.docx")


if __name__ == "__main__":
    draw()
