"""Whose solutions are timed, and the list of each person's fastest."""

from exercises import speed
from exercises.models import Exercise, Submission
from quiz.people.models import User


def accepted(exercise: Exercise, user: User, ratio: float | None = None, **more: object) -> Submission:
    figure = {"ratio": ratio, "low": ratio * 0.98, "high": ratio * 1.02, "rounds": 20} if ratio else None
    values = {"framework": "numpy", "verdict": "accepted", "report": {"verdict": "accepted", "speed": figure}, **more}
    return Submission.objects.create(user=user, exercise=exercise, version=exercise.version, source="x = 1", **values)


def test_it_is_asked_for_only_where_it_counts(exercise, alice):
    assert accepted(exercise, alice).job()["timed"]
    assert not accepted(exercise, alice, purpose="run").job()["timed"]


def test_each_persons_fastest_is_listed(exercise, alice, bob, django_assert_num_queries):
    accepted(exercise, alice, 3.0)
    best = accepted(exercise, alice, 0.9)
    other = accepted(exercise, bob, 10.5)
    accepted(exercise, bob, 0.1, framework="torch")
    accepted(exercise, bob, 0.1, purpose="run")
    accepted(exercise, bob)
    with django_assert_num_queries(1):
        listed = speed.figures(exercise, "numpy")
    assert [(found.user_id, found.submission_id, found.ratio) for found in listed] == [
        (alice.pk, best.pk, 0.9),
        (bob.pk, other.pk, 10.5),
    ]
    assert listed[0].low < 0.9 < listed[0].high
