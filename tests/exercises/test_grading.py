"""Whether grading is on, as the pages are told."""

from collections.abc import Callable
from typing import Any

import pytest

from exercises import grading
from exercises.grading import NO_BROKER, NO_WORKER, Remembered, read_status

GRADING = {"problem": None, "devices": ["cpu"]}


@pytest.mark.parametrize("url", ["", "redis://127.0.0.1:1/0", "unix:///nowhere/broker.sock"])
def test_without_a_broker_it_is_off(settings: Any, url: str) -> None:
    settings.REDIS_URL = url

    assert read_status() == grading.GraderStatus(False, NO_BROKER)


@pytest.fixture
def beats(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Callable[..., None]:
    """Sets what the workers say of themselves."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    return lambda *said: monkeypatch.setattr(grading, "heartbeats", lambda url: list(said))


def test_without_a_worker_it_is_off(beats: Callable[..., None]) -> None:
    beats()

    assert read_status().reason == NO_WORKER


def test_a_worker_that_cannot_grade_says_why(beats: Callable[..., None]) -> None:
    beats({"problem": "user namespaces are missing"})

    assert read_status().reason == "user namespaces are missing"


def test_one_worker_that_can_grade_is_enough(beats: Callable[..., None]) -> None:
    beats({"problem": "no"}, GRADING)

    assert read_status().on


def test_the_answer_is_remembered_for_a_second(beats: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("exercises.grading.time.monotonic", lambda: clock[0])
    status = Remembered()
    beats(GRADING)
    assert status().on

    beats()
    assert status().on
    clock[0] += 1.1
    assert not status().on


def test_the_running_worker_is_seen(services: Any) -> None:
    assert read_status().on
