"""A refusal that no form shows becomes a page of its own."""

import pytest
from django.test import RequestFactory

from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.pages.middleware import refusals


def answer(user, exception, **headers):
    request = RequestFactory().get("/x/", headers=headers)
    request.user, request.htmx, request.session = user, "HX-Request" in headers, {}
    request._messages = []
    return refusals(lambda request: None).process_exception(request, exception)


@pytest.mark.parametrize(
    ("exception", "status"),
    [(NotAllowed("您不能办理。"), 403), (WrongState("已经办过。"), 409), (Blocked("不足三分之二。"), 409)],
)
def test_a_refusal_answers_in_its_own_words(keeper, exception, status):
    response = answer(keeper, exception)
    assert response.status_code == status
    assert str(exception) in response.content.decode()
    part = answer(keeper, exception, **{"HX-Request": "true"})
    assert part.status_code == status
    assert "<html" not in part.content.decode()


def test_the_way_back_leads_to_our_own_pages_alone(keeper):
    assert (
        'href="http://testserver/office/"'
        in answer(keeper, Blocked("x"), Referer="http://testserver/office/").content.decode()
    )
    assert "evil.example" not in answer(keeper, Blocked("x"), Referer="https://evil.example/").content.decode()


def test_other_errors_are_none_of_its_business(keeper):
    assert answer(keeper, ValueError("x")) is None
