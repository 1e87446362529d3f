"""Draws the product's own Word forms of requests and contributions: `python -m unionhall.funds.word.spending`."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
ROW = [
    ("序号", "{{ row.number }}", 1),
    ("收款方", "{{ row.name }}", 3),
    ("科室", "{{ row.department }}", 3),
    ("金额（元）", "{{ row.cash }}", 2),
    ("物品价值（元）", "{{ row.goods }}", 2),
    ("说明", "{{ row.text }}", 3),
]


def draw() -> None:
    """Write both forms beside this script."""
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ union }}经费审批单")
    docx.fields(
        paper,
        [
            [("编号", "{{ number }}"), ("申请日期", "{{ asked_on }}")],
            [("申请人", "{{ asked_by }}"), ("申请分会", "{{ unit }}")],
            [("事由", "{{ title }}"), ("用款日期", "{{ needed_on }}")],
            [("用途", "{{ purpose }}"), ("预算科目", "{{ account }}")],
            [("资金来源", "{{ fund }}"), ("状态", "{{ state }}")],
            [("金额（元）", "{{ amount }}"), ("大写", "{{ words }}")],
            [("审批权限", "{{ rung }}"), ("集体决定", "{{ decision }}")],
            [("审批人", "{{ approved_by }}"), ("批准日期", "{{ approved_on }}")],
            [("列席经审委员", "{{ witness }}"), ("付款", "{{ paid }}")],
        ],
    )
    docx.paragraph(paper, "用途说明：{{ text }}")
    docx.paragraph(paper, "核对提醒：{{ warnings }}")
    docx.heading(paper, "收款名单")
    docx.listing(paper, ROW)
    docx.paragraph(
        paper, "经办人：          证明人：          会计：          出纳：          工会主席：", indent=False
    )
    docx.write(paper, HERE / "request.docx")
    _draw_demand()


def _draw_demand() -> None:
    paper = docx.paper()
    docx.title(paper, "拨缴工会经费催缴通知书")
    docx.paragraph(paper, "{{ employer }}：", indent=False)
    docx.paragraph(
        paper,
        "根据《中华人民共和国工会法》第四十三条，单位应按全部职工工资总额的百分之二按月拨缴工会经费。"
        "{{ month }}工资总额{{ wages }}元，应拨缴{{ due }}元，期限为{{ due_on }}；现已到账{{ received }}元，"
        "尚欠{{ owed }}元（大写：{{ words }}）。",
    )
    docx.paragraph(
        paper,
        "{% if late_fee %}另计滞纳金：欠拨{{ owed }}元，每日{{ late_rate }}，逾期{{ late_days }}天，以欠拨数为限，至今{{ late_fee }}元"
        "（{{ late_rule }}）。{% endif %}请于收到本通知后及时足额拨缴至下列工会账户。",
    )
    docx.fields(paper, [[("户名", "{{ account_name }}")], [("开户银行", "{{ bank }}")], [("账号", "{{ account_no }}")]])
    docx.paragraph(
        paper, "逾期仍不拨缴的，本会可以依照《中华人民共和国工会法》第四十四条，申请人民法院发出支付令并强制执行。"
    )
    docx.paragraph(paper, "{{ union }}", indent=False)
    docx.paragraph(paper, "{{ today }}", indent=False)
    docx.write(paper, HERE / "demand.docx")


if __name__ == "__main__":
    draw()
