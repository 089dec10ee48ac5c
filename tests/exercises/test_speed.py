"""A solution's speed is written into its report, and the fastest of each person are listed."""

import pytest

from exercises import speed, tasks
from exercises.models import Exercise, Submission
from quiz.people.models import User


def accepted(exercise: Exercise, user: User, ratio: float | None = None, **more: object) -> Submission:
    figure = {"ratio": ratio, "low": ratio * 0.98, "high": ratio * 1.02, "rounds": 20} if ratio else None
    values = {"framework": "numpy", "verdict": "accepted", "report": {"verdict": "accepted", "speed": figure}, **more}
    return Submission.objects.create(user=user, exercise=exercise, version=exercise.version, source="x = 1", **values)


def told(submission: Submission, **more: object) -> dict[str, object]:
    figure = {"ratio": 1.5, "low": 1.4, "high": 1.6, "rounds": 20}
    return {"job": str(submission.pk), "attempt": submission.attempt, "speed": figure, **more}


def test_it_is_written_into_the_report(exercise, alice):
    submission = accepted(exercise, alice)
    tasks.record_speed(told(submission))
    submission.refresh_from_db()
    assert submission.report == {"verdict": "accepted", "speed": told(submission)["speed"]}


@pytest.mark.parametrize("stale", [{"attempt": "another"}, {"job": "999999"}])
def test_a_figure_for_another_attempt_is_not_written(exercise, alice, stale):
    submission = accepted(exercise, alice)
    tasks.record_speed(told(submission, **stale))
    submission.refresh_from_db()
    assert submission.report["speed"] is None


def test_only_an_accepted_submission_has_a_speed(exercise, alice):
    submission = accepted(exercise, alice, verdict="wrong_answer")
    assert not speed.keep(submission.pk, submission.attempt, told(submission)["speed"])


def test_it_is_asked_for_only_where_it_counts(exercise, alice):
    assert accepted(exercise, alice).job()["speed"] == tasks.record_speed.name
    assert accepted(exercise, alice, purpose="run").job()["speed"] == ""


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
