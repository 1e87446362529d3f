"""The forms made of words and of votes; drawn with the others by `word.drawing`."""

from pathlib import Path

from docx.document import Document as Paper

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
HEAD = [[("日期", "{{ held }}"), ("地点", "{{ venue }}")]]
NOTES = [
    ("议题", "{{ row.number }}. {{ row.item }}", 3),
    ("代表团", "{{ row.delegation }}", 2),
    ("讨论意见", "{{ row.text }}", 6),
]
VOTES = [
    ("事项", "{{ row.part }}", 4),
    ("选项", "{{ row.label }}", 3),
    ("票数", "{{ row.votes }}", 1),
    ("占有效票", "{{ row.share }}", 2),
    ("结果", "{{ row.outcome }}", 2),
]
COUNTS = [
    [("议题", "{{ vote.item }}")],
    [("方式", "{{ vote.way }}"), ("轮次", "{{ vote.round }}")],
    [("应到", "{{ vote.entitled }}"), ("实到", "{{ vote.present }}")],
    [("发出", "{{ vote.issued }}"), ("收回", "{{ vote.collected }}")],
    [("有效", "{{ vote.valid }}"), ("废票", "{{ vote.invalid }}")],
    [("通过须", "{{ vote.needed }}"), ("结论", "{{ vote.verdict }}")],
    [("通过规则", "{{ vote.rule }}")],
    [("法定人数", "{{ vote.quorum }}")],
    [("监票人", "{{ vote.tellers }}"), ("签名", "")],
]
MATTERS = [
    ("序号", "{{ row.number }}", 1),
    ("事项", "{{ row.title }}", 3),
    ("职权", "{{ row.power }}", 2),
    ("结论", "{{ row.outcome }}", 2),
    ("处理意见", "{{ row.conclusion }}", 4),
]


def draw() -> None:
    """Write every form of this kind beside this script."""
    for name, title in (("results", "{{ title }}表决结果单"), ("result", "{{ title }}议题表决结果单")):
        _draw_votes(name, title)
    _draw_notes()
    _draw_papers()
    _draw_minutes()
    _draw_resolution()
    _draw_motion()
    _draw_joint()


def _lines(paper: Paper, name: str = "lines") -> None:
    """A paragraph for each of the lines."""
    docx.paragraph(paper, f"{{%p for line in {name} %}}")
    docx.paragraph(paper, "{{ line }}")
    docx.paragraph(paper, "{%p endfor %}")


def _draw_votes(name: str, title: str) -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, title)
    docx.paragraph(paper, "{{ held }}，共{{ count }}次表决。", indent=False)
    docx.paragraph(paper, "{%p for vote in votes %}")
    docx.fields(paper, COUNTS)
    docx.paragraph(paper, "", indent=False)
    docx.listing(paper, VOTES, rows="vote.lines")
    docx.paragraph(paper, "", indent=False)
    docx.paragraph(paper, "{%p endfor %}")
    docx.write(paper, HERE / f"{name}.docx")


def _draw_notes() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ title }}讨论意见汇总表")
    docx.paragraph(paper, "共{{ count }}条。", indent=False)
    docx.listing(paper, NOTES)
    docx.write(paper, HERE / "notes.docx")


def _draw_papers() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}会议材料汇编")
    docx.paragraph(paper, "{%p for one in papers %}")
    docx.heading(paper, "{{ one.item }}")
    docx.heading(paper, "{{ one.kind }}：{{ one.title }}（{{ one.given }}送交代表）", 2)
    _lines(paper, "one.lines")
    docx.paragraph(paper, "{%p endfor %}")
    docx.write(paper, HERE / "papers.docx")


def _draw_minutes() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}会议纪要")
    docx.fields(
        paper, [*HEAD, [("应到代表", "{{ entitled }}"), ("实到代表", "{{ present }}")], [("主席团", "{{ presidium }}")]]
    )
    _lines(paper)
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.write(paper, HERE / "minutes.docx")


def _draw_resolution() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ title }}{{ name }}")
    docx.paragraph(paper, "{{ number }}", align="center")
    docx.paragraph(paper, "（{{ adopted }}通过，应到代表{{ entitled }}人，实到{{ present }}人）", align="center")
    _lines(paper)
    docx.paragraph(paper, "{%p if replaces %}")
    docx.paragraph(paper, "本决议取代《{{ replaces }}》。")
    docx.paragraph(paper, "{%p endif %}")
    docx.write(paper, HERE / "resolution.docx")


def _draw_motion() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ title }}议案表")
    docx.fields(paper, [
        [("编号", "{{ number }}"), ("提交日期", "{{ handed_in }}")],
        [("案由", "{{ name }}")],
        [("提出方", "{{ mover }}"), ("职权", "{{ power }}")],
    ])  # fmt: skip
    docx.heading(paper, "一、理由")
    _lines(paper, "reason")
    docx.heading(paper, "二、方案")
    _lines(paper, "text")
    docx.heading(paper, "三、办理结果")
    docx.paragraph(paper, "{{ state }}。{{ reply }}")
    docx.write(paper, HERE / "motion.docx")


def _draw_joint() -> None:
    paper = docx.paper()
    docx.title(paper, "{{ term }}{{ title }}纪要")
    docx.fields(paper, HEAD)
    docx.paragraph(paper, "召集事由：{{ cause }}")
    docx.paragraph(paper, "到会{{ count }}人：{{ came }}")
    docx.listing(paper, MATTERS, rows="matters")
    _lines(paper)
    docx.paragraph(paper, "{%p if reported %}")
    docx.paragraph(paper, "处理情况已提交{{ reported }}。")
    docx.paragraph(paper, "{%p endif %}")
    docx.paragraph(paper, "{{ union }}", align="right")
    docx.write(paper, HERE / "joint.docx")
