"""The promise of the secret way: after closing nothing in the database tells who answered what. And its twins."""

import random
from collections import Counter

import pytest
from django.db import connection

from tests.ballots import attack
from tests.ballots.conftest import fresh, say
from unionhall.ballots import selectors, services
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import Paper, Poll, ResultLine, Turnout
from unionhall.ballots.plain import Ask, Choice

VOTERS, POLLS = 6, 40
LABELS = [f"第{number}项" for number in range(VOTERS)]


@pytest.fixture
def six(make_users):
    return make_users(VOTERS)


@pytest.fixture
def answered(make_poll, six):
    """A poll in which each of six chose another option, in a random order: the poll, and who chose which."""

    def make(chance: random.Random) -> tuple[Poll, dict[str, str]]:
        ask = Ask("您最需要哪一项", [Choice(label) for label in LABELS])
        poll = make_poll(kind=Kind.QUESTIONNAIRE, way=Way.ANONYMOUS, title="问卷", asks=[ask], users=six)
        truth = dict(zip((user.name for user in six), chance.sample(LABELS, VOTERS), strict=True))
        for voter in chance.sample(six, VOTERS):
            services.cast(poll, by=voter, choices=say(poll, truth[voter.name]), tap=str(chance.random()))
        return poll, truth

    return make


def identifiers(poll: Poll) -> tuple[dict[str, str], dict[str, str]]:
    """What stands for a voter of the poll in any row, and what for an answer."""
    voters = {attack.plain(entry.pk): entry.label for entry in poll.roll.all()}
    answers = {attack.plain(option.pk): option.label for option in poll.questions.get().options.all()}
    return voters, answers


def found_out(poll: Poll, truth: dict[str, str]) -> Counter:
    """How many each attack finds out."""
    guesses = attack.attacks(attack.dump(), *identifiers(poll))
    return Counter({name: attack.recovered(guess, truth) for name, guess in guesses})


def test_no_join_of_what_is_visible_after_closing_beats_chance(answered, clerk):
    chance, total = random.Random(7), Counter()
    for _poll in range(POLLS):
        poll, truth = answered(chance)
        services.close(poll, by=clerk)
        total += found_out(poll, truth)
    assert any("ballots_turnout" in name and "ballots_paper" in name for name in total)
    # By chance each attack finds one voter a poll; twice that over forty polls is six deviations away.
    assert max(total.values()) < 2 * POLLS, total.most_common(3)


def test_while_it_is_open_the_order_of_rows_tells_everybody(answered):
    """The twin: before closing forgets the order, whoever has the database itself can read it. The page says so."""
    poll, truth = answered(random.Random(7))
    assert max(found_out(poll, truth).values()) == VOTERS


def test_a_naive_schema_tells_everybody(answered, clerk):
    """The twin: who came and what was answered in two tables, each with its time, however random the keys."""
    chance = random.Random(7)
    poll, truth = answered(chance)
    services.close(poll, by=clerk)
    voters, answers = ({label: key for key, label in known.items()} for known in identifiers(poll))
    rows = [(voters[voter], answers[truth[voter]], f"09:{minute:02}") for minute, voter in enumerate(truth)]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE naive_turnout (voter text, cast_at text)")
        cursor.execute("CREATE TABLE naive_paper (answer text, cast_at text)")
        for voter, _answer, at in chance.sample(rows, VOTERS):
            cursor.execute("INSERT INTO naive_turnout VALUES (%s, %s)", [voter, at])
        for _voter, answer, at in chance.sample(rows, VOTERS):
            cursor.execute("INSERT INTO naive_paper VALUES (%s, %s)", [answer, at])
    assert found_out(poll, truth)["naive_turnout.cast_at × naive_paper.cast_at"] == VOTERS


def test_neither_table_has_a_column_for_a_time_or_an_address():
    shared = {field.name for field in Turnout._meta.fields} & {field.name for field in Paper._meta.fields}
    assert shared == {"id", "union", "poll"}
    kinds = {field.get_internal_type() for model in (Turnout, Paper) for field in model._meta.fields}
    assert not kinds & {"DateTimeField", "DateField", "GenericIPAddressField", "AutoField"}


def test_closing_gives_every_row_a_new_random_key_and_forgets_the_taps(answered, clerk):
    poll, _truth = answered(random.Random(7))
    before = set(poll.papers.values_list("pk", flat=True)) | set(poll.turnouts.values_list("pk", flat=True))
    services.close(poll, by=clerk)
    after = set(poll.papers.values_list("pk", flat=True)) | set(poll.turnouts.values_list("pk", flat=True))
    assert not before & after
    assert {key.version for key in after} == {4}
    assert set(poll.turnouts.values_list("tap", flat=True)) == {""}


@pytest.mark.parametrize(("answers", "withheld"), [(4, True), (5, False)])
def test_four_answers_are_never_counted_out_and_five_are(appraisal, voters, clerk, answers, withheld):
    for voter in voters[:answers]:
        services.cast(appraisal, by=voter, choices=say(appraisal, "满意", "不满意"))
    services.close(appraisal, by=clerk)
    assert fresh(appraisal).result.is_withheld is withheld
    assert ResultLine.objects.exists() is not withheld


def test_a_question_that_fewer_than_five_answered_stays_silent(appraisal, voters, clerk):
    for number, voter in enumerate(voters):
        services.cast(appraisal, by=voter, choices=say(appraisal, *["满意", "不满意"][: 2 if number < 4 else 1]))
    services.close(appraisal, by=clerk)
    assert {line.option.question.text for line in ResultLine.objects.all()} == {"工会委员会"}


def test_the_result_is_what_the_papers_say_and_can_be_worked_out_again(appraisal, voters, clerk):
    for number, voter in enumerate(voters):
        services.cast(appraisal, by=voter, choices=say(appraisal, "满意" if number % 3 else "不满意", "基本满意"))
    services.close(appraisal, by=clerk)
    stored = {line.option_id: line.votes for line in ResultLine.objects.all()}
    assert stored == selectors.reckon(fresh(appraisal)).votes
    assert sorted(stored.values()) == [0, 0, 0, 3, 6, 9]
