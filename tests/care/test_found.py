"""What one looks for is found: from the phone's menu, in a list, on a page; and what stands there says what it is."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.care.visits_world import adopt, pair, spring
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.forms.people import PeopleWithWords
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Candidate, Cover, CoverClaim
from unionhall.care.services import covers, drives, promises, rest, visits
from unionhall.care.services.visits import Call
from unionhall.flows import Blocked, Refusal
from unionhall.pages import nav

DAY = date(2023, 3, 6)


def test_drives_postings_and_checks_have_an_entry_among_all_one_can_start(client, member):
    client.force_login(member)
    page = client.get(reverse("web.matters")).content.decode()
    for name in ("my.care.drives", "my.care.notices", "my.care.checks", "my.care.covers.list"):
        assert f'href="{reverse(name)}"' in page
    ranks = [entry.rank for entry in nav.offers(member)]
    assert ranks == sorted(ranks)  # they push nothing off the home page


def test_the_list_of_shares_says_of_which_issue_each_is(client, clerk, world):
    adopt(clerk)
    issue, _package = spring(clerk)
    client.force_login(clerk)
    listing = client.get(reverse("care.shares.list"))
    first = listing.context["list"].lines[0]
    assert first.cells[0].column.name == "issue.title"
    assert first.cells[0].value == issue.title


def test_a_promise_says_what_is_to_be_kept_for_whom_and_by_whom_and_the_look_is_logged(client, clerk, world):
    adopt(clerk)
    person = world.home.people[Persona.MEMBER]
    visit = visits.record(Call(person, Occasion.OTHER, DAY), by=clerk, visitors=pair(world))
    made = promises.promise(visit, by=clerk, text="协调床位", due_on=date(2023, 3, 20))
    client.force_login(clerk)
    page = client.get(reverse("care.promises.detail", args=[made.pk])).content.decode()
    went = [visitor.name for visitor in pair(world)]
    assert [word for word in ("协调床位", person.name, *went) if word not in page] == []
    assert Event.objects.filter(kind="read", subject_id=made.pk, concerns=person.pk).count() == 1


def test_a_member_finds_the_own_cover_and_asks_of_it_on_the_phone(client, clerk, world):
    member, other = world.user(Persona.MEMBER), world.user(Persona.OTHER_BRANCH)
    covers.enrol(by=clerk, people=[member.person], plan="hospital", began_on=date(2023, 1, 1), ends_on=date(2023, 12, 31),
                 premium=Decimal(0))  # fmt: skip
    cover = Cover.objects.get()
    client.force_login(member)
    typed = {"happened_on": "2023-03-01", "for_whom": "self", "asked": "800", "text": "住院五天"}
    assert "2023年12月31日" in client.get(reverse("my.care.covers.list")).content.decode()
    assert client.post(reverse("my.care.covers.claim", args=[cover.pk]), typed).status_code == 302
    page = client.get(reverse("my.care.covers.detail", args=[cover.pk])).content.decode()
    assert ("800.00" in page, "已受理" in page, "住院五天" in page) == (True, True, False)
    client.force_login(other)
    assert client.post(reverse("my.care.covers.claim", args=[cover.pk]), typed).status_code == 404
    assert CoverClaim.objects.count() == 1


def test_a_new_union_is_told_to_set_what_must_be_visited_first(client, clerk, world):
    first = reverse("care.sets.adopt")
    assert first in [one.url for one in nav.missing_for(clerk)]
    client.force_login(clerk)
    assert reverse("care.sets.list") in client.get(reverse("care.tasks.list")).content.decode()
    adopt(clerk)
    assert first not in [one.url for one in nav.missing_for(clerk)]


def test_a_condition_that_is_not_set_is_no_unknown(client, clerk):
    client.force_login(clerk)
    page = client.get(reverse("care.tasks.list")).content.decode()
    assert "未知" not in page


def test_a_drive_that_names_an_illness_to_all_is_refused(clerk):
    facts = {"title": "爱心互助募捐", "cause": "困难", "opens_on": DAY, "closes_on": DAY, "remainder": "fund"}
    for bad in ({"title": "肺癌同事募捐"}, {"cause": "同事确诊尿毒症"}):
        with pytest.raises(Blocked, match=r"写出了病情.*求助情况.*个人信息保护法第二十五条"):
            drives.draft(by=clerk, **facts | bad)
    for fine in ("一位同事手术治疗，自付费用巨大", "家庭遭遇重大疾病"):
        drives.draft(by=clerk, **facts | {"cause": fine})
    drive = drives.draft(by=clerk, circumstances="肺癌，自付部分较大", **facts)
    with pytest.raises(Blocked, match="写出了病情"):
        drives.amend(drive, by=clerk, **facts | {"cause": "同事确诊尿毒症"})


def test_a_branch_chair_recommends_the_own_branch_each_with_words_of_their_own(client, clerk, world):
    batch = rest.draft(by=clerk, title="第一批", place="滨海疗养院", begins_on=date(2023, 6, 5), ends_on=date(2023, 6, 9),
                       places=2, criteria="一线夜班")  # fmt: skip
    chair, people = world.user(Persona.BRANCH_CHAIR), world.home.people
    client.force_login(chair)
    address = reverse("care.rest.recommend", args=[batch.pk])
    assert client.get(address).status_code == 404  # a draft is the office's
    rest.open_batch(batch, by=clerk)
    own, leader = people[Persona.MEMBER], people[Persona.GROUP_LEADER]
    typed = f"{own.staff_no} 长期夜班\n{leader.staff_no}：先进工作者"
    assert client.post(address, {"merits": typed}).status_code == 302
    assert dict(Candidate.objects.values_list("person__name", "merit")) == {
        own.name: "长期夜班",
        leader.name: "先进工作者",
    }
    assert client.post(address, {"merits": f"{own.staff_no}"}).status_code == 422
    with pytest.raises(Refusal, match="不是本分会的有"):
        rest.recommend(batch, by=chair, merits=[(people[Persona.OTHER_BRANCH], "先进")])
    assert client.get(reverse("care.rest.choose", args=[batch.pk])).status_code == 403


def test_of_a_long_list_nobody_is_left_out_in_silence():
    with pytest.raises(ValidationError, match="一次至多录入3000人"):
        PeopleWithWords(most=20).clean("\n".join(f"{number:05} 长期夜班" for number in range(3001)))
