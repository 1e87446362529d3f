"""Who may see what: between unions, between branches, between members."""

import pytest
from django.urls import reverse

from tests.activities.conftest import DAY
from tests.kit.world import Persona
from unionhall.accounts.tenancy import ForeignUnion, in_union
from unionhall.activities import services
from unionhall.activities.kinds import Audience, Kind, Level
from unionhall.activities.models import (
    Activity,
    Attendance,
    Entry,
    ExternalMember,
    ExternalTeam,
    Item,
    Organiser,
    PrizeIssue,
)
from unionhall.people.models import Person


@pytest.fixture
def filled(meet, rope, clerk, world, people, on_the_day):
    """The member of branch A and one of branch B in the meet, come, each with a keepsake."""
    two = [world.home.people[Persona.MEMBER], world.home.people[Persona.OTHER_BRANCH]]
    services.enter_list(rope, by=clerk, people=two)
    services.check_in_sheet(meet, by=clerk, people=two)
    badge = services.stock_prize(meet, by=clerk, name="徽章", stock=2, is_keepsake=True)
    for person in two:
        services.issue_prize(meet, by=clerk, prize=badge, person=person, quantity=1)
    return meet


SEES_BOTH = {Persona.CLERK, Persona.CHAIR}
SEES_ONE = {Persona.MEMBER, Persona.OTHER_BRANCH, Persona.BRANCH_CHAIR, Persona.GROUP_LEADER}


def test_persons_are_seen_by_the_office_their_branch_and_themselves(filled, world):
    personas = [persona for persona in Persona if world.user(persona) and persona != Persona.OTHER_UNION]
    for model in (Entry, Attendance, PrizeIssue):
        seen = {persona: model.objects.visible_to(world.user(persona)).count() for persona in personas}
        assert seen == {p: 2 if p in SEES_BOTH else 1 if p in SEES_ONE else 0 for p in personas}


def test_an_organiser_sees_everybody_in_that_activity_only(filled, world, clerk, make_activity):
    services.name_organiser(filled, by=clerk, person=world.home.people[Persona.DELEGATE])
    other = make_activity(title="别的活动").items.get()
    services.enter_list(other, by=clerk, people=[world.home.people[Persona.MEMBER]])
    assert Entry.objects.visible_to(world.user(Persona.DELEGATE)).count() == 2


@pytest.mark.parametrize(
    ("persona", "sees"),
    [
        (Persona.CLERK, True),
        (Persona.MEMBER, True),
        (Persona.BRANCH_CHAIR, True),
        (Persona.OTHER_BRANCH, False),
        (Persona.AUDITOR, True),
        (Persona.ADMINISTRATOR, False),
        (Persona.UPPER_VIEWER, False),
    ],
)
def test_a_branch_activity_is_for_the_branch(make_activity, world, persona, sees):
    activity = make_activity(audience=Audience.BRANCH, unit=world.home.units["branch"])
    assert Activity.objects.visible_to(world.user(persona)).filter(pk=activity.pk).exists() == sees
    address = reverse("my.activities.show", args=[activity.pk])
    assert (world.client(persona).get(address).status_code == 200) == sees


def test_a_draft_is_known_to_who_works_on_it_alone(make_activity, world):
    draft = make_activity(published=False)
    seen = {
        p
        for p in (Persona.CLERK, Persona.AUDITOR, Persona.MEMBER, Persona.BRANCH_CHAIR)
        if Activity.objects.visible_to(world.user(p)).filter(pk=draft.pk).exists()
    }
    assert seen == {Persona.CLERK, Persona.AUDITOR}


def test_the_union_next_door_finds_nothing(filled, rope, world):
    stranger = world.client(Persona.OTHER_UNION)
    ticket = Attendance.objects.filter(activity=filled).first()
    addresses = [
        reverse(name, args=[filled.pk])
        for name in (
            "activities.detail",
            "activities.amend",
            "activities.check_in",
            "activities.file",
            "activities.import_entries",
            "my.activities.show",
            "my.activities.ticket",
            "my.activities.results",
        )
    ]
    addresses += [reverse("activities.results", args=[rope.pk]), reverse("activities.rows", args=[filled.pk, "came"])]
    assert {stranger.get(address).status_code for address in addresses} == {404}
    assert stranger.post(reverse("my.activities.sign_up", args=[rope.pk])).status_code == 404
    with in_union(world.next_door.union):
        assert not Attendance.objects.filter(pk=ticket.pk).exists()


def test_nobody_of_another_union_can_be_put_into_an_activity(meet, rope, world):
    with in_union(world.next_door.union):
        outsider = Person.objects.first()
    with pytest.raises(ForeignUnion):
        Organiser.objects.create(activity=meet, person=outsider)


@pytest.mark.parametrize("persona", [Persona.MEMBER, Persona.AUDITOR, Persona.OTHER_BRANCH])
def test_the_door_and_the_marks_are_for_who_runs_the_activity(filled, rope, world, clerk, persona):
    client = world.client(persona)
    addresses = [reverse("activities.check_in", args=[filled.pk]), reverse("activities.results", args=[rope.pk])]
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    services.name_organiser(filled, by=clerk, person=world.home.people[persona])
    assert [client.get(address).status_code for address in addresses] == [200, 200]


def test_nobody_opens_the_ticket_or_leaves_the_item_of_somebody_else(filled, world):
    other = world.client(Persona.DELEGATE)
    assert other.get(reverse("my.activities.ticket", args=[filled.pk])).status_code == 404
    entry = Entry.objects.get(person=world.home.people[Persona.MEMBER])
    assert other.post(reverse("my.activities.withdraw", args=[entry.pk])).status_code == 404
    issue = PrizeIssue.objects.get(person=world.home.people[Persona.MEMBER])
    assert other.post(reverse("my.activities.sign_prize", args=[issue.pk])).status_code == 404


def test_the_list_of_an_outing_shows_no_name_to_a_committee(clerk, world):
    team = services.register_external_team(
        by=clerk,
        members=[world.home.people[Persona.MEMBER]],
        event="青年联谊会",
        kind=Kind.FRIENDSHIP,
        organiser="工业园",
        level=Level.DISTRICT,
        represents="本院",
        held_on=DAY,
    )
    name = world.home.people[Persona.MEMBER].name
    address = reverse("activities.outside.detail", args=[team.pk])
    assert name in world.client(Persona.CLERK).get(address).content.decode()
    assert name not in world.client(Persona.AUDITOR).get(address).content.decode()
    assert ExternalTeam.objects.visible_to(world.user(Persona.MEMBER)).count() == 1
    assert ExternalMember.objects.visible_to(world.user(Persona.OTHER_BRANCH)).count() == 0


def test_lists_show_a_branch_chair_the_own_branch_only(filled, world):
    shown = (
        world.client(Persona.BRANCH_CHAIR).get(reverse("activities.rows", args=[filled.pk, "entries"])).content.decode()
    )
    assert world.home.people[Persona.MEMBER].name in shown
    assert world.home.people[Persona.OTHER_BRANCH].name not in shown
    assert Item.objects.count() == 1
