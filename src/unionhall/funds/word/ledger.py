"""Draws the Word forms of the book: `python -m unionhall.funds.word.ledger`."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
LINES = [
    ("摘要", "{{ row.text }}", 4),
    ("科目", "{{ row.account }}", 4),
    ("资金来源", "{{ row.fund }}", 3),
    ("借方金额", "{{ row.debit }}", 2),
    ("贷方金额", "{{ row.credit }}", 2),
]
AMOUNTS = [
    ("序号", "{{ row.number }}", 1),
    ("科目编码", "{{ row.code }}", 2),
    ("科目名称", "{{ row.name }}", 4),
    ("金额（元）", "{{ row.amount }}", 3),
]
SOURCES = [("资金来源", "{{ row.source }}", 4), ("结存（元）", "{{ row.amount }}", 3)]
MOVEMENTS = [
    ("序号", "{{ row.number }}", 1),
    ("日期", "{{ row.on }}", 3),
    ("凭证号", "{{ row.voucher }}", 2),
    ("摘要", "{{ row.text }}", 5),
    ("收入", "{{ row.came }}", 2),
    ("支出", "{{ row.went }}", 2),
    ("结余", "{{ row.left }}", 2),
]


def draw() -> None:
    """Write every form beside this script."""
    _draw_voucher()
    _draw_month()
    _draw_purse()


def _draw_voucher() -> None:
    paper = docx.paper(landscape=True, compact=True)
    docx.title(paper, "记账凭证")
    docx.fields(
        paper, [[("单位", "{{ union }}"), ("日期", "{{ on }}")], [("类别", "{{ kind }}"), ("凭证号", "{{ word }}")]]
    )
    docx.listing(paper, LINES)
    docx.paragraph(paper, "合计：{{ words }}（{{ total }}元）　附单据{{ papers }}张", indent=False)
    docx.paragraph(
        paper, "制单：{{ made_by }}　复核：{{ reviewed_by }}　经办：{{ handled_by }}　工会主席：", indent=False
    )
    docx.write(paper, HERE / "voucher.docx")


def _draw_month() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ month }}经费收支月报")
    docx.paragraph(paper, "单位：{{ union }}　结账日期：{{ closed }}", indent=False)
    docx.heading(paper, "一、收入")
    docx.listing(paper, AMOUNTS, rows="income")
    docx.paragraph(paper, "本月收入{{ income_total }}元，本年累计{{ income_year }}元。")
    docx.heading(paper, "二、支出")
    docx.listing(paper, AMOUNTS, rows="spending")
    docx.paragraph(paper, "本月支出{{ spending_total }}元，本年累计{{ spending_year }}元。")
    docx.heading(paper, "三、结存")
    docx.listing(paper, SOURCES, rows="left")
    docx.write(paper, HERE / "month.docx")


def _draw_purse() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "专项资金台账")
    docx.fields(
        paper,
        [
            [("名称", "{{ title }}"), ("编号", "{{ number }}")],
            [("资金来源", "{{ source }}"), ("结余处理", "{{ rule }}")],
        ],
    )
    docx.listing(paper, MOVEMENTS)
    docx.paragraph(paper, "结余{{ left }}元，其中已批未付{{ held }}元。", indent=False)
    docx.write(paper, HERE / "purse.docx")


if __name__ == "__main__":
    draw()
