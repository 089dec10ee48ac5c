"""Which item comes next: what was missed and what is new by turns, weak topics sooner, harder when it goes well."""

import random
import uuid

import pytest

from quiz.bank.models import Answer
from quiz.practice.choosing import Asked, Candidate, choose
from quiz.practice.drawing import next_step, start_session
from quiz.practice.evidence import Evidence, evidence_of
from quiz.practice.models import variant
from quiz.practice.wish import Mode, Wish


def candidate(question, topic="training", difficulty="medium", generator=None):
    return Candidate(question, uuid.uuid4(), "single", question, f"q{question}", topic, difficulty, None, generator)


def chosen(pool, asked=None, evidence=None, seed=0):
    return choose(pool, Asked() if asked is None else asked, evidence or Evidence(), random.Random(seed))


def test_what_was_missed_and_what_is_new_come_by_turns():
    pool = [candidate(number) for number in range(6)]
    evidence = Evidence(right={pool[0].key, pool[1].key}, missed={pool[2].key, pool[3].key})
    asked, order = Asked(), []
    while (one := choose(pool, asked, evidence, random.Random(1))) is not None:
        asked.add(one)
        order.append(one.question)
    kinds = ["right" if q < 2 else "missed" if q < 4 else "new" for q in order]
    assert kinds == ["missed", "new", "missed", "new", "right", "right"]


def test_weak_topics_come_more_often_but_not_alone():
    pool = [candidate(number, "training" if number % 2 else "attention") for number in range(40)]
    evidence = Evidence()
    evidence.answered.update(training=8, attention=8)
    evidence.misses.update(training=8, attention=1)
    asked, topics = Asked(), []
    for _ in range(10):
        one = chosen(pool, asked, evidence)
        asked.add(one)
        topics.append(one.topic)
    assert 6 <= topics.count("training") <= 9


@pytest.mark.parametrize(
    ("went", "level"),
    [
        ([], 1),
        ([True], 1),
        ([True, True], 2),
        ([False], 0),
        ([True, False, True], 0),
        ([False, True, True], 1),
        ([True] * 9, 2),
        ([False] * 9, 0),
    ],
)
def test_the_difficulty_follows_how_it_goes(went, level):
    asked = Asked(went=went)
    assert asked.level == level
    pool = [candidate(number, difficulty=name) for number, name in enumerate(("easy", "medium", "hard"))]
    assert chosen(pool, asked).level == level


def test_no_generator_comes_twice():
    pool = [candidate(1, generator="softmax_value"), candidate(2, generator="softmax_value")]
    asked = Asked()
    asked.add(chosen(pool, asked))
    assert chosen(pool, asked) is None


@pytest.mark.django_db
def test_the_last_answer_to_an_item_is_the_evidence(learner, make_question):
    items = list(make_question().live_items())
    given = [(items[0], "wrong", {}), (items[0], "right", {}), (items[1], "right", {}), (items[1], "partly", {})]
    given += [(items[3], "rated", {"rating": 1})]
    for number, (item, outcome, response) in enumerate(given):
        Answer.objects.create(user=learner, item=item, seed=number, response=response, outcome=outcome)
    evidence = evidence_of(learner)
    assert evidence.right == {items[0].key}
    assert evidence.missed == {items[1].key, items[3].key}
    assert evidence.need("regularisation") == 3 / 5
    assert evidence.need("attention") == 1 / 2


@pytest.mark.django_db
def test_a_miss_in_the_session_makes_the_next_one_easier(learner_client, learner, make_question, answer):
    for difficulty in ("easy", "medium", "hard"):
        for number in range(3):
            make_question(f"{difficulty}-{number}", difficulty=difficulty)
    session = start_session(learner, Wish(kinds=("single",)))
    difficulties = []
    for _ in range(3):
        entry = next_step(session)
        difficulties.append(entry.asked.question.difficulty)
        answer(learner_client, entry, unknown="1")
    assert difficulties == ["medium", "easy", "easy"]


@pytest.mark.django_db
def test_an_item_edited_within_the_session_does_not_come_again(learner_client, learner, make_question, answer):
    question = make_question(items=[{"kind": "numeric", "prompt": "p", "answer": 1}])
    session = start_session(learner, Wish())
    entry = next_step(session)
    answer(learner_client, entry, number="1")
    question.live_items().get().change({"kind": "numeric", "prompt": "q", "answer": 2})
    assert next_step(session) is None


@pytest.mark.django_db
def test_the_seed_of_a_session_makes_its_variants(learner, make_question):
    make_question(items=[{"kind": "numeric", "generator": "dropout_variance"}])
    entries = []
    for _ in range(8):
        session = start_session(learner, Wish(mode=Mode.EXAM))
        entry = session.entries.select_related("item").get()
        assert entry.seed == variant(session.seed, entry.asked.key)
        entries.append(entry)
        session.delete()
    assert len({entry.asked.content.question(entry.seed) for entry in entries}) > 1
