"""What every request asks about its user, put into SQL once and not anew each time."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, models

from unionhall.accounts.tenancy import current_union
from unionhall.kernel import clock

if TYPE_CHECKING:
    from unionhall.accounts.models import User

SOMEBODY = UUID(int=1)  # no user's key: marks where the key of whoever is asked about goes


class Question:
    """A question about one user, in the union in scope and as of today: `rows(user's key, day)` says what to select.

    Django takes several times as long to write a small query as the database to answer it. So the SQL is kept for the
    union and the day asked last, and only the user's key differs from one request to the next.
    """

    def __init__(self, rows: Callable[[UUID, date], models.QuerySet]) -> None:
        self._rows = rows
        self._kept: tuple[Any, str, tuple[Any, ...]] = (None, "", ())

    def about(self, user: "User") -> list[tuple[Any, ...]]:
        """The rows as the database holds them: keys are for `to_python` of their field."""
        sql, values = self._written(clock.today())
        marked, asked = (user._meta.pk.get_db_prep_value(key, connection) for key in (SOMEBODY, user.pk))
        with connection.cursor() as cursor:
            cursor.execute(sql, [asked if value == marked else value for value in values])
            return cursor.fetchall()

    def _written(self, day: date) -> tuple[str, tuple[Any, ...]]:
        """SQL and values; kept as one tuple, so that threads never mix those of two unions."""
        occasion = (current_union().pk, day, connection.vendor)
        kept = self._kept
        if kept[0] != occasion:
            kept = self._kept = (occasion, *self._rows(SOMEBODY, day).query.sql_with_params())
        return kept[1:]
