"""Searches after the verdict: one after another, each answered, none that stops the others."""

import threading

from grader import searches
from grader.job import Job
from grader.searches import Searches


def job(number):
    return Job(str(number), "a", "shares", "v", {}, "numpy", "")


def fail():
    raise RuntimeError


def test_each_is_answered_and_a_failure_stops_none():
    told = []
    found = Searches(lambda job, answer: told.append((job.id, answer)))
    assert all(found.offer(job(n), fail if n == 1 else lambda n=n: {"n": n}) for n in range(3))
    found._pool.shutdown(wait=True)
    assert told == [("0", {"n": 0}), ("2", {"n": 2})]


def test_when_too_many_wait_the_next_is_refused(monkeypatch):
    monkeypatch.setattr(searches, "MOST_WAITING", 2)
    told, go = [], threading.Event()
    found = Searches(lambda job, answer: told.append(job.id))
    assert [found.offer(job(n), lambda: go.wait(10) and None) for n in range(3)] == [True, True, False]
    go.set()
    found.close()
    assert told == ["0", "1"]


def test_at_the_end_those_who_wait_are_told_that_there_is_nothing():
    told, begun, go = [], threading.Event(), threading.Event()
    found = Searches(lambda job, answer: told.append((job.id, answer)))

    def search():
        begun.set()
        go.wait(10)
        return {"found": True}

    found.offer(job(1), search)
    found.offer(job(2), lambda: {"found": True})
    assert begun.wait(10)
    threading.Timer(0.2, go.set).start()
    found.close()
    assert told == [("1", {"found": True}), ("2", None)]
