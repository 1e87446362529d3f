"""Pages that say what went wrong: in the union's frame, in words, without giving anything away."""

import pytest
from django.test import RequestFactory

from tests.kit.world import Persona, build
from unionhall.web import errors


def test_a_missing_page_and_a_forbidden_one_read_alike(union, other_union):
    client = build(union, other_union).client(Persona.MEMBER)
    missing, hidden = client.get("/no-such-page/"), client.get("/year/")
    assert (missing.status_code, hidden.status_code) == (404, 404)
    assert "没有找到这个页面" in hidden.content.decode()
    assert titles(missing) == titles(hidden)


def titles(answer) -> list[str]:
    return [line.strip() for line in answer.content.decode().splitlines() if "<h1>" in line or "<title>" in line]


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (lambda request: errors.bad_request(request, Exception()), 400, "这个请求无法识别"),
        (lambda request: errors.forbidden(request, Exception()), 403, "您不能办理这件事"),
        (lambda request: errors.not_found(request, Exception()), 404, "没有找到这个页面"),
        (lambda request: errors.forged(request), 403, "页面放得太久了"),
    ],
)
def test_an_error_page_says_what_to_do(union, view, status, words):
    answer = view(RequestFactory().get("/anything/"))
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_the_page_for_our_own_faults_asks_nothing_of_the_database(union, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = errors.broken(RequestFactory().get("/anything/"))
    assert answer.status_code == 500
    assert "系统出了差错" in answer.content.decode()


def test_a_stale_form_is_refused_with_advice(union, other_union, client):
    client.handler.enforce_csrf_checks = True
    answer = client.post("/account/type/", {"large": "1"})
    assert answer.status_code == 403
    assert "页面放得太久了" in answer.content.decode()
