"""Draw the result sheet: `python -m unionhall.ballots.word.drawing`, from which the committed file came."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
FACTS = [
    [("编号", "{{ number }}"), ("类别", "{{ kind }}")],
    [("投票方式", "{{ way }}"), ("轮次", "{{ round }}")],
    [("开始", "{{ opened }}"), ("截止", "{{ closed }}")],
    [("应到", "{{ entitled }}"), ("实到", "{{ present }}")],
    [("发出", "{{ issued }}"), ("收回", "{{ collected }}")],
    [("有效", "{{ valid }}"), ("废票", "{{ invalid }}")],
    [("应选人数", "{{ seats }}"), ("通过所需", "{{ needed }}")],
    [("法定人数", "{{ quorum }}")],
    [("通过规则", "{{ rule }}")],
    [("结论", "{{ verdict }}")],
]
VOTES = [
    ("事项", "{{ row.part }}", 4),
    ("选项", "{{ row.label }}", 3),
    ("票数", "{{ row.votes }}", 1),
    ("占有效票", "{{ row.share }}", 2),
    ("结果", "{{ row.outcome }}", 2),
]


def draw() -> None:
    """Write the form beside this script."""
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ title }}结果单")
    docx.fields(paper, FACTS)
    docx.paragraph(paper, "{{ text }}")
    docx.listing(paper, VOTES, rows="lines")
    docx.paragraph(paper, "{%p for note in notes %}")
    docx.paragraph(paper, "{{ note }}")
    docx.paragraph(paper, "{%p endfor %}")
    docx.paragraph(paper, "监票人：{{ tellers }}　　签名：＿＿＿＿＿＿　＿＿＿＿＿＿", indent=False)
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.paragraph(paper, "{{ declared }}", align="right")
    docx.write(paper, HERE / "sheet.docx")


if __name__ == "__main__":
    draw()
