import pytest

from exercises.models import Exercise
from exercises.signals import first_accepted
from quiz.board.models import Award, Score
from quiz.board.points import EXERCISE_POINTS, record


def score(person):
    return Score.objects.get(user=person).points


def test_points_are_given_and_added_up(learner):
    assert record(learner, "item", "a", 2)
    assert record(learner, "item", "b", 3)
    assert score(learner) == 5


def test_the_same_thing_counts_once(learner):
    record(learner, "item", "a", 2)
    assert not record(learner, "item", "a", 2)
    assert score(learner) == 2


def test_the_same_key_of_another_kind_counts_too(learner):
    record(learner, "item", "softmax", 2)
    assert record(learner, "exercise", "softmax", 10)


def test_two_people_have_points_for_the_same_thing(learner, stranger):
    record(learner, "item", "a", 2)
    assert record(stranger, "item", "a", 2)


@pytest.mark.parametrize("difficulty", ["easy", "medium", "hard"])
def test_the_first_acceptance_gives_points_by_difficulty(learner, difficulty):
    exercise = Exercise.objects.create(slug="softmax", title="Softmax", topic="activations", difficulty=difficulty)
    first_accepted.send(None, user=learner, exercise=exercise, framework="numpy", submission=None)
    assert score(learner) == EXERCISE_POINTS[difficulty]


def test_each_framework_counts(learner):
    exercise = Exercise.objects.create(slug="softmax", title="Softmax", topic="activations", difficulty="easy")
    for framework in ("numpy", "torch", "numpy"):
        first_accepted.send(None, user=learner, exercise=exercise, framework=framework, submission=None)
    assert sorted(Award.objects.values_list("key", flat=True)) == ["softmax/numpy", "softmax/torch"]


def test_awards_can_only_be_read_in_the_admin(learner, teacher_client):
    record(learner, "item", "a", 2)
    award = Award.objects.get()
    assert teacher_client.get("/admin/board/award/").status_code == 200
    assert teacher_client.get("/admin/board/award/add/").status_code == 403
    assert teacher_client.post(f"/admin/board/award/{award.pk}/delete/", {"post": "yes"}).status_code == 403
