"""What the words in a roster's cells mean."""

from unionhall.kernel.text import squeezed
from unionhall.people.choices import Employment, PostClass, Sex

_WORDS: dict[type, dict[str, str]] = {
    Sex: {Sex.FEMALE: "女 女性 女士 F", Sex.MALE: "男 男性 先生 M"},
    Employment: {
        Employment.ESTABLISHED: "在编 编制 编制内 事业编制 事业编 正式 正式职工 在职在编 编内",
        Employment.CONTRACT: "合同制 合同 合同工 合同制职工 聘用 聘用制 聘用合同 院聘 编外 编外聘用 编外合同",
        Employment.AGENCY: "人事代理 代理 代理制",
        Employment.DISPATCHED: "劳务派遣 派遣 劳务 派遣制 派遣工",
        Employment.REHIRED: "返聘 退休返聘 返聘人员",
        Employment.RETIRED: "退休 离退休 离休 已退休 退休人员",
    },
    PostClass: {
        PostClass.DOCTOR: "医生 医 医师 临床 临床医师 医疗",
        PostClass.NURSE: "护理 护 护士 护师 护理人员",
        PostClass.PHARMACIST: "药剂 药 药学 药师 药剂人员",
        PostClass.TECHNICIAN: "医技 技 技术 技师 医技人员 其他卫技",
        PostClass.MANAGER: "行政管理 管 管理 行政 职能 行政职能 行管 党政管理",
        PostClass.SUPPORT: "工勤 工 后勤 工人 工勤技能 勤杂 后勤保障",
    },
}
_MEANING = {
    choices: {word: value for value, words in table.items() for word in words.split()}
    for choices, table in _WORDS.items()
}
_YES = set("是 有 Y YES 1 1.0 √ 会员 一线 TRUE True".split())
_NO = set("否 无 N NO 0 0.0 × 非会员 非一线 FALSE False".split())


def meaning(choices: type, cell: object) -> str | None:
    """The choice a cell means, '' for an empty cell, None for a word nobody knows."""
    word = squeezed(cell or "")
    return _MEANING[choices].get(word) if word else ""


def yes_or_no(cell: object) -> bool | None:
    """Whether a cell says yes; None when it says neither."""
    word = squeezed("" if cell is None else cell)
    return True if word in _YES else False if word in _NO else None
