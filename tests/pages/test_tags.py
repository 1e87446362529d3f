"""What templates have at hand."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from tests.pages.app.models import State


def rendered(text, **context):
    return Template(text).render(Context(context))


def test_a_figure_opens_its_list():
    reading = SimpleNamespace(
        value=2103, unit="人次", definition="每人每项计一次", url="/figures/x/?from=2023-01-01&to=2023-12-31"
    )
    assert rendered("{% figure reading %}", reading=reading) == (
        '<a class="figure" href="/figures/x/?from=2023-01-01&amp;to=2023-12-31" title="每人每项计一次">2,103 人次</a>'
    )
    assert "近千 人次" in rendered("{% figure reading words %}", reading=reading, words="近千")


def test_a_state_is_said_by_its_word():
    assert "待借" in rendered("{% state choice %}", choice=State.ASKED)


@pytest.mark.parametrize(
    ("text", "said"),
    [("{{ n|count }}", "2,103"), ("{{ n|yuan }}", "2,103.00"), ("{{ none|day }}", "—"), ("{{ none|words }}", "—")],
)
def test_numbers_and_nothing(text, said):
    assert rendered(text, n=2103, none=None) == said


def test_another_page_keeps_the_rest_of_the_address():
    request = RequestFactory().get("/x/?q=%E7%94%B2&page=2")
    assert rendered("{% page_url 'page' 3 %}", request=request) == "?q=%E7%94%B2&amp;page=3"
