"""Lists: filters, pills, order, columns, pages, saved views."""

import io
from datetime import date
from html.parser import HTMLParser

import pytest
from python_calamine import CalamineWorkbook

from tests.pages.app.models import Loan, Shelf
from unionhall.accounts.models import User
from unionhall.audit.models import Event
from unionhall.pages import background
from unionhall.pages.models import Download, SavedView
from unionhall.pages.views import exporting

LIST = "/office/loans/"


class Links(HTMLParser):
    """The links and the plain words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links, self.words, self._open = {}, [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self._open.append([dict(attrs).get("href"), ""])

    def handle_data(self, data):
        self.words.append(data.strip())
        if self._open:
            self._open[-1][1] += data

    def handle_endtag(self, tag):
        if tag == "a" and self._open:
            href, text = self._open.pop()
            self.links[" ".join(text.split())] = href


def names(client, address=LIST):
    return [
        word for word in Links(client.get(address).content.decode()).words if word.startswith("物品") and word != "物品"
    ]


def link(client, text, address=LIST):
    return next(href for words, href in Links(client.get(address).content.decode()).links.items() if text in words)


def test_a_list_shows_what_its_table_says(at_desk, loan):
    page = at_desk.get(LIST).content.decode()
    for text in ("借用单", "J0001", "扳手", "工具", "待借", "东墙", "2023年5月1日", "1,000.00", "013800000000"):
        assert text in page
    assert "110101199001010012" not in page


def test_a_reader_has_only_the_rows_that_are_visible_to_them(client, union, loan, keeper):
    Loan.objects.create(number="J0002", title="物品甲", borrower=keeper)
    client.force_login(loan.borrower)
    assert names(client) == []
    client.force_login(keeper)
    assert names(client) == ["物品甲"]


def test_what_one_may_start_and_open_stands_above_the_list(client, loan, keeper):
    client.force_login(keeper)
    assert link(client, "申请借用") == f"{LIST}ask/"
    assert link(client, "导入借用单") == "/office/loans-import/"
    client.force_login(loan.borrower)
    assert "导入借用单" not in client.get(LIST).content.decode()


def test_filters_narrow_and_each_pill_takes_itself_off(at_desk, make_loans, shelf):
    make_loans(3)
    Loan.objects.filter(number="J00002").update(kind="book", wanted_on=date(2023, 5, 2))
    address = f"{LIST}?kind=book&shelf={shelf.pk}&wanted_on_after=2023-05-01&wanted_on_before=2023-05-31"
    assert names(at_desk, address) == ["物品2"]
    page = at_desk.get(address).content.decode()
    for pill in ("类别：图书", "货架：东墙", "借用日期：2023年5月1日 至 2023年5月31日"):
        assert pill in "".join(page.split()) or pill in page
    without = link(at_desk, "借用日期", address)
    assert "wanted_on" not in without
    assert "kind=book" in without


def test_a_filter_that_makes_no_sense_shows_no_rows_and_says_why(at_desk, make_loans):
    make_loans(2)
    response = at_desk.get(f"{LIST}?kind=horse")
    assert response.status_code == 422
    assert "物品1" not in response.content.decode()
    assert 'class="reason"' in response.content.decode()
    assert at_desk.post(f"{LIST}export/?kind=horse").status_code == 409


def test_a_column_sorts_both_ways_with_nothing_last(at_desk, make_loans):
    make_loans(3)
    Loan.objects.filter(number="J00001").update(wanted_on=date(2023, 5, 1))
    Loan.objects.filter(number="J00003").update(wanted_on=date(2023, 4, 1))
    assert names(at_desk, f"{LIST}?sort=wanted_on") == ["物品3", "物品1", "物品2"]
    assert names(at_desk, f"{LIST}?sort=-wanted_on") == ["物品1", "物品3", "物品2"]
    assert names(at_desk, f"{LIST}?sort=secret&columns=secret&columns=title") == ["物品1", "物品2", "物品3"]
    assert link(at_desk, "借用日期") == f"{LIST}?sort=wanted_on"


def test_chosen_columns_are_shown_and_no_others(at_desk, make_loans):
    make_loans(1)
    page = at_desk.get(f"{LIST}?columns=loud&columns=number").content.decode()
    assert "响亮" in page
    assert "<th" in page
    assert 'data-label="类别"' not in page
    assert 'data-label="响亮"' in page


def test_fifty_rows_stand_on_a_page(at_desk, make_loans):
    make_loans(120)
    assert len(names(at_desk)) == 50
    assert len(names(at_desk, f"{LIST}?page=3")) == 20
    assert names(at_desk, f"{LIST}?page=99") == names(at_desk, f"{LIST}?page=3")
    assert names(at_desk, f"{LIST}?page=x") == names(at_desk)
    assert "120" in Links(at_desk.get(LIST).content.decode()).words


def test_htmx_gets_the_changing_part_alone(at_desk, make_loans):
    make_loans(1)
    part = at_desk.get(LIST, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "物品1" in part.content.decode()
    assert "HX-Request" in part.headers["Vary"]
    restored = at_desk.get(LIST, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in restored.content.decode()


def test_an_empty_list_says_what_it_is_for_and_a_filtered_one_how_to_see_all(at_desk, union):
    assert "借出的工具和图书都在这里。" in at_desk.get(LIST).content.decode()
    assert "没有符合条件的记录" in at_desk.get(f"{LIST}?q=x").content.decode()


def test_a_view_is_saved_for_its_user_alone_and_forgotten(at_desk, client, union, make_loans):
    make_loans(1)
    saved = at_desk.post(f"{LIST}views/", {"name": "图书", "query": "?kind=book&columns=title"})
    assert saved.url == f"{LIST}?kind=book&columns=title"
    assert link(at_desk, "图书") == f"{LIST}?kind=book&columns=title"
    at_desk.post(f"{LIST}views/", {"name": "图书", "query": "?kind=tool"})
    assert SavedView.objects.get().query == "kind=tool"
    assert at_desk.post(f"{LIST}views/", {"name": "长" * 31, "query": ""}).status_code == 302
    other = User.objects.create_user(union, "keeper2", "同事")
    at_desk.force_login(other)
    assert "视图“图书”" not in at_desk.get(LIST).content.decode()
    at_desk.post(f"{LIST}views/", {"forget": "图书"})
    assert SavedView.objects.count() == 1


@pytest.mark.parametrize("query", ["//evil.example/", "https://evil.example/", "kind=book\r\nX: y"])
def test_a_saved_view_never_leads_elsewhere(at_desk, union, query):
    response = at_desk.post(f"{LIST}views/", {"name": "甲", "query": query})
    assert response.url.startswith(f"{LIST}?")


def exported(client, query=""):
    response = client.post(f"{LIST}export/{query}")
    return CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()


def test_an_export_has_the_filters_the_order_and_the_columns_of_the_list(at_desk, make_loans):
    make_loans(3)
    Loan.objects.filter(number="J00002").update(kind="book")
    assert exported(at_desk, "?kind=tool&sort=-number&columns=number&columns=kind") == [
        ["编号", "类别"],
        ["J00003", "工具"],
        ["J00001", "工具"],
    ]
    event = Event.objects.get(kind="export")
    assert (event.after["rows"], event.after["filters"]["kind"]) == (2, ["tool"])


def test_an_export_keeps_types_hides_secrets_and_runs_no_formula(at_desk, loan):
    Loan.objects.filter(pk=loan.pk).update(title="=1+1", phone="013800000000")
    columns = "&".join(f"columns={name}" for name in ("title", "wanted_on", "fee", "phone", "secret", "note_count"))
    assert exported(at_desk, f"?{columns}")[1] == ["=1+1", date(2023, 5, 1), 1000.0, 0.0, "013800000000", "******"]


def test_the_text_of_a_cell_is_never_markup(at_desk, union, borrower):
    shelf = Shelf.objects.create(name="<b>架</b>")
    Loan.objects.create(number="J1", title="<script>x</script>", borrower=borrower, shelf=shelf)
    page = at_desk.get(LIST).content.decode()
    assert "<script>x" not in page
    assert "<b>架" not in page
    assert "&lt;script&gt;x" in page


def test_a_large_export_is_made_in_the_background_for_the_one_who_asked(
    at_desk, client, union, make_loans, monkeypatch
):
    make_loans(3)
    monkeypatch.setattr(exporting, "AT_ONCE", 2)
    monkeypatch.setattr(background, "_carriers", [])
    ready = at_desk.post(f"{LIST}export/?columns=number&sort=-number")
    answer = at_desk.get(ready.url)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows == [["编号"], ["J00003"], ["J00002"], ["J00001"]]
    assert b"PK" not in bytes(Download.objects.get().sealed)[:30]
    client.force_login(User.objects.create_user(union, "keeper2", "同事"))
    assert client.get(ready.url).status_code == 404
