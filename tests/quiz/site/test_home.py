import pytest
from django.utils import timezone

from exercises.models import Draft, Exercise, ExerciseVersion
from quiz.bank.models import Question
from quiz.board.points import record
from quiz.home import first_exercise, last_written, topic_map
from quiz.people.days import today
from quiz.progress.models import ActiveDay
from quiz.review.models import Card


def make_exercise(slug, **fields):
    exercise = Exercise.objects.create(slug=slug, title=slug, topic="activations", difficulty="easy", **fields)
    exercise.version = ExerciseVersion.objects.create(exercise=exercise, content_hash="", files={})
    exercise.save()
    return exercise


def make_question(slug, topic="foundations", state="published", exercises=()):
    question = Question.objects.create(slug=slug, title=slug, topic=topic, state=state, exercises=list(exercises))
    question.add_item({"kind": "free", "prompt": "?", "answer": "!", "points": ["one", "two", "three"]})
    return question


@pytest.mark.django_db
def test_the_empty_site_has_a_home_page(client):
    assert "Interview answers that you can run" in client.get("/").content.decode()


def test_who_is_logged_in_is_welcomed_with_their_points(learner, learner_client):
    record(learner, "item", "a", 1234)
    page = learner_client.get("/").content.decode()
    assert "Welcome back, lea" in page
    assert '<strong class="num">1,234</strong> points' in page


def test_topics_count_their_published_questions_and_exercises(stranger):
    make_exercise("softmax")
    make_exercise("relu", published=False)
    make_question("a", exercises=["softmax", "relu", "gone"])
    make_question("b", exercises=["softmax"])
    make_question("c", state="draft")
    (topic,) = topic_map(stranger)
    assert (topic.slug, topic.questions, topic.exercises, topic.parts, topic.right) == ("foundations", 2, 1, 2, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("solved", "offered"),
    [(set(), "softmax"), ({"softmax"}, "artificial-neuron"), ({"softmax", "artificial-neuron"}, "abs")],
)
def test_the_famous_exercises_come_first(solved, offered):
    for slug in ("abs", "artificial-neuron", "softmax"):
        make_exercise(slug)
    assert first_exercise(solved).slug == offered


@pytest.mark.django_db
def test_who_has_solved_everything_is_offered_nothing():
    make_exercise("softmax")
    assert first_exercise({"softmax"}) is None


def test_one_goes_on_where_one_wrote_last(learner):
    for slug in ("softmax", "relu"):
        Draft.objects.create(user=learner, exercise=make_exercise(slug), framework="numpy", source="x")
    assert last_written(learner, set()).slug == "relu"
    assert last_written(learner, {"relu"}).slug == "softmax"
    assert last_written(learner, {"relu", "softmax"}) is None


def test_nobody_goes_on_with_what_others_wrote(learner, stranger):
    Draft.objects.create(user=stranger, exercise=make_exercise("softmax"), framework="numpy", source="x")
    assert last_written(learner, set()) is None


def test_the_number_of_queries_does_not_grow_with_the_content(learner_client, django_assert_max_num_queries):
    for number in range(20):
        make_question(f"q{number}", topic="training")
        make_exercise(f"e{number}")
    with django_assert_max_num_queries(20):
        learner_client.get("/")


def test_who_comes_back_sees_what_is_due_and_the_streak(learner, learner_client):
    question = make_question("q", topic="training")
    ActiveDay.objects.create(user=learner, day=today(learner), answers=1)
    Card.objects.create(user=learner, key="question-1", kind="question", question=question, due=timezone.now())
    html = learner_client.get("/").content.decode()
    assert '<strong class="num">1</strong> due' in html
    assert '<strong class="num">1</strong>-day streak' in html
