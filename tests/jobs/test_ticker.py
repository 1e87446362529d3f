from threading import Event

import pytest

from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import current_union
from unionhall.jobs import registry, ticker


def test_a_round_visits_each_active_union(union, other_union):
    Union.objects.create(code="closed", name="已撤销工会", is_active=False)
    visited = []
    ticker.make_round(registry.Regular(1, lambda: visited.append(current_union().code)))
    assert visited == ["demo", "other"]


def test_a_failure_in_one_union_leaves_the_others_their_round(union, other_union, caplog):
    visited, name = [], "王秀英"

    def work():
        visited.append(current_union().code)
        raise ValueError(name)

    ticker.make_round(registry.Regular(1, work))
    assert visited == ["demo", "other"]
    assert "ValueError" in caplog.text
    assert "王秀英" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_the_ticker_makes_what_is_due_until_it_is_stopped(union, monkeypatch):
    stopped, made = Event(), []

    def often():
        made.append("often")
        if made.count("often") == 3:
            stopped.set()

    monkeypatch.setattr(
        registry, "_rounds", [registry.Regular(60, lambda: made.append("seldom")), registry.Regular(0.01, often)]
    )
    ticker.run(stopped)
    assert sorted(made) == ["often", "often", "often", "seldom"]
