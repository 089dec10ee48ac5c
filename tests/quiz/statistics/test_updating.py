"""Answers are read once, in the order in which they were given, and become figures and findings."""

import pytest
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from quiz.bank.answers import record_answer
from quiz.bank.models import Answer, Item
from quiz.people.models import User
from quiz.statistics import updating
from quiz.statistics.models import ItemStatistics, ReadUpTo
from quiz.statistics.updating import update_statistics

pytestmark = pytest.mark.django_db
WARM_UP = {"kind": "numeric", "prompt": "1 + 1?", "answer": 2}
ASKED = {
    "kind": "single",
    "prompt": "Which?",
    "options": [
        {"text": "key", "correct": True},
        {"text": "popular", "why": "No."},
        {"text": "unused", "why": "No."},
    ],
}
PEOPLE = 60


@pytest.fixture
def items(make_question):
    question = make_question(items=[*([WARM_UP | {"prompt": f"{n} + 1?"} for n in range(5)]), ASKED])
    return list(question.live_items())


@pytest.fixture
def people(db):
    return User.objects.bulk_create(User(username=f"person-{number}") for number in range(PEOPLE))


def answer(user, item, response, outcome, seconds=20.0, **fields):
    score = float(outcome == "right")
    return Answer(user=user, item=item, seed=0, response=response, outcome=outcome, score=score, seconds=seconds,
                  **fields)  # fmt: skip


def answer_all(people, items, right_by):
    """Everybody answers the five others first, as well as their number says, then the one that is looked at."""
    *others, asked = items
    rows = []
    for number, person in enumerate(people):
        known = number % 6
        rows += [answer(person, item, {"value": 2}, "right" if n < known else "wrong") for n, item in enumerate(others)]
        chosen = right_by(number, known)
        rows.append(answer(person, asked, {"chosen": [chosen]}, "right" if chosen == 0 else "wrong"))
    Answer.objects.bulk_create(rows)


def update(**options):
    return update_statistics(until=timezone.now(), **options)


def test_a_good_item_has_nothing_suspicious_but_its_unused_option(people, items):
    answer_all(people, items, lambda number, known: 0 if known >= 3 else 1)
    assert update() == 6 * PEOPLE
    row = ItemStatistics.objects.get(item=items[-1])
    assert (row.attempts, row.people, row.success) == (PEOPLE, PEOPLE, 0.5)
    assert row.discrimination > 0.8
    assert row.median_seconds == pytest.approx(20, rel=0.25)
    assert row.picks == {"0": 30, "1": 30}
    assert row.findings == ["“unused” is hardly ever chosen: it distracts nobody."]


def test_a_wrong_key_is_found(people, items):
    answer_all(people, items, lambda number, known: 1 if known >= 2 else 0)
    update()
    row = ItemStatistics.objects.get(item=items[-1])
    assert row.suspicious
    assert row.discrimination < 0
    assert any("do worse here" in sentence for sentence in row.findings)
    assert any("“popular” is chosen more often than the right option" in sentence for sentence in row.findings)


@pytest.mark.parametrize(("seconds", "word"), [(1.2, "faster than it can be read"), (600, "more than")])
def test_odd_times_are_found(people, items, seconds, word):
    asked = items[-1]
    Answer.objects.bulk_create(
        answer(person, asked, {"chosen": [n % 3]}, "right" if n % 3 == 0 else "wrong", seconds)
        for n, person in enumerate(people)
    )
    update()
    assert any(word in sentence for sentence in ItemStatistics.objects.get(item=asked).findings)


def test_few_answers_are_not_judged(people, items):
    answer_all(people[:20], items, lambda number, known: 1)
    update()
    assert not ItemStatistics.objects.filter(suspicious=True).exists()


def test_answers_are_read_once_and_in_parts_as_at_once(people, items, monkeypatch):
    answer_all(people, items, lambda number, known: 0 if known >= 3 else 1)
    update()
    whole = list(ItemStatistics.objects.order_by("pk").values_list("pk", "attempts", "success", "discrimination"))
    assert update() == 0
    ReadUpTo.objects.all().delete()
    ItemStatistics.objects.all().delete()
    monkeypatch.setattr(updating, "AT_ONCE", 50)
    while update(most=50):
        pass
    parts = list(ItemStatistics.objects.order_by("pk").values_list("pk", "attempts", "success", "discrimination"))
    assert [row[:3] for row in parts] == [row[:3] for row in whole]
    assert [row[3] for row in parts] == pytest.approx([row[3] for row in whole])


def test_another_answer_of_the_same_person_counts_as_an_attempt_only(learner, items):
    asked = items[-1]
    first = record_answer(learner, asked, 1, {"chosen": [1]}, 12.5)
    second = record_answer(learner, asked, 2, {"chosen": [0]})
    assert (first.again, second.again) == (False, True)
    assert first.seconds == 12.5
    update()
    row = ItemStatistics.objects.get(item=asked)
    assert (row.attempts, row.people, row.success) == (2, 1, 0.0)


def test_a_new_version_of_an_item_is_no_first_answer_for_who_knew_the_old_one(learner, items):
    record_answer(learner, items[-1], 1, {"chosen": [1]})
    changed = items[-1].change(ASKED | {"prompt": "Which one?"})
    assert record_answer(learner, changed, 1, {"chosen": [1]}).again


def test_answers_of_the_last_minute_wait(learner, items):
    record_answer(learner, items[-1], 1, {"chosen": [1]})
    assert update_statistics() == 0


def test_only_one_of_two_updates_counts(people, items, monkeypatch):
    answer_all(people, items, lambda number, known: 0)
    read = updating.People.load

    def meanwhile(self, who, mark):
        ReadUpTo.objects.update(answer=F("answer") + 1)
        read(self, who, mark)

    monkeypatch.setattr(updating.People, "load", meanwhile)
    assert update() == 0
    assert not ItemStatistics.objects.exists()


def test_the_command_computes_everything_anew(people, items, capsys):
    answer_all(people, items, lambda number, known: 0)
    Answer.objects.update(created=timezone.now() - updating.SETTLED * 2)
    call_command("update_statistics")
    ItemStatistics.objects.update(attempts=7)
    call_command("update_statistics", "--anew")
    assert "360 answers read, 6 items have figures." in capsys.readouterr().out
    assert not ItemStatistics.objects.filter(attempts=7).exists()


def test_a_figure_of_an_item_that_was_retired_stays(people, items):
    answer_all(people, items, lambda number, known: 0)
    update()
    items[-1].retire()
    assert ItemStatistics.objects.filter(item__in=Item.objects.filter(live=False)).count() == 1
