"""Draws the papers of visits and gifts: `python -m unionhall.care.word.visits`."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
SIGNING = [
    ("序号", "{{ row.at }}", 1),
    ("姓名", "{{ row.name }}", 2),
    ("科室", "{{ row.department }}", 3),
    ("会员证号/工号", "{{ row.card }}", 3),
    ("慰问事由", "{{ row.occasion }}", 2.4),
    ("物品名称规格", "{{ row.goods }}", 3),
    ("数量", "{{ row.quantity }}", 1.2),
    ("单价", "{{ row.price }}", 2),
    ("金额", "{{ row.amount }}", 2),
    ("发放方式", "{{ row.way }}", 1.8),
    ("领取人签字（代领人及关系）", "{{ row.signed }}", 4),
    ("日期", "{{ row.signed_on }}", 3),
]


def draw() -> None:
    """Write every form beside this script."""
    _approval()
    _sign_off()
    _record()


def _approval() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "慰问审批表")
    docx.paragraph(paper, "编号：{{ number }}", align="right")
    docx.fields(
        paper,
        [
            [("姓名", "{{ name }}"), ("科室/分工会", "{{ department }}/{{ branch }}")],
            [("会员证号", "{{ card }}"), ("慰问事由", "{{ occasion }}")],
            [("发生日期", "{{ happened_on }}"), ("关系人", "{{ relation }}")],
            [("证明材料", "{{ evidence }}")],
            [("标准依据", "{{ clause }}")],
            [("申请金额", "￥{{ cash }}"), ("慰问品", "{{ goods_text }}（￥{{ goods }}）")],
            [("本年度同类已享次数", "{{ times }}次"), ("本年度同类累计", "￥{{ spent }}")],
            [("资金来源", "{{ source }}")],
            [("经手人签字", "{{ handler }}"), ("证明人签字", "{{ witness }}")],
            [("分工会意见", "{{ chair }}")],
            [("工会审核", "")],
            [("主席审批", "")],
        ],
        label_mm=32,
    )
    docx.paragraph(paper, "{{ union }}　{{ printed_on }}", align="right")
    docx.write(paper, HERE / "approval.docx")


def _sign_off() -> None:
    paper = docx.paper(landscape=True, compact=True)
    docx.title(paper, "{{ title }}慰问金（品）签收表")
    docx.paragraph(paper, "{{ union }}　资金来源：{{ source }}　共{{ count }}人，已签收{{ signed }}人。", indent=False)
    docx.listing(paper, SIGNING)
    docx.paragraph(
        paper,
        "经办人：{{ handler }}　　证明人（验收人）：{{ witness }}　　分工会主席：{{ chair }}　　审批人：　　　　　　{{ printed_on }}",
        indent=False,
    )
    docx.write(paper, HERE / "sign_off.docx")


def _record() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "走访记录")
    docx.paragraph(paper, "编号：{{ number }}", align="right")
    docx.fields(
        paper,
        [
            [("时间", "{{ visited_on }}"), ("地点", "{{ place }}")],
            [("对象", "{{ name }}"), ("科室", "{{ department }}")],
            [("事由", "{{ occasion }}"), ("走访人", "{{ visitors }}")],
            [("了解情况", "{{ learned }}")],
            [("诉求", "{{ asked }}")],
            [("承诺事项", "{{ promised }}")],
            [("落实情况", "{{ outcome }}")],
            [("慰问金", "￥{{ cash }}"), ("慰问品", "{{ goods_text }}（￥{{ goods }}）")],
            [("照片", "{{ photo }}")],
        ],
    )
    docx.paragraph(paper, "{{ union }}　{{ printed_on }}", align="right")
    docx.write(paper, HERE / "record.docx")


if __name__ == "__main__":
    draw()
