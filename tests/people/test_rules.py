from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from unionhall.people.choices import Employment, PostClass, Sex
from unionhall.people.rules import identity, membership, numbers, terms, wording
from unionhall.people.rules.days import ReadDay, Unreadable, last_day_named, read_day


def resident(birth: str = "19900307", order: str = "012") -> str:
    first = f"900000{birth}{order}"
    return first + identity.check_digit(first)


@pytest.mark.parametrize(
    "cell",
    [
        date(1985, 3, 2),
        datetime(1985, 3, 2, 8, 30),
        "1985-3-2",
        "1985.03.02",
        "1985/3/2",
        "19850302",
        19850302.0,
        31108.0,
        "1985年3月2日",
        "１９８５．３．２",
        " 1985-03-02 00:00:00",
    ],
)
def test_a_day_is_read_in_every_spelling(cell):
    assert read_day(cell) == ReadDay(date(1985, 3, 2))


@pytest.mark.parametrize("cell", ["1985.03", "1985年3月", "1985-3", "198503", 198503.0, 1985.03])
def test_a_month_without_a_day_is_its_first_day_and_not_exact(cell):
    assert read_day(cell) == ReadDay(date(1985, 3, 1), exact=False)


@pytest.mark.parametrize("cell", ["三月初二", "85.3.2", "1985-13-1", "1985-2-30", 1985.1, 12.0])
def test_what_names_no_day_is_refused_in_words(cell):
    with pytest.raises(Unreadable, match=r"日期|这一天|1月还是10月"):
        read_day(cell)


def test_an_empty_cell_is_no_day():
    assert read_day("") is None and read_day(None) is None


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("示范医院职工花名册（2022年12月）", date(2022, 12, 31)),
        ("截至2023年6月15日", date(2023, 6, 15)),
        ("2024年2月名册", date(2024, 2, 29)),
        ("职工花名册", None),
        ("2022年13月", None),
        ("2023年2月30日名册", None),
    ],
)
def test_the_title_names_the_day_of_the_roster(title, day):
    assert last_day_named(title) == day


def test_a_right_identity_number_has_no_fault():
    assert identity.fault_of_number(resident()) is None


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (resident()[:-1], "17位"),
        (resident()[:-1] + "A", "不该有的字符"),
        (resident("19900230"), "出生日期不存在"),
        (resident()[:-1] + ("1" if resident()[-1] != "1" else "2"), "校验码"),
    ],
)
def test_a_wrong_identity_number_is_told_why(number, reason):
    assert reason in identity.fault_of_number(number)


def test_a_passport_passes_unchecked():
    assert identity.fault_of_number("E12345678") is None
    assert identity.faults_against("E12345678", birth_on=date(1990, 1, 1), birth_is_exact=True, male=True) == []


@pytest.mark.parametrize(
    ("birth", "exact", "male", "count"),
    [
        (date(1990, 3, 7), True, False, 0),
        (date(1990, 3, 8), True, False, 1),
        (date(1990, 3, 1), False, False, 0),
        (date(1990, 4, 1), False, False, 1),
        (date(1990, 3, 7), True, True, 1),
        (date(1991, 3, 7), True, True, 2),
        (None, True, None, 0),
    ],
)
def test_birth_and_sex_are_compared_with_the_number(birth, exact, male, count):
    assert len(identity.faults_against(resident(), birth_on=birth, birth_is_exact=exact, male=male)) == count


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("91350100M000100Y43", True),
        ("91350100M000100Y44", False),
        ("91350100M000100Y4", False),
        ("9135010OM000100Y43", False),
    ],
)
def test_the_check_character_of_a_credit_code(code, right):
    assert identity.is_credit_code(code) is right


@pytest.mark.parametrize(
    ("choices", "cell", "meaning"),
    [
        (Sex, "女", Sex.FEMALE),
        (Sex, " 男 ", Sex.MALE),
        (Employment, "事业编制", Employment.ESTABLISHED),
        (Employment, "在编", Employment.ESTABLISHED),
        (Employment, "合同工", Employment.CONTRACT),
        (Employment, "临时", None),
        (Employment, "", ""),
        (PostClass, "护", PostClass.NURSE),
        (PostClass, "行政", PostClass.MANAGER),
        (PostClass, "厨师", None),
    ],
)
def test_words_of_the_roster(choices, cell, meaning):
    assert wording.meaning(choices, cell) == meaning


@pytest.mark.parametrize(
    ("cell", "said"), [("是", True), ("√", True), (True, True), ("否", False), ("", None), ("不详", None)]
)
def test_yes_and_no(cell, said):
    assert wording.yes_or_no(cell) is said


def test_staff_numbers_follow_the_widest_zero_padded_convention():
    bare = [numbers.bare(cell) for cell in ("00012", 7.0, "８", "A9", "012")]
    assert bare == ["00012", "7", "8", "A9", "012"]
    width = numbers.padded_width(bare)
    assert [numbers.padded(number, width) for number in bare] == ["00012", "00007", "00008", "A9", "00012"]


def test_without_leading_zeros_staff_numbers_stay():
    assert numbers.padded("7", numbers.padded_width(["7", "12"])) == "7"


@pytest.mark.parametrize(
    ("base", "fee"), [("3456.78", "17.25"), ("3459.99", "17.25"), ("9", "0.00"), ("3400", "17.00")]
)
def test_dues_drop_the_last_yuan_below_ten(base, fee):
    assert membership.dues(Decimal(base), rate=Fraction(5, 1000), step=Decimal(10)) == Decimal(fee)


@pytest.mark.parametrize(("months", "talked", "gone"), [(6, True, True), (5, True, False), (7, False, False)])
def test_six_months_and_a_talk_count_as_withdrawal(months, talked, gone):
    assert membership.counts_as_withdrawn(months, limit=6, was_admonished=talked) is gone


@pytest.mark.parametrize(
    ("began", "years", "last"),
    [
        (date(2020, 10, 20), 5, date(2025, 10, 19)),
        (date(2020, 2, 29), 3, date(2023, 2, 27)),
    ],
)
def test_a_term_ends_the_day_before_its_anniversary(began, years, last):
    assert terms.last_day(began, years) == last


def test_reminders_fall_180_90_and_30_days_before_the_end():
    end = date(2025, 10, 19)
    assert terms.reminders_due(end, date(2025, 4, 22), (180, 90, 30)) == [180]
    assert terms.reminders_due(end, date(2025, 4, 23), (180, 90, 30)) == []
    assert terms.reminders_due(end, date(2025, 9, 19), (180, 90, 30)) == [30]


def test_accountant_and_cashier_and_auditor_are_three_people():
    assert terms.incompatible("cashier", {"accountant", "member"}) == {"accountant"}
    assert terms.incompatible("auditor", {"chair"}) == {"chair"}
    assert terms.incompatible("branch_chair", {"auditor"}) == set()


@pytest.mark.parametrize(("seats", "fits"), [(2, False), (3, True), (11, True), (12, False)])
def test_an_audit_committee_has_three_to_eleven(seats, fits):
    assert terms.audit_size_fits(seats) is fits


def test_a_womens_committee_is_due_from_the_bound_on():
    assert terms.women_committee_due(10, 10) and not terms.women_committee_due(9, 10)


def test_who_has_left_or_retired_does_not_join_anew():
    assert membership.may_join(Employment.DISPATCHED, has_left=False)
    assert not membership.may_join(Employment.RETIRED, has_left=False)
    assert not membership.may_join(Employment.CONTRACT, has_left=True)
