"""A findable noun of the tests' own: search knows no module."""

import pytest
from django.db import connection, models

from unionhall.accounts import roles
from unionhall.accounts.models import User
from unionhall.accounts.roles import Grant, Role, in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.search import registry


class FoundQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if in_office(user) else self.filter(is_open=True)


class Found(TenantModel):
    name = models.CharField(max_length=60)
    number = models.CharField(max_length=30, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    is_open = models.BooleanField(default=True)

    objects = tenant_manager(FoundQuerySet)

    class Meta:
        app_label = "search_tests"


@pytest.fixture(scope="session")
def found_table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.create_model(Found)
        editor.deferred_sql.clear()  # no foreign key to the union: other tests empty that table


@pytest.fixture
def found(found_table, union):
    """The noun, registered for one test."""
    registry.index(
        Found,
        kind="记录",
        title=lambda obj: obj.name,
        names=lambda obj: [obj.name],
        keywords=lambda obj: [obj.number],
        secrets=lambda obj: [obj.phone],
        url=lambda obj, user: f"/found/{obj.pk}/",
    )
    yield Found
    registry.forget(Found)


@pytest.fixture
def member(union):
    return User.objects.create_user(union, "1001", "许安")


@pytest.fixture
def clerk(union):
    clerk = User.objects.create_user(union, "1002", "李宁")
    clerk._grants = dict.fromkeys(roles._sources, frozenset({Grant(Role.CLERK)}))
    return clerk
