import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unionhall.accounts.tenancy import OutsideUnion, in_union
from unionhall.search import registry, selectors, services
from unionhall.search.models import Document


def titles(user, text):
    return [hit.title for group in selectors.results(user, text, each=10) for hit in group.hits]


@pytest.mark.parametrize(
    "typed",
    [
        "张三丰",
        "三丰",
        "张三",
        "张",
        "丰",
        "zsf",
        "zhangsanfeng",
        "zhangsan",
        "ZHANG SAN",
        "0012",
        "001",
        "13800138000",
        "8000",
        "张三 0012",
    ],
)
def test_a_person_is_found_by_name_pinyin_number_and_phone(found, clerk, typed):
    found.objects.create(name="张三丰", number="0012", phone="13800138000")
    found.objects.create(name="李四光", number="0110", phone="13900139999")
    assert titles(clerk, typed) == ["张三丰"]


@pytest.mark.parametrize("typed", ["张丰", "三张", "1380", "0013", "lsg", "zzz", "张三 0110"])
def test_what_does_not_match_is_not_found(found, clerk, typed):
    found.objects.create(name="张三丰", number="0012", phone="13800138000")
    assert titles(clerk, typed) == []


def test_only_what_the_reader_may_see_is_listed_or_counted(found, clerk, member):
    for number in range(3):
        found.objects.create(name=f"张三{number}", is_open=number == 0)
    assert len(titles(clerk, "张三")) == 3
    assert titles(member, "张三") == ["张三0"]


def test_the_index_itself_hides_nothing(found, member):
    """The twin: what keeps a record from a reader is `visible_to` alone; asked directly, the index gives it away."""
    found.objects.create(name="张三丰", is_open=False)
    hits = selectors.query.matching(selectors.query.terms("三丰"), secrets=False)
    assert Document.objects.filter(id__in=hits).count() == 1
    assert titles(member, "三丰") == []


def test_more_is_said_only_of_what_may_be_seen(found, clerk, member):
    for number in range(3):
        found.objects.create(name=f"张三{number}", is_open=number == 0)
    assert [group.more for group in selectors.results(clerk, "张三", each=1)] == [True]
    assert [group.more for group in selectors.results(member, "张三", each=1)] == [False]


def test_a_phone_finds_nobody_for_one_who_may_not_read_phones(found, clerk, member):
    found.objects.create(name="张三丰", phone="13800138000")
    assert titles(clerk, "8000") == ["张三丰"]
    assert titles(member, "8000") == []


def test_the_index_holds_no_phone(found):
    found.objects.create(name="张三丰", phone="13800138000")
    assert "8000" not in Document.objects.get().tokens


def test_a_foreign_union_is_not_searched(found, clerk, other_union):
    with in_union(other_union):
        found.objects.create(name="张三丰")
    assert titles(clerk, "张三") == []
    with in_union(other_union):
        assert titles(clerk, "张三") == ["张三丰"]


def test_outside_a_union_nothing_can_be_searched(found, clerk, monkeypatch):
    found.objects.create(name="张三丰")
    with in_union(None), pytest.raises(OutsideUnion):
        titles(clerk, "张三")


def test_a_changed_name_is_found_and_the_old_one_is_not(found, clerk):
    record = found.objects.create(name="张三丰")
    record.name = "李四光"
    record.save()
    assert titles(clerk, "四光") == ["李四光"]
    assert titles(clerk, "三丰") == []


def test_a_deleted_record_is_not_found(found, clerk):
    found.objects.create(name="张三丰").delete()
    assert titles(clerk, "张三") == []
    assert not Document.objects.exists()


def test_bulk_writes_are_found_after_reindex(found, clerk):
    found.objects.bulk_create([found(name=f"张三{number}") for number in range(1200)])
    assert titles(clerk, "张三7") == []
    assert services.reindex(found.objects.all()) == 1200
    assert "张三7" in titles(clerk, "张三7")
    assert services.reindex(found.objects.filter(name="张三7")) == 1
    assert Document.objects.count() == 1200


@pytest.mark.parametrize("mark", ["σ", "ω", "υ", "h5", "w1", "u2"])
def test_the_marks_of_the_index_are_not_hit_by_typing(found, clerk, mark):
    found.objects.bulk_create([found(name=f"𠮷{number}", phone=f"1380013{number:04}") for number in range(40)])
    services.reindex(found.objects.all())
    assert titles(clerk, mark) == []


def test_a_number_typed_in_full_stands_first(found, clerk):
    found.objects.bulk_create([found(name=f"张三{number}", number=str(number)) for number in range(100, 200)])
    found.objects.create(name="李四", number="1")
    found.objects.create(name="王五", number="15")
    services.reindex(found.objects.all())
    assert titles(clerk, "15")[0] == "王五"


def test_the_name_typed_stands_first(found, clerk):
    for name in ("小张伟", "张伟国", "张伟"):
        found.objects.create(name=name)
    assert titles(clerk, "张伟") == ["张伟", "张伟国", "小张伟"]


def test_queries_do_not_grow_with_hits(found, clerk, django_assert_num_queries):
    for count in (1, 3):
        found.objects.bulk_create([found(name="张三") for _ in range(count)])
        services.reindex(found.objects.all())
        with django_assert_num_queries(3):
            titles(clerk, "张三")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_nothing_anyone_types_breaks_the_question(found, clerk, typed):
    assert titles(clerk, typed) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.characters(min_codepoint=0x3400, max_codepoint=0x323AF, categories=["Lo"]).filter(
            lambda c: c <= "鿿" or c >= "\U00020000"
        ),
        min_size=2,
        max_size=6,
    )
)
def test_every_pair_of_characters_finds_its_name(found, clerk, name):
    found.objects.all().delete()
    found.objects.create(name=name)
    for at in range(len(name) - 1):
        assert titles(clerk, name[at : at + 2]) == [name]


def test_the_index_of_the_database_is_used(found, clerk):
    """Two answers come from an index and not from reading every row."""
    found.objects.create(name="张三丰")
    documents = Document.objects.filter(id__in=selectors.query.matching(selectors.query.terms("三丰"), secrets=False))
    plan = documents.explain()
    assert "search_index" in plan if connection.vendor == "sqlite" else "search_document" in plan


def test_a_large_house_is_searched_by_the_index_and_not_row_by_row(found, clerk):
    """The promise behind the speed: once sizes are known, the plan starts from the hits."""
    found.objects.bulk_create([found(name=f"李四{number}") for number in range(1500)])
    services.reindex(found.objects.all())
    plan = selectors.rows(clerk, "李四7", registry.get("search_tests.found")).explain()
    if connection.vendor == "sqlite":
        assert "USING INDEX sqlite_autoindex_search_tests_found_1 (id=?)" in plan
    else:
        assert "search_document" in plan
