"""While the database is brought forward, a changed table is drawn anew alone, not with every table related to it.

Django draws all related models again with each operation, and every table here is related to the union's: a new
database took twenty seconds of which sixteen went into that. The SQL of one table needs the columns of its neighbours
only, which drawing does not change; what a data migration is given is drawn whole, as Django does after any delay.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.migrations.state import ProjectState

Key = tuple[str, str]
with_relatives = ProjectState._find_reload_model


def alone(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> set[Key]:
    """Which models are drawn anew for a change of one: itself if it is new or Django may delay the rest."""
    if delay or model_name not in state.apps.all_models[app_label]:
        state.is_delayed = True
        return {(app_label, model_name)}
    return with_relatives(state, app_label, model_name, delay)


@contextmanager
def drawn_alone() -> Iterator[None]:
    """Django has no setting for it, so its method is exchanged for the time of one command."""
    ProjectState._find_reload_model = alone
    try:
        yield
    finally:
        ProjectState._find_reload_model = with_relatives
