"""The voter's phone, the tellers' table, the result on paper."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.ballots.conftest import both_count, fresh, options, say
from tests.kit.world import Persona
from unionhall.ballots import services
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import NamedVote, Paper, Poll, Turnout
from unionhall.notices.models import Notice
from unionhall.pages import nav


def phone(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def once(page) -> str:
    return re.search(r'name="once" value="([^"]+)"', page.content.decode())[1]


def marked(poll, *labels) -> dict:
    return {question.hex: [option.hex for option in chosen] for question, chosen in say(poll, *labels).items()}


def test_what_waits_leads_to_the_paper_and_one_tap_casts_it(motion, voters):
    client = phone(voters[0])
    waits = [item.url for item in nav.waiting_for(voters[0])]
    assert waits == [reverse("my.votes.show", args=[motion.pk])]
    page = client.get(waits[0])
    answer = client.post(waits[0], marked(motion, "赞成") | {"once": once(page)}, follow=True)
    assert "您已投票：赞成。" in answer.content.decode()
    assert not nav.waiting_for(voters[0])


def test_a_lost_answer_a_double_tap_and_a_reload_are_one_vote(motion, voters):
    client, address = phone(voters[0]), reverse("my.votes.show", args=[motion.pk])
    sent = marked(motion, "赞成") | {"once": once(client.get(address))}
    assert [client.post(address, sent).status_code for _again in range(3)] == [302] * 3
    assert NamedVote.objects.count() == 1


def test_the_second_phone_gets_a_sentence(motion, voters):
    address, pages = reverse("my.votes.show", args=[motion.pk]), [phone(voters[0]) for _phone in range(2)]
    keys = [once(client.get(address)) for client in pages]
    answers = [
        client.post(address, marked(motion, "赞成") | {"once": key}) for client, key in zip(pages, keys, strict=True)
    ]
    assert [answer.status_code for answer in answers] == [302, 409]
    assert "一人只投一次" in answers[1].content.decode()


def test_an_empty_paper_comes_back_with_the_reason_and_what_was_filled_in(appraisal, voters):
    client, address = phone(voters[0]), reverse("my.votes.show", args=[appraisal.pk])
    assert client.post(address, {"once": "a"}).status_code == 409
    question = appraisal.questions.first()
    both = [option.pk.hex for option in question.options.all()]
    answer = client.post(address, {question.pk.hex: both, "once": "a"})
    assert "至多选1项" in answer.content.decode()
    assert answer.content.decode().count(" checked") == 3
    assert client.post(address, {question.pk.hex: "no key"}).status_code == 409


def test_the_secret_paper_says_what_protects_and_whom_to_trust(appraisal, voters):
    page = phone(voters[0]).get(reverse("my.votes.show", args=[appraisal.pk])).content.decode()
    assert "分开保存，不记时间、先后和地址" in page
    assert "您仍要信任管理服务器的人" in page


def test_no_count_is_seen_before_closing_not_even_at_the_desk(world, motion, voters, clerk):
    for voter in voters[:6]:
        services.cast(motion, by=voter, choices=say(motion, "赞成"))
    page = world.client(Persona.CLERK).get(reverse("ballots.detail", args=[motion.pk])).content.decode()
    assert "已收到 6 份，应有 9 份。截止前不显示结果。" in page
    assert "占有效票" not in page
    assert phone(voters[0]).get(reverse("ballots.sheet", args=[motion.pk])).status_code == 404
    services.close(motion, by=clerk)
    assert "占有效票" in phone(voters[0]).get(reverse("my.votes.show", args=[motion.pk])).content.decode()


def test_who_is_not_on_the_roll_does_not_know_of_the_poll(world, motion):
    for view in ("my.votes.show", "my.votes.count", "ballots.detail", "ballots.sheet"):
        assert world.client(Persona.MEMBER).get(reverse(view, args=[motion.pk])).status_code == 404


def test_a_voter_does_not_know_of_a_poll_that_is_not_open_yet(make_poll, voters):
    poll = make_poll(way=Way.NAMED, opened=False)
    assert phone(voters[0]).get(reverse("my.votes.show", args=[poll.pk])).status_code == 404


def test_a_result_not_published_is_the_offices_alone(world, make_poll, voters, clerk):
    poll = make_poll(way=Way.NAMED, shows_result=False)
    services.close(poll, by=clerk)
    assert "这次投票已经结束" in phone(voters[0]).get(reverse("my.votes.show", args=[poll.pk])).content.decode()
    assert phone(voters[0]).get(reverse("ballots.sheet", args=[poll.pk])).status_code == 404
    assert world.client(Persona.CLERK).get(reverse("ballots.sheet", args=[poll.pk])).status_code == 200


def test_tellers_enter_counts_alone_and_see_each_others_only_when_they_differ(on_paper, tellers, clerk):
    address = reverse("my.votes.count", args=[on_paper.pk])
    numbers = {option.pk.hex: 0 for option in options(on_paper).values()}
    yes, no = (options(on_paper)[label].pk.hex for label in ("赞成", "反对"))
    first, second = (phone(teller) for teller in tellers)
    assert [item.url for item in nav.waiting_for(tellers[0])] == [address]
    papers = {"issued": 9, "collected": 9, "valid": 9}
    assert first.post(address, papers | numbers | {yes: 9}).status_code == 302
    assert "<h3>" not in second.get(address).content.decode()
    assert second.post(address, papers | numbers | {yes: 8, no: 1}).status_code == 302
    assert "两份计数不一致" in first.get(address).content.decode()
    assert "两名监票人的计数不一致" in phone(clerk).get(reverse("ballots.detail", args=[on_paper.pk])).content.decode()
    assert second.post(address, papers | numbers | {yes: 9}).status_code == 422
    assert second.post(address, papers | numbers | {yes: 9, "reason": "看错一张"}).status_code == 302
    assert "计数一致" in first.get(address).content.decode()


def test_numbers_that_cannot_be_come_back_with_the_reason(on_paper, tellers):
    address, numbers = reverse("my.votes.count", args=[on_paper.pk]), {o.pk.hex: 9 for o in options(on_paper).values()}
    assert phone(tellers[0]).post(address, {"issued": 9}).status_code == 422
    answer = phone(tellers[0]).post(address, numbers | {"issued": 9, "collected": 9, "valid": 9})
    assert (answer.status_code, on_paper.counts.count()) == (409, 0)
    assert "有效票所能有" in answer.content.decode()


def test_the_sheet_has_every_number_the_rule_and_places_to_sign(make_election, tellers, clerk, world):
    poll = make_election(2, "丁一", "王伟", "方丽")
    both_count(poll, tellers, (9, 9, 8), 丁一=8, 王伟=5, 方丽=1)
    services.close(poll, by=clerk)
    services.declare(poll, by=clerk)
    sheet = world.client(Persona.CLERK).get(reverse("ballots.sheet", args=[poll.pk])).content.decode()
    assert (sheet.count(">当选<"), sheet.count(">未当选<")) == (2, 1)
    assert "超过全体应到人员的1/2" in sheet
    assert sheet.count("（签名）") == 2
    assert "100.0%" in sheet


def test_the_office_holds_an_appraisal_of_all_accounts_from_its_pages(world, clerk, voters):
    desk, asked = world.client(Persona.CLERK), {"title": "会员评家", "roll": "accounts", "shows_result": "on"}
    filled = {"appraised": "工会委员会\n工会主席", "scale": "satisfaction", "way": "anonymous", "asks_words": "on"}
    assert desk.post(reverse("ballots.appraise"), asked | filled).status_code == 302
    poll = Poll.objects.get()
    desk.post(reverse("ballots.open", args=[poll.pk]))
    assert Notice.objects.filter(key="ballots.opened", user=voters[0]).exists()
    words = poll.questions.get(is_text=True).pk.hex
    for number, voter in enumerate(voters):
        grades = ("不满意" if number == 0 else "满意" if number < 7 else "基本满意", "满意")
        sent = marked(poll, *grades) | {words: f"建议{number}", "once": str(number)}
        assert phone(voter).post(reverse("my.votes.show", args=[poll.pk]), sent).status_code == 302
    assert desk.post(reverse("ballots.close", args=[poll.pk])).status_code == 302
    page = desk.get(reverse("ballots.detail", args=[poll.pk])).content.decode()
    assert "满意率（满意与基本满意合计÷有效票）88.9%，其中满意66.7%（HOME-08）。" in page
    assert "建议3" in page
    assert "建议3" not in phone(voters[0]).get(reverse("my.votes.show", args=[poll.pk])).content.decode()


def test_too_many_who_call_somebody_unfit_are_pointed_out(world, clerk, voters):
    poll = services.appraise(
        by=clerk, title="评议主席", text="", way=Way.ANONYMOUS, scale="fitness", appraised=["工会主席"], roll="accounts",
        asks_words=False, shows_result=True,
    )  # fmt: skip
    services.open(poll, by=clerk)
    for number, voter in enumerate(voters):
        services.cast(poll, by=voter, choices=say(poll, "不称职" if number < 3 else "称职"))
    services.close(poll, by=clerk)
    page = world.client(Persona.CLERK).get(reverse("ballots.detail", args=[poll.pk])).content.decode()
    assert "不称职率33.3%，超过提示线" in page


def test_a_questionnaire_is_written_line_by_line(world):
    desk = world.client(Persona.CLERK)
    asked = {
        "title": "需求问卷",
        "roll": "accounts",
        "questions": "最需要的活动（至多选2项）|运动会|讲座|读书会\n\n您的建议",
    }
    assert desk.post(reverse("ballots.ask"), asked).status_code == 302
    poll = Poll.objects.get(kind=Kind.QUESTIONNAIRE)
    assert [(one.text, one.most, one.is_text) for one in poll.questions.all()] == [
        ("最需要的活动（至多选2项）", 2, False),
        ("您的建议", 1, True),
    ]


def test_the_roll_of_members_leaves_out_who_is_none(world, clerk):
    desk = world.client(Persona.CLERK)
    asked = {
        "title": "会员评家",
        "roll": "people.members",
        "appraised": "工会委员会",
        "scale": "satisfaction",
        "way": "paper",
    }
    assert desk.post(reverse("ballots.appraise"), asked).status_code == 302
    roll = set(Poll.objects.get().roll.values_list("user", flat=True))
    assert world.user(Persona.MEMBER).pk in roll
    assert world.user(Persona.UPPER_VIEWER).pk not in roll


@pytest.mark.parametrize("line", ["|甲|乙", "题|甲", "题|甲|甲", "题（至多选3项）|甲|乙", "题" * 201])
def test_a_line_that_is_no_question_is_named(world, line):
    answer = world.client(Persona.CLERK).post(
        reverse("ballots.ask"), {"title": "问卷", "roll": "accounts", "questions": f"您的建议\n{line}"}
    )
    assert (answer.status_code, Poll.objects.count()) == (422, 0)
    assert "第2行" in answer.content.decode()


def test_reading_a_poll_changes_nothing(appraisal, voters):
    phone(voters[0]).get(reverse("my.votes.show", args=[appraisal.pk]))
    assert (Turnout.objects.count(), Paper.objects.count(), fresh(appraisal).state) == (0, 0, "open")


def test_a_vote_costs_few_queries_whatever_the_hall(motion, voters, django_assert_num_queries):
    address, sent = reverse("my.votes.show", args=[motion.pk]), marked(motion, "赞成")
    phones = [phone(voter) for voter in voters[:3]]
    phones[0].post(address, sent)  # it asks what the poll asks, for all who vote
    for client in phones[1:]:
        with django_assert_num_queries(8):  # session, account, line on the roll; savepoint, state, vote, event, release
            assert client.post(address, sent).status_code == 302
    assert NamedVote.objects.count() == 3
