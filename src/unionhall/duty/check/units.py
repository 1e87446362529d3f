"""Which units may stand for one another in a claim, and how much of a word speaks of the same thing."""

KINDS = {
    "person-times": ("人次",),
    "persons": ("人", "名", "位"),
    "money": ("万元", "亿元", "元"),
    "share": ("%", "％"),
    "points": ("分",),
    "hours": ("学时", "课时", "小时"),
    "occasions": ("场", "次", "期", "轮"),
    "things": ("项目", "个", "件", "份", "条", "项", "处", "家", "支", "台", "套", "篇", "块"),
}
KIND_OF = {unit: kind for kind, units in KINDS.items() for unit in units}
LONGEST_FIRST = sorted(KIND_OF, key=len, reverse=True)
SCALE = {"万元": 10**4, "亿元": 10**8}
ALIKE = {"things": "occasions", "occasions": "things"}


def kind_of(unit: str) -> str:
    """What a unit counts; an unknown unit counts things."""
    return KIND_OF.get(unit, "things")


def same_kind(claimed: str, recorded: str) -> bool:
    """Whether a claim in one unit can be told by a figure in the other. Persons and person-times never can (ACT-02)."""
    a, b = kind_of(claimed), kind_of(recorded)
    return a == b or ALIKE.get(a) == b


# Words every report uses of everything: to share them says nothing about what is meant.
GENERAL = frozenset(
    {
        "参加",
        "人数",
        "人次",
        "次数",
        "职工",
        "工会",
        "全院",
        "活动",
        "举办",
        "组织",
        "开展",
        "发放",
        "共有",
        "期间",
        "截至",
    }
)


def likeness(a: str, b: str) -> int:
    """How many telling pairs of neighbouring characters two texts share."""
    return len(_pairs(a) & _pairs(b))


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalpha()} - GENERAL
