"""Draws the product's own Word forms of activities: `python -m unionhall.activities.word.drawing`."""

from pathlib import Path

from unionhall.files import docx_build as docx

HERE = Path(__file__).parent
WHO = [
    ("序号", "{{ row.number }}", 1),
    ("工号", "{{ row.staff_no }}", 2),
    ("姓名", "{{ row.name }}", 2),
    ("科室", "{{ row.department }}", 3),
]
FACTS = [[("编号", "{{ number }}"), ("类别", "{{ kind }}")], [("日期", "{{ held }}"), ("地点", "{{ venue }}")]]
LISTS = {
    "signed_up": ("{{ title }}报名表", [*WHO, ("项目", "{{ row.item }}", 3), ("队伍", "{{ row.team }}", 2)]),
    "sheet": (
        "{{ title }}签到表",
        [*WHO, ("身份", "{{ row.role }}", 2), ("签到时间", "{{ row.came }}", 3), ("签名", "", 3)],
    ),
    "results": (
        "{{ title }}成绩单",
        [
            ("项目", "{{ row.item }}", 3),
            ("名次", "{{ row.rank }}", 1),
            ("姓名或队名", "{{ row.who }}", 3),
            ("成绩", "{{ row.mark }}", 2),
            ("备注", "{{ row.note }}", 2),
        ],
    ),
    "prizes": (
        "{{ title }}奖品签领表",
        [
            *WHO,
            ("奖项", "{{ row.award }}", 2),
            ("奖品", "{{ row.prize }}", 3),
            ("数量", "{{ row.quantity }}", 1),
            ("签领", "{{ row.signed }}", 3),
        ],
    ),
}
PROSE = {"一、活动方案": "{{ plan }}", "二、活动通知": "{{ notice }}"}


def draw() -> None:
    """Write every form beside this script."""
    for name, (title, columns) in LISTS.items():
        paper = docx.paper(compact=True)
        docx.title(paper, title)
        docx.fields(paper, FACTS)
        docx.paragraph(paper, "共{{ count }}行。", indent=False)
        docx.listing(paper, columns)
        docx.write(paper, HERE / f"{name}.docx")
    _draw_file()


def _draw_file() -> None:
    paper = docx.paper(compact=True)
    docx.title(paper, "{{ title }}活动档案")
    docx.fields(
        paper,
        [
            *FACTS,
            [("报名", "{{ signed_up_count }}"), ("实到", "{{ came_count }}")],
            [("参加人次", "{{ entries_count }}"), ("参加人数", "{{ people_count }}")],
            [("项目", "{{ items_count }}"), ("奖品", "{{ prize_pieces }}")],
            [("预算", "{{ budget }}"), ("决算", "{{ cost }}")],
        ],
    )
    for heading, text in PROSE.items():
        docx.heading(paper, heading)
        docx.paragraph(paper, text)
    for heading, name in (
        ("三、报名与参加名单", "signed_up"),
        ("四、签到表", "sheet"),
        ("五、成绩单", "results"),
        ("六、奖品签领表", "prizes"),
    ):
        docx.heading(paper, heading)
        docx.listing(paper, LISTS[name][1], rows=name)
    docx.heading(paper, "七、活动小结")
    docx.paragraph(paper, "{{ summary }}")
    docx.write(paper, HERE / "file.docx")


if __name__ == "__main__":
    draw()
