"""Submissions through the real broker and workers, and what happens when one of them dies."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
import redis
from django.test import Client
from django.utils import timezone

from exercises import tasks
from exercises.models import Exercise, Purpose, Submission
from quiz.board.models import Award
from quiz.people.models import User

Sent = Callable[..., Submission]
Verdict = Callable[[Submission], Submission]


@pytest.fixture
def send(services: Any, exercise: Exercise, alice: User, attempt: Callable[[str], str]) -> Sent:
    """Submits one of softmax's known submissions."""

    def send(name: str, purpose: str = Purpose.SUBMIT) -> Submission:
        submission = Submission.objects.create(
            user=alice,
            exercise=exercise,
            version=exercise.version,
            framework=name.split("-")[1],
            source=attempt(name),
            purpose=purpose,
        )
        tasks.enqueue(submission)
        return submission

    return send


@pytest.mark.parametrize("name", ["accepted-numpy-shifted", "accepted-torch-shifted"])
def test_a_right_solution_is_accepted_and_gives_points(send: Sent, verdict: Verdict, name: str, alice: User) -> None:
    submission = verdict(send(name))

    assert submission.verdict == "accepted", submission.report
    assert Award.objects.get(user=alice).key == f"softmax/{submission.framework}"


def test_a_wrong_solution_is_told_its_mistake_and_gives_no_points(send: Sent, verdict: Verdict) -> None:
    submission = verdict(send("wrong_answer-numpy-whole_array"))

    assert submission.verdict == "wrong_answer"
    assert submission.report is not None
    assert submission.report["diagnosis"]["slug"] == "whole_array"
    assert not Award.objects.exists()


def test_a_run_tries_the_samples_and_gives_no_points(send: Sent, verdict: Verdict) -> None:
    submission = verdict(send("accepted-numpy-shifted", Purpose.RUN))

    assert submission.verdict == "accepted"
    assert submission.report is not None
    assert len(submission.report["cases"]) == 2
    assert not Award.objects.exists()


def test_the_same_seed_draws_the_same_inputs(send: Sent, verdict: Verdict) -> None:
    first = verdict(send("wrong_answer-numpy-axis_0"))
    seed, cases = first.seed, (first.report or {})["cases"]
    tasks.grade_again(first)
    again = verdict(first)

    assert again.seed == seed
    assert (again.report or {})["cases"] == cases


def test_what_is_submitted_while_the_broker_is_down_is_graded_when_it_is_back(
    services: Any, send: Sent, verdict: Verdict
) -> None:
    services.kill("broker")
    submission = send("accepted-numpy-shifted")
    assert Submission.objects.get().waiting

    services.start_broker()
    services.wait_for_grader()
    age(submission)

    assert verdict(submission).verdict == "accepted"


def test_what_the_broker_has_forgotten_is_sent_again(services: Any, send: Sent, verdict: Verdict) -> None:
    services.kill("grader")
    submission = send("accepted-numpy-shifted")
    redis.Redis.from_url(services.redis_url).flushall()
    age(submission)
    services.start("grader")

    assert verdict(submission).verdict == "accepted"


def age(submission: Submission) -> None:
    """Let the submission have waited for a minute."""
    long_ago = timezone.now() - timezone.timedelta(minutes=1)
    Submission.objects.filter(pk=submission.pk).update(created=long_ago)
    Submission.objects.filter(pk=submission.pk, sent__isnull=False).update(sent=long_ago)


def read_events(services: Any, client: Client, submission: Submission, seconds: float = 60) -> list[tuple[str, str]]:
    """The events that a browser gets, up to the end of the stream."""
    request = urllib.request.Request(f"http://127.0.0.1:{services.port}/submissions/{submission.pk}/events")
    request.add_header("Cookie", f"sessionid={client.cookies['sessionid'].value}")
    events, name, ends = [], "", time.monotonic() + seconds
    with urllib.request.urlopen(request, timeout=seconds) as stream:
        for line in stream:
            text = line.decode().rstrip("\n")
            if text.startswith("event: "):
                name = text.removeprefix("event: ")
                events.append((name, ""))
            elif text.startswith("data: "):
                events[-1] = (name, events[-1][1] + text.removeprefix("data: ") + "\n")
            assert time.monotonic() < ends
    return events


def test_a_waiting_page_gets_the_result_as_an_event(services: Any, send: Sent, as_alice: Client) -> None:
    events = read_events(services, as_alice, send("accepted-numpy-shifted"))

    assert [name for name, _ in events][-2:] == ["result", "done"]
    assert "Accepted" in events[-2][1]


def test_a_stream_survives_the_death_of_the_broker(services: Any, send: Sent, as_alice: Client) -> None:
    services.kill("broker")
    submission = send("accepted-numpy-shifted")
    report = {"verdict": "accepted", "job": str(submission.pk), "attempt": submission.attempt, "message": "All pass."}
    tasks.record(report)
    events = read_events(services, as_alice, submission)
    services.start_broker()
    services.wait_for_grader()

    assert [name for name, _ in events] == ["result", "done"]


def test_a_stranger_hears_nothing(services: Any, send: Sent, client: Client, bob: User) -> None:
    client.force_login(bob)

    with pytest.raises(urllib.error.HTTPError, match="404"):
        read_events(services, client, send("accepted-numpy-shifted"))
