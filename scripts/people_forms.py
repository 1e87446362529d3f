"""Author the Word templates of 入会申请书 and 会员登记表.

.venv/bin/python scripts/people_forms.py    writes src/unionhall/people/data/{application,registration}.docx
"""

from pathlib import Path

from unionhall.files import docx_build

FAMILY = "{% for one in family %}{{ one.kind }} {{ one.name }}（{{ one.employer }}） {% endfor %}"
TARGET = Path(__file__).resolve().parent.parent / "src/unionhall/people/data"


def application() -> None:
    """The application to join: a letter."""
    paper = docx_build.paper()
    docx_build.title(paper, "入会申请书")
    docx_build.paragraph(paper, "{{ union }}委员会：", indent=False)
    docx_build.paragraph(paper, "{{ application }}")
    docx_build.paragraph(paper, "请予批准。")
    for line in ("申请人：{{ name }}（工号{{ staff_no }}，{{ department }}）", "{{ applied_on }}"):
        docx_build.paragraph(paper, line, align="right")
    docx_build.write(paper, TARGET / "application.docx")


def registration() -> None:
    """The registration form with the columns of the official one."""
    paper = docx_build.paper(compact=True)
    docx_build.title(paper, "工会会员登记表")
    docx_build.paragraph(
        paper, "会员证号：{{ card_no }}　　工会：{{ union }}　　分工会：{{ branch }}　小组：{{ group }}", indent=False
    )
    docx_build.fields(
        paper,
        [
            [("姓名", "{{ name }}"), ("性别", "{{ sex }}"), ("出生日期", "{{ birth_on }}")],
            [("民族", "{{ ethnicity }}"), ("籍贯", "{{ native_place }}"), ("政治面貌", "{{ politics }}")],
            [("学历", "{{ education }}"), ("职务", "{{ position }}"), ("职称", "{{ title }}")],
            [("工作单位", "{{ employer }}"), ("科室", "{{ department }}"), ("用工性质", "{{ employment }}")],
            [("身份证号", "{{ id_number }}"), ("手机", "{{ phone }}")],
            [("参加工作", "{{ worked_since }}"), ("申请日期", "{{ applied_on }}"), ("入会日期", "{{ joined_on }}")],
            [("工资", "{{ wage }}"), ("工号", "{{ staff_no }}")],
            [("个人简历", "{{ resume }}")],
            [("家庭主要成员", FAMILY)],
            [("审批意见", "{{ state }}")],
            [("备注", "{{ note }}")],
        ],
        label_mm=22,
    )
    docx_build.write(paper, TARGET / "registration.docx")


if __name__ == "__main__":
    application()
    registration()
