"""What a grader finds out after the verdict: kept with the report that it belongs to, and shown when it is there."""

from datetime import timedelta

import pytest
from celery.exceptions import Retry
from django.test import Client
from django.utils import timezone

from exercises import tasks
from exercises.models import Exercise, Submission
from quiz.people.models import User

SPEED = {"ratio": 1.5, "low": 1.4, "high": 1.6, "rounds": 20}
SMALLEST = {"case": "one", "inputs": {}, "expected": {}, "actual": {}, "message": "got 2", "snippet": "f(1)"}
WRONG = {"verdict": "wrong_answer", "message": "1 of 2 cases fails", "cases": [], "searching": True}


def make(exercise: Exercise, user: User, report: dict | None, **more: object) -> Submission:
    verdict = report["verdict"] if report else ""
    values = {"framework": "numpy", "verdict": verdict, "report": report, "finished": timezone.now(), **more}
    return Submission.objects.create(user=user, exercise=exercise, version=exercise.version, source="x = 1", **values)


def told(submission: Submission, **found: object) -> dict[str, object]:
    return {"job": str(submission.pk), "attempt": submission.attempt, "found": found}


def test_it_is_added_to_the_report(exercise, alice):
    submission = make(exercise, alice, {"verdict": "accepted", "message": "right"})
    tasks.record_later(told(submission, speed=SPEED))
    submission.refresh_from_db()
    assert submission.report == {"verdict": "accepted", "message": "right", "speed": SPEED}


@pytest.mark.parametrize("stale", [{"attempt": "another"}, {"job": "999999"}])
def test_what_is_found_of_another_attempt_is_not_written(exercise, alice, stale):
    submission = make(exercise, alice, WRONG)
    tasks.record_later(told(submission, smallest=SMALLEST) | stale)
    submission.refresh_from_db()
    assert submission.report == WRONG


def test_what_overtakes_its_verdict_is_told_again(exercise, alice):
    submission = make(exercise, alice, None)
    with pytest.raises(Retry):
        tasks.record_later.apply(args=(told(submission, smallest=SMALLEST),), throw=True)


def test_the_page_looks_again_until_the_smallest_input_is_there(as_alice: Client, exercise, alice):
    submission = make(exercise, alice, WRONG)
    address = f"/submissions/{submission.pk}/smallest"
    for page in (f"/submissions/{submission.pk}/", address):
        text = as_alice.get(page).content.decode()
        assert "Looking for the smallest input" in text
        assert f'hx-get="{address}"' in text
    tasks.record_later(told(submission, smallest=SMALLEST, searching=False))
    for page in (f"/submissions/{submission.pk}/", address):
        text = as_alice.get(page).content.decode()
        assert "The smallest input that still fails" in text
        assert "Looking for" not in text


@pytest.mark.parametrize(
    ("report", "age"),
    [(WRONG, timedelta(minutes=1)), (WRONG | {"searching": False}, timedelta(0))],
    ids=["its grader has died", "nothing was found"],
)
def test_the_page_does_not_look_for_ever(as_alice: Client, exercise, alice, report, age):
    submission = make(exercise, alice, report, finished=timezone.now() - age)
    assert "Looking for" not in as_alice.get(f"/submissions/{submission.pk}/").content.decode()
    assert as_alice.get(f"/submissions/{submission.pk}/smallest").content.decode().strip() == ""


def test_nobody_sees_anothers(as_alice: Client, exercise, bob):
    submission = make(exercise, bob, WRONG | {"smallest": SMALLEST})
    assert as_alice.get(f"/submissions/{submission.pk}/smallest").status_code == 404
