from datetime import date

import pytest

from tests.kit.turns import turns_figures  # noqa: F401
from unionhall.figures.scope import Scope


@pytest.fixture
def year(turns_figures, union):  # noqa: F811
    """2023 of the union in scope."""
    return Scope(union, date(2023, 1, 1), date(2023, 12, 31))
