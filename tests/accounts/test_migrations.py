"""New tables come with their indexes and constraints, which is what keeps a new database quick to make."""

from django.db import models
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
