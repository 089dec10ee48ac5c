"""Accepted solutions are timed while nobody waits, and only then."""

import threading

import pytest

from grader import races
from grader.job import Job


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setattr(races, "REST_SECONDS", 0.05)
    return []


@pytest.fixture
def held(sandbox, told):
    arrived = threading.Event()

    def send(job, figure):
        told.append((job.id, figure))
        arrived.set()

    held = races.Races(sandbox, send)
    held.arrived = arrived
    yield held
    held.close()


def job(folder, number="1", source="accepted-numpy-division"):
    files = folder("shares")
    return Job(number, "a", "shares", "v1", files, "numpy", files[f"attempts/{source}.py"])


def test_a_figure_comes(held, told, folder):
    held.offer(job(folder))
    assert held.arrived.wait(60)
    assert told[0][0] == "1"
    assert told[0][1]["rounds"] >= 12


def test_nothing_is_timed_while_something_is_graded(held, told, folder):
    with held.grading():
        held.offer(job(folder))
        assert not held.arrived.wait(1.0)
    assert held.arrived.wait(60)


def test_a_race_that_was_cut_off_is_run_again(held, told, folder, monkeypatch):
    started = threading.Event()
    measure = races.measure

    def watched(*arguments):
        started.set()
        return measure(*arguments)

    monkeypatch.setattr(races, "measure", watched)
    held.offer(job(folder))
    assert started.wait(60)
    with held.grading():
        assert not held.arrived.wait(1.0)
    assert held.arrived.wait(60)


def test_one_without_a_figure_does_not_hold_up_the_next(held, told, folder):
    held.offer(job(folder, "1", "wrong_answer-numpy-whole_array"))
    held.offer(job(folder, "2"))
    assert held.arrived.wait(60)
    assert [number for number, _ in told] == ["2"]
