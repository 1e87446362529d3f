"""A branch's own contest with one item, which the member entered, came to, was placed in and got a prize for."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.models import User
from unionhall.activities.exchange import EntryImporter, ResultImporter
from unionhall.activities.flow import EntryState, State
from unionhall.activities.kinds import Audience, Kind, Level, Sector
from unionhall.activities.models import (
    Activity,
    Attendance,
    Entry,
    ExternalTeam,
    Item,
    Partner,
    Prize,
    PrizeIssue,
    Result,
    Series,
    Team,
)
from unionhall.activities.models.external import ExternalMember, Placing
from unionhall.files import services as files

DAY = date(2023, 5, 1)


def furnish(house: House, persona: Persona) -> list:
    person = house.people[persona]
    series = Series.objects.create(name=f"{persona}系列", kind=Kind.CONTEST)
    activity = Activity.objects.create(
        number=f"HD-{persona}",
        title=f"{persona}的比赛",
        series=series,
        edition=1,
        kind=Kind.CONTEST,
        state=State.OPEN,
        unit=person.unit.branch,
        audience=Audience.BRANCH,
        venue="体育馆",
        held_from=DAY,
        held_to=DAY,
    )
    upload = SimpleUploadedFile("方案.txt", "活动方案".encode())
    plan = files.attach(activity, upload, by=house.users[persona])
    return [
        series,
        activity,
        plan,
        *_inside(activity, person),
        *_outside(person, persona),
        *_lists_coming_in(activity, house.users[Persona.CLERK]),
    ]


def _inside(activity: Activity, person: models.Model) -> list:
    item = Item.objects.create(activity=activity, name="跳绳", taken=1)
    entry = Entry.objects.create(item=item, person=person, state=EntryState.SIGNED_UP)
    prize = Prize.objects.create(activity=activity, name="水杯", stock=3)
    tug = Item.objects.create(activity=activity, name="拔河", is_team=True, team_most=8, taken=1)
    return [
        item,
        entry,
        prize,
        ("item:team", tug),
        Team.objects.create(item=tug, name="一队", captain=person),
        Partner.objects.create(activity=activity, name="协办单位", sector=Sector.choices[0][0]),
        Attendance.objects.create(activity=activity, person=person, code="135790"),
        Result.objects.create(item=item, entry=entry, mark=Decimal(180), rank=1),
        PrizeIssue.objects.create(activity=activity, prize=prize, person=person, item=item, quantity=1),
    ]


def _lists_coming_in(activity: Activity, clerk: User) -> list[tuple[str, models.Model]]:
    return [
        previewed(EntryImporter(activity), "activities.import_entries", clerk, activity.pk),
        previewed(ResultImporter(activity), "activities.import_results", clerk, activity.pk),
    ]


def _outside(person: models.Model, persona: Persona) -> list[models.Model]:
    team = ExternalTeam.objects.create(
        number=f"WC-{persona}",
        event="合唱",
        kind=Kind.CONTEST,
        organiser="市总工会",
        level=Level.SYSTEM,
        represents="本院",
        held_on=DAY,
    )
    return [
        team,
        ExternalMember.objects.create(team=team, person=person),
        Placing.objects.create(team=team, item="合唱", rank=1),
    ]
