"""The result sheet as Word and PDF, and the rolls the office may ask."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from tests.ballots.conftest import both_count, say
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.ballots import printing, rolls, services
from unionhall.files import word


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def elected(make_election, tellers, clerk):
    poll = make_election(1, "丁一", "王伟", takes_others=True)
    both_count(poll, tellers, (9, 9, 8), {"赵敏": 1}, 丁一=6, 王伟=1)
    services.close(poll, by=clerk)
    return services.declare(poll, by=clerk)


def test_the_sheet_has_every_number_and_the_rule_in_word_and_pdf(elected, clerk):
    client, poll = signed_in(clerk), elected.poll
    document = client.post(reverse("ballots.sheet_file", args=[poll.pk, "word"]))
    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        text = archive.read("word/document.xml").decode()
    for words in (
        poll.number,
        "纸质选票",
        poll.rule_text,
        "丁一",
        "赵敏（另选）",
        "75.0%",
        "当选",
        "监票人",
        ">9<",
        ">8<",
    ):
        assert words in text, words
    sheet = client.post(reverse("ballots.sheet_file", args=[poll.pk, "pdf"]))
    assert sheet.content.startswith(b"%PDF-")
    assert Event.objects.filter(kind="export", subject_type="ballots.sheet").count() == 2
    assert client.post(reverse("ballots.sheet_file", args=[poll.pk, "xml"])).status_code == 404
    assert printing.verdict(elected) == "有效"


def test_a_voter_may_have_the_sheet_where_the_result_is_published_and_nobody_else(motion, voters, clerk, world):
    services.cast(motion, by=voters[0], choices=say(motion, "赞成"))
    services.close(motion, by=clerk)
    address = reverse("ballots.sheet_file", args=[motion.pk, "word"])
    assert signed_in(voters[0]).post(address).status_code == 200
    assert signed_in(world.user(Persona.MEMBER)).post(address).status_code == 404


def test_a_union_may_put_its_own_form_in_the_place_of_the_products():
    word.check(printing.SHEET, printing.SHEET.template.read_bytes())


def test_the_office_may_ask_a_branch_or_a_committee(world):
    offered = {str(label): dict(group) for label, group in rolls.choices() if isinstance(group, list)}
    branch = next(key for key, label in offered["分工会会员"].items() if label == "内科分工会")
    asked = {voter.user for voter in rolls.voters(branch)}
    assert asked == {world.user(one) for one in (Persona.MEMBER, Persona.GROUP_LEADER, Persona.BRANCH_CHAIR)}
    committee = next(
        key for key, label in offered["委员会成员"].items() if "chair" in str(label) and "branch" not in str(label)
    )
    assert [voter.user for voter in rolls.voters(committee)] == [world.user(Persona.CHAIR)]
    with pytest.raises(KeyError):
        rolls.voters("people.branch:none")
