"""New tables come with their indexes and constraints, which is what keeps a new database quick to make."""

from django.apps import apps
from django.db import connection, models
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel, RunSQL

from unionhall.accounts.management.gathered import gathered

CREATED = [CreateModel("Visit", [("day", models.DateField())]), CreateModel("Gift", [("fen", models.IntegerField())])]
FIELD = AddField("visit", "gift", models.ForeignKey("Gift", models.CASCADE))
INDEX = AddIndex("visit", models.Index(fields=["day"], name="visit_day"))
POSITIVE = AddConstraint("gift", models.CheckConstraint(condition=models.Q(fen__gt=0), name="gift_positive"))


def test_indexes_and_constraints_follow_the_last_field_of_their_own_table():
    visit, gift = CREATED
    assert gathered([visit, gift, FIELD, INDEX, POSITIVE]) == [visit, gift, POSITIVE, FIELD, INDEX]


def test_what_belongs_to_no_new_table_comes_last():
    statement = RunSQL("SELECT 1")
    assert gathered([POSITIVE, statement]) == [statement, POSITIVE]


def test_every_table_has_the_columns_and_constraints_its_model_names(db):
    """However the tables came about: Django's own way of bringing them forward is shortened (accounts.management.drawing)."""
    strange = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if not apps.get_app_config(model._meta.app_label).name.startswith("unionhall."):
                continue
            table = model._meta.db_table
            there = {column.name for column in connection.introspection.get_table_description(cursor, table)}
            if there != {field.column for field in model._meta.local_concrete_fields}:
                strange.append(table)
            named = {rule.name for rule in (*model._meta.constraints, *model._meta.indexes)}
            strange += sorted(named - connection.introspection.get_constraints(cursor, table).keys())
    assert strange == []
