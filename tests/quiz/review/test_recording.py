import pytest

from exercises.models import Help, Submission
from exercises.signals import judged
from quiz.bank.answers import record_answer
from quiz.bank.items import UNKNOWN
from quiz.review.memory import Rating
from quiz.review.models import Card, Review

MISTAKE = {"slug": "axis_0", "sentence": "It divides by the sum of each column."}


def ratings(user, kind):
    return list(Review.objects.filter(user=user, card__kind=kind).order_by("at", "pk").values_list("rating", flat=True))


@pytest.mark.parametrize(
    ("failed", "hints", "gave_up", "rating"),
    [
        (0, 0, False, Rating.EASY),
        (1, 0, False, Rating.GOOD),
        (0, 1, False, Rating.GOOD),
        (5, 0, False, Rating.HARD),
        (0, 3, False, Rating.HARD),
        (0, 0, True, Rating.AGAIN),
    ],
    ids=["at once", "second try", "a hint", "many tries", "all hints", "gave up"],
)
def test_a_solution_is_rated_by_tries_and_hints(submit, learner, exercise, clock, failed, hints, gave_up, rating):
    Help.objects.create(user=learner, exercise=exercise, hints=hints, gave_up=gave_up)
    for _ in range(failed):
        submit("wrong_answer")
        clock.turn(minutes=1)
    submit("accepted")
    assert ratings(learner, "exercise") == [rating]


def test_our_own_failures_are_no_tries(submit, learner, clock):
    submit("internal_error")
    clock.turn(minutes=1)
    submit("accepted")
    assert ratings(learner, "exercise") == [Rating.EASY]


def test_solving_it_once_more_on_the_same_day_is_no_review(submit, learner):
    submit("accepted")
    submit("accepted")
    assert len(ratings(learner, "exercise")) == 1


def test_solving_it_when_it_is_due_is_one(submit, learner, clock):
    submit("accepted")
    clock.turn(days=30)
    submit("accepted")
    assert ratings(learner, "exercise") == [Rating.EASY, Rating.EASY]


def test_hints_of_long_ago_do_not_count_again(submit, learner, exercise, clock):
    Help.objects.create(user=learner, exercise=exercise, hints=3)
    clock.turn(hours=1)
    submit("accepted")
    clock.turn(days=60)
    submit("accepted")
    assert ratings(learner, "exercise") == [Rating.HARD, Rating.EASY]


def test_a_second_verdict_on_the_same_submission_counts_once(submit, learner):
    submission = submit("accepted")
    judged.send(Submission, user=learner, submission=submission)
    assert len(ratings(learner, "exercise")) == 1


def test_a_failure_brings_the_exercise_tomorrow(submit, learner, clock):
    submit("wrong_answer")
    card = Card.objects.get()
    assert (card.kind, card.times) == ("exercise", 0)
    assert card.due.isoformat() == "2026-03-03T00:00:00+00:00"


@pytest.mark.parametrize("verdict", ["internal_error", "invalid", "forbidden"])
def test_what_says_nothing_about_the_person_makes_no_card(submit, verdict):
    submit(verdict, diagnosis=MISTAKE)
    assert not Card.objects.exists()


def test_a_diagnosis_queues_the_mistake_and_the_question_behind_it(submit, learner, make_question, clock):
    question = make_question("softmax-axis", exercises=["softmax"])
    make_question("many", exercises=["softmax", "dropout"])
    submit("wrong_answer", diagnosis=MISTAKE)
    cards = {card.kind: card for card in Card.objects.all()}
    assert cards["mistake"].sentence == MISTAKE["sentence"]
    assert cards["question"].question == question
    assert cards["question"].due == clock.now
    assert set(cards) == {"exercise", "mistake", "question"}


def test_a_diagnosis_pulls_a_known_question_forward(submit, card_of, clock):
    card = card_of(exercises=["softmax"])
    submit("wrong_answer", diagnosis=MISTAKE)
    card.refresh_from_db()
    assert card.due == clock.now


def test_the_same_mistake_twice_is_one_card(submit, learner):
    submit("wrong_answer", diagnosis=MISTAKE)
    submit("wrong_answer", diagnosis=MISTAKE)
    assert Card.objects.filter(kind="mistake").count() == 1


def test_a_failure_without_a_diagnosis_queues_no_question(submit, make_question):
    make_question(exercises=["softmax"])
    submit("wrong_answer")
    assert not Card.objects.filter(kind="question").exists()


def test_a_mistake_without_a_name_queues_the_question_alone(submit, make_question):
    make_question(exercises=["softmax"])
    submit("wrong_answer", diagnosis={"slug": "", "sentence": "Too large by a factor of 2."})
    assert sorted(Card.objects.values_list("kind", flat=True)) == ["exercise", "question"]


def test_finding_the_bug_reviews_the_question_and_the_mistake(submit, learner, make_question, clock):
    bug = {
        "kind": "bug",
        "attempt": "softmax/wrong_answer-numpy-axis_0",
        "fixed": "softmax/accepted-numpy-shifted",
        "made": {"code": "x = 1\ny = 2", "places": [2], "sentence": MISTAKE["sentence"]},
    }
    question = make_question("softmax-axis", items=[bug])
    submit("wrong_answer", diagnosis=MISTAKE)
    clock.turn(days=1)
    record_answer(learner, question.live_items().get(), 5, {"line": 2})
    assert ratings(learner, "mistake") == [Rating.GOOD]
    assert ratings(learner, "question") == [Rating.GOOD]
    Review.objects.filter(card__kind="mistake").first().take_back()
    assert not Review.objects.exists()


def test_what_is_rated_by_oneself_keeps_that_rating(make_question, learner):
    question = make_question()
    free = question.live_items().get(kind="free")
    for rating in range(4):
        record_answer(learner, free, rating, {"text": "", "rating": rating, "points": []})
    assert ratings(learner, "question") == [1, 2, 3, 4]


def test_partly_right_is_hard_or_again(make_question, learner):
    item = make_question().live_items().get(kind="multiple")
    record_answer(learner, item, 1, {"chosen": [0]})
    record_answer(learner, item, 2, {"chosen": [0, 1, 2]})
    scores = [answer.score for answer in learner.answers.order_by("pk")]
    expected = [Rating.HARD if score > 0.5 else Rating.AGAIN for score in scores]
    assert ratings(learner, "question") == expected


def test_a_quick_answer_is_easy_only_when_it_is_not_the_first(make_question, answer, learner):
    item = make_question().live_items().first()
    answer(learner, item, 1, seconds=2)
    answer(learner, item, 2, seconds=2)
    assert ratings(learner, "question") == [Rating.GOOD, Rating.EASY]


def test_the_mistake_is_shown_as_code_to_find_it_in(submit, learner_client, clock, exercise):
    submit("wrong_answer", diagnosis=MISTAKE)
    clock.turn(days=1)
    html = learner_client.get("/review/").content.decode()
    assert "What is wrong with this code?" in html
    assert MISTAKE["sentence"] in html
    assert "axis" in html


def test_a_mistake_whose_code_is_gone_is_asked_in_words(submit, learner_client, clock):
    submit("wrong_answer", diagnosis={"slug": "no_longer_there", "sentence": "It adds twice."})
    clock.turn(days=1)
    assert "Which mistake did you make here" in learner_client.get("/review/").content.decode()


def test_a_mistake_is_rated_by_oneself_once(submit, learner, learner_client, clock):
    submit("wrong_answer", diagnosis=MISTAKE)
    clock.turn(days=1)
    screen = learner_client.get("/review/").context["screen"]
    assert screen.card.kind == "mistake"
    for _ in range(2):
        learner_client.post(screen.rate_address, {"rating": "3"})
    assert ratings(learner, "mistake") == [Rating.GOOD]


def test_an_exercise_that_is_due_leads_to_the_workbench(submit, learner_client, clock):
    submit("accepted")
    clock.turn(days=30)
    html = learner_client.get("/review/").content.decode()
    assert 'href="/exercises/softmax/"' in html
    assert "Write it again" in html


def test_a_missed_question_offers_its_easiest_exercise(make_question, learner, learner_client, exercise, clock):
    question = make_question(exercises=["softmax"])
    record_answer(learner, question.live_items().first(), 1, UNKNOWN)
    made = Review.objects.get()
    html = learner_client.get(f"/review/?done={made.pk}").content.decode()
    assert "Write it, and it stays" in html
    assert "/exercises/softmax/" in html
