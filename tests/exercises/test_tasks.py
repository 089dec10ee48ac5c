"""What happens to a row, whatever happens to its messages."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from exercises import tasks
from exercises.grading import GraderStatus
from exercises.models import Exercise, Purpose, Submission
from exercises.signals import first_accepted
from quiz.people.models import User


@pytest.fixture
def waiting(exercise: Exercise, alice: User) -> Submission:
    return make(exercise, alice)


@pytest.fixture
def accepted() -> list[dict[str, Any]]:
    """What the signal for first acceptances has told."""
    told: list[dict[str, Any]] = []

    def listen(**kwargs: Any) -> None:
        told.append(kwargs)

    first_accepted.connect(listen)
    yield told  # type: ignore[misc]
    first_accepted.disconnect(listen)


def make(exercise: Exercise, user: User, **more: Any) -> Submission:
    values = {"version": exercise.version, "framework": "numpy", "source": "x = 1", **more}
    return Submission.objects.create(user=user, exercise=exercise, **values)


def report(submission: Submission, verdict: str = "accepted", **more: Any) -> dict[str, Any]:
    return {"job": str(submission.pk), "attempt": submission.attempt, "verdict": verdict, "seed": 5, **more}


def verdict_of(submission: Submission) -> str:
    submission.refresh_from_db()
    return submission.verdict


def test_a_report_is_written_down_once(waiting: Submission) -> None:
    tasks.record(report(waiting, "wrong_answer"))
    tasks.record(report(waiting, "accepted"))

    assert verdict_of(waiting) == "wrong_answer"
    assert waiting.seed == 5
    assert waiting.finished is not None


def test_a_report_on_an_earlier_attempt_is_left_out(waiting: Submission) -> None:
    old = report(waiting)
    tasks.record(report(waiting, "wrong_answer"))
    tasks.grade_again(waiting)
    tasks.record(old)

    assert verdict_of(waiting) == ""


def test_a_report_on_a_row_that_is_gone_does_nothing(waiting: Submission) -> None:
    late = report(waiting)
    waiting.delete()
    tasks.record(late)

    assert not Submission.objects.exists()


def test_only_the_first_acceptance_is_told(waiting: Submission, accepted: list[Any], alice: User) -> None:
    second = make(waiting.exercise, alice)
    tasks.record(report(waiting))
    tasks.record(report(second))

    assert [each["submission"] for each in accepted] == [waiting]


def test_each_framework_has_its_own_first_acceptance(waiting: Submission, accepted: list[Any], alice: User) -> None:
    tasks.record(report(waiting))
    tasks.record(report(make(waiting.exercise, alice, framework="torch")))

    assert [each["framework"] for each in accepted] == ["numpy", "torch"]


def test_a_run_is_no_acceptance(exercise: Exercise, alice: User, accepted: list[Any]) -> None:
    tasks.record(report(make(exercise, alice, purpose=Purpose.RUN)))

    assert accepted == []


def test_our_failure_is_tried_again_before_it_is_shown(waiting: Submission) -> None:
    tasks.record(report(waiting, "internal_error"))
    assert verdict_of(waiting) == ""

    Submission.objects.update(tries=tasks.MAX_TRIES)
    tasks.record(report(waiting, "internal_error"))
    assert verdict_of(waiting) == "internal_error"


def test_without_a_broker_a_row_waits_and_no_try_is_counted(waiting: Submission, settings: Any) -> None:
    assert tasks.publish(waiting) is False

    waiting.refresh_from_db()
    assert (waiting.tries, waiting.sent, waiting.verdict) == (0, None, "")


def test_grading_again_forgets_the_verdict(waiting: Submission) -> None:
    tasks.record(report(waiting))
    attempt = waiting.attempt
    waiting.refresh_from_db()
    tasks.grade_again(waiting)

    waiting.refresh_from_db()
    assert (waiting.verdict, waiting.report, waiting.tries) == ("", None, 0)
    assert waiting.attempt != attempt


def test_the_reaper_deletes_old_runs_and_nothing_else(exercise: Exercise, alice: User) -> None:
    long_ago = timezone.now() - timedelta(hours=2)
    make(exercise, alice, purpose=Purpose.RUN, verdict="accepted", created=long_ago)
    kept = [
        make(exercise, alice, purpose=Purpose.RUN, verdict="accepted"),
        make(exercise, alice, verdict="accepted", created=long_ago),
    ]
    tasks.reap()

    assert set(Submission.objects.all()) == set(kept)


def test_the_reaper_gives_up_on_what_failed_too_often(waiting: Submission) -> None:
    long_ago = timezone.now() - timedelta(minutes=10)
    Submission.objects.update(tries=tasks.MAX_TRIES, created=long_ago, sent=long_ago)
    tasks.reap()

    assert verdict_of(waiting) == "internal_error"
    assert waiting.report is not None
    assert "our fault" in waiting.report["message"]


@pytest.mark.parametrize(
    ("messages", "grading", "minutes", "sent"),
    [
        pytest.param(0, True, 1, True, id="the broker has lost it"),
        pytest.param(0, True, 0, False, id="it was sent just now"),
        pytest.param(1, True, 1, False, id="its message still waits"),
        pytest.param(1, True, 10, True, id="its message waits for ever although graders run"),
        pytest.param(1, False, 10, False, id="no grader runs"),
    ],
)
def test_the_reaper_sends_again_what_is_lost(
    waiting: Submission, monkeypatch: pytest.MonkeyPatch, messages: int, grading: bool, minutes: int, sent: bool
) -> None:
    again: list[Submission] = []
    monkeypatch.setattr(tasks, "messages_waiting", lambda own, devices: messages)
    monkeypatch.setattr(tasks, "grader_status", lambda: GraderStatus(grading))
    monkeypatch.setattr(tasks, "publish", lambda submission: again.append(submission) or True)
    then = timezone.now() - timedelta(minutes=minutes)
    Submission.objects.update(created=then, sent=then, tries=1)
    tasks.reap()

    assert bool(again) is sent
