"""Draws the papers of donation drives: `python -m unionhall.care.word.drives`."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent


def draw() -> None:
    """Write every form beside this script."""
    _receipt()
    _details()
    _account()


def _receipt() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "捐款收据")
    docx.paragraph(paper, "编号：{{ number }}", align="right")
    docx.fields(
        paper,
        [
            [("捐款人", "{{ donor }}"), ("日期", "{{ given_on }}")],
            [("募捐", "{{ drive }}"), ("方式", "{{ way }}")],
            [("金额", "￥{{ amount }}"), ("大写", "{{ in_words }}")],
            [("结余处理", "{{ remainder }}")],
        ],
    )
    docx.paragraph(paper, "感谢您的心意。这笔款项专款专用，收支账目可在工会页面随时查看。")
    docx.paragraph(paper, "收款人：{{ received_by }}", indent=False)
    docx.paragraph(paper, "{{ union }}（盖章）", align="right")
    docx.paragraph(paper, "{{ printed_on }}", align="right")
    docx.write(paper, HERE / "receipt.docx")


FACTS = [
    [("编号", "{{ number }}"), ("时间", "{{ days }}")],
    [("事由", "{{ cause }}"), ("受助人", "{{ for_whom }}")],
    [("收到", "￥{{ came }}（{{ came_in_words }}）"), ("笔数", "{{ gifts }}笔")],
    [("其中现金", "￥{{ cash }}"), ("其中转账", "￥{{ transfers }}")],
    [("已支付", "￥{{ paid }}"), ("结余", "￥{{ left }}")],
    [("捐赠物品", "{{ pieces }}件"), ("结余处理", "{{ remainder }}")],
]


def _details() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ title }}捐款明细")
    docx.fields(paper, FACTS)
    docx.listing(
        paper,
        [
            ("序号", "{{ row.at }}", 1),
            ("收据编号", "{{ row.number }}", 3),
            ("日期", "{{ row.given_on }}", 3),
            ("捐款人", "{{ row.donor }}", 2),
            ("方式", "{{ row.way }}", 1.4),
            ("金额（元）", "{{ row.amount }}", 2),
            ("收款人", "{{ row.received_by }}", 2),
            ("清点人", "{{ row.counted_by }}", 2),
        ],
    )
    docx.write(paper, HERE / "details.docx")


def _account() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}账目公示")
    docx.paragraph(paper, "本次募捐只面向本院职工，自愿无偿，专款专用。收支情况公示如下：")
    docx.fields(paper, FACTS)
    docx.paragraph(paper, "经审意见：{{ audit_opinion }}", indent=False)
    docx.paragraph(paper, "对账目有疑问的，请向工会办公室或经费审查委员会提出。")
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.paragraph(paper, "{{ printed_on }}", align="right")
    docx.write(paper, HERE / "account.docx")


if __name__ == "__main__":
    draw()
