import pytest

from unionhall.search.query import Term, terms
from unionhall.search.tokens import name_tokens, readings, runs, secret_tokens, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("职工代表", ["职工", "工代", "代表", "表"]),
        ("会", ["会"]),
        ("N95 口罩", ["n95", "口罩", "罩"]),
        ("３-2-后勤-007", ["3", "2", "后勤", "勤", "007"]),
        ("阿依努尔·买买提", ["阿依", "依努", "努尔", "尔", "买买", "买提", "提"]),
        ("𠮷野", ["υ20bb7υ野", "野"]),
        ("！。 ", []),
    ],
)
def test_a_text_gives_pairs_and_words(text, expected):
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("张三丰", ["zhang san feng"]),
        ("单雄信", ["shan xiong xin"]),
        ("曾国强", ["zeng guo qiang"]),
        ("尉迟恭", ["yu chi gong"]),
        ("仇英", ["qiu ying"]),
        ("朴成", ["piao cheng"]),
        ("区志", ["ou zhi"]),
        ("解明", ["xie ming"]),
        ("查良", ["zha liang"]),
        ("覃勇", ["qin yong", "tan yong"]),
        ("吕芳", ["lv fang", "lyu fang"]),
        ("John", []),
        ("", []),
    ],
)
def test_a_surname_is_read_as_a_surname(name, pinyin):
    assert [" ".join(syllables) for syllables in readings(name)] == pinyin


def test_a_name_is_found_by_its_pinyin_whole_by_syllable_and_by_initials():
    assert list(name_tokens("张三")) == ["zhangsan", "zs", "zhang", "san"]


def test_a_secret_number_leaves_only_hashes_of_itself_and_its_last_digits():
    left = list(secret_tokens("138-0013-8000"))
    assert len(left) == 11 - 4 + 1
    assert all(token.startswith("σ") and not token.isdigit() for token in left)
    assert list(secret_tokens("8000")) == left[:1]


def test_runs_are_cut_where_the_script_changes():
    assert runs("ICU护士Ab12") == ["icu", "护士", "ab12"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("职工代", [Term(("职工", "工代"))]),
        ("张", [Term(("张",), begun=True)]),
        ("zs", [Term(("zs",), begun=True)]),
        ("z", []),
        ("", []),
        ("'\")*:|&!", []),
        ("NEAR(", [Term(("near",), begun=True)]),
    ],
)
def test_what_is_typed_becomes_terms(typed, expected):
    assert terms(typed) == expected
