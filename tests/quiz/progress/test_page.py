from datetime import timedelta

import pytest
from django.utils import timezone

from exercises.models import Exercise, ExerciseVersion, Submission
from exercises.signals import judged
from quiz.bank.answers import record_answer
from quiz.bank.items import UNKNOWN
from quiz.board.points import record
from quiz.people.days import today
from quiz.progress.models import ActiveDay
from quiz.review.models import Card

PAGE = "/progress/"


def topic(client, slug="regularisation"):
    return next(each for each in client.get(PAGE).context["topics"] if each.slug == slug)


def answer_right(user, question, number=0):
    item = question.live_items()[number]
    return record_answer(user, item, 1, {"chosen": sorted(item.content.correct)})


@pytest.fixture
def exercise(db):
    made = Exercise.objects.create(
        slug="dropout", title="Dropout", topic="regularisation", difficulty="easy", frameworks=["numpy"]
    )
    made.version = ExerciseVersion.objects.create(exercise=made, content_hash="0" * 64, files={})
    made.save()
    return made


def test_visitors_are_told_how_progress_begins(client, db):
    assert "Nothing here yet" in client.get(PAGE).content.decode()


def test_a_person_without_answers_has_a_page_of_zeros(learner_client, make_question):
    make_question()
    shown = topic(learner_client)
    assert (shown.percent, shown.word, shown.unseen) == (0, "new", 1)


def test_mastery_is_what_was_done_right_and_is_still_remembered(learner, learner_client, make_question):
    question = make_question()  # four items
    make_question("another")
    answer_right(learner, question)
    assert topic(learner_client).mastery == pytest.approx(1 / 4 / 2)
    answer_right(learner, question, 1)
    assert topic(learner_client).mastery == pytest.approx(2 / 4 / 2)


def test_mastery_falls_with_time(learner, learner_client, make_question):
    answer_right(learner, make_question())
    fresh = topic(learner_client).mastery
    Card.objects.update(last_day=today(learner) - timedelta(days=30))
    assert 0 < topic(learner_client).mastery < fresh


def test_a_miss_is_no_mastery(learner, learner_client, make_question):
    record_answer(learner, make_question().live_items().first(), 1, UNKNOWN)
    shown = topic(learner_client)
    assert (shown.percent, shown.word, shown.seen) == (0, "begun", 1)


def test_exercises_count_once_they_are_solved(learner, learner_client, make_question, exercise):
    make_question()
    record(learner, "exercise", "dropout/numpy", 10)
    shown = topic(learner_client)
    assert (shown.solved, shown.mastery) == (1, 0.5)


def test_the_weakest_begun_topic_comes_first_with_what_to_do(learner, learner_client, make_question):
    answer_right(learner, make_question("strong", topic="attention"))
    record_answer(learner, make_question("weak").live_items().first(), 1, UNKNOWN)
    make_question("unseen", topic="training")
    response = learner_client.get(PAGE)
    assert [each.slug for each in response.context["weakest"]] == ["regularisation", "attention", "training"]
    assert "Review 1 due" in response.content.decode()


def test_the_page_explains_how_mastery_is_computed(learner_client, make_question):
    make_question()
    assert "How mastery is computed" in learner_client.get(PAGE).content.decode()


def test_the_calendar_shows_the_year_up_to_today(learner, learner_client):
    now = today(learner)
    ActiveDay.objects.create(user=learner, day=now, answers=3, submissions=2)
    ActiveDay.objects.create(user=learner, day=now - timedelta(days=400), answers=9)
    calendar = learner_client.get(PAGE).context["calendar"]
    assert (calendar.active, calendar.total) == (1, 5)
    assert calendar.squares[-1].day == now
    assert calendar.squares[-1].level == 2
    assert calendar.squares[0].day.weekday() == 0
    assert 52 * 7 < len(calendar.squares) <= 53 * 7


def test_submissions_mark_the_day_on_which_they_were_handed_in(learner, exercise):
    submission = Submission.objects.create(
        user=learner,
        exercise=exercise,
        version=exercise.version,
        framework="numpy",
        source="",
        verdict="wrong_answer",
        created=timezone.now() - timedelta(days=2),
    )
    for _ in range(2):  # it is graded again later
        judged.send(Submission, user=learner, submission=submission)
    day = ActiveDay.objects.get()
    assert (day.day, day.submissions) == (today(learner) - timedelta(days=2), 1)


def test_queries_are_bounded(learner, learner_client, make_question, django_assert_max_num_queries):
    for number in range(15):
        question = make_question(f"question-{number}")
        record_answer(learner, question.live_items().first(), 1, UNKNOWN)
    with django_assert_max_num_queries(20):
        learner_client.get(PAGE)
