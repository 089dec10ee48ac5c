"""Children made ahead, zygotes that wear out, die or are distrusted, and many threads at one door."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grader.sandbox import Limits, SandboxUnavailable, pool


@pytest.fixture
def zygote(sandbox):
    """Return the zygote that serves now."""

    def zygote():
        sandbox.run("echo", b"", Limits())
        return sandbox._pools["echo"]._zygote

    return zygote


@pytest.fixture
def no_renewal(sandbox, eventually, monkeypatch):
    """Wait until nothing that an earlier test began goes on, not even what has not yet shown as a successor."""
    held = sandbox._pools["echo"]
    monkeypatch.setattr(pool, "_REST_SECONDS", 600.0)
    held._renewed = time.monotonic()

    def at_rest():
        old = held._zygote
        time.sleep(1.0)
        return held._zygote is old and held._successor is None

    assert eventually(at_rest)


def test_eight_threads_get_their_own_answers(sandbox):
    def ask(number):
        source = f"print({number}); send(str({number} ** 2).encode())".encode()
        outcome = sandbox.run("echo", source, Limits())
        return (outcome.ended, outcome.stdout, outcome.results)

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(ask, range(200)))
    assert answers == [("finished", f"{n}\n", str(n**2).encode()) for n in range(200)]


def test_a_sleeper_holds_up_nobody(sandbox):
    with ThreadPoolExecutor(4) as threads:
        sleepers = [threads.submit(sandbox.run, "echo", b"import time; time.sleep(1.5)", Limits()) for _ in range(3)]
        started = time.monotonic()
        for _ in range(5):
            assert sandbox.run("echo", b"", Limits()).ended == "finished"
        assert time.monotonic() - started < 1.4
        assert {sleeper.result().ended for sleeper in sleepers} == {"finished"}


def test_a_worn_zygote_is_replaced_while_it_serves(sandbox, zygote, eventually, monkeypatch):
    old = zygote()
    monkeypatch.setattr(pool, "_CHILDREN_PER_ZYGOTE", 1)
    monkeypatch.setattr(pool, "_REST_SECONDS", 0.0)
    assert eventually(lambda: zygote() is not old)
    monkeypatch.undo()
    assert sandbox.run("echo", b"send(b'fresh')", Limits()).results == b"fresh"
    assert eventually(lambda: old.process.poll() is not None)


def test_a_crash_brings_a_fresh_zygote(sandbox, zygote, eventually, monkeypatch):
    old = zygote()
    monkeypatch.setattr(pool, "_REST_SECONDS", 0.0)
    assert sandbox.run("echo", b"import ctypes; ctypes.string_at(0)", Limits()).ended == "signal"
    assert eventually(lambda: zygote() is not old)


@pytest.mark.usefixtures("no_renewal")
def test_crash_after_crash_does_not_keep_the_machine_busy(sandbox, zygote):
    old = zygote()
    for _ in range(5):
        sandbox.run("echo", b"import ctypes; ctypes.string_at(0)", Limits())
    time.sleep(0.3)
    assert zygote() is old
    assert sandbox._pools["echo"]._doubtful


@pytest.mark.usefixtures("no_renewal")
def test_a_killed_zygote_costs_no_submission(sandbox, zygote):
    os.kill(zygote().process.pid, signal.SIGKILL)
    assert sandbox.run("echo", b"send(b'still here')", Limits()).results == b"still here"


@pytest.mark.usefixtures("no_renewal")
def test_a_zygote_killed_under_a_running_submission_is_retried(sandbox, zygote):
    victim = zygote()
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(sandbox.run, "echo", b"import time; time.sleep(0.5); send(b'done')", Limits())
        time.sleep(0.2)
        os.kill(victim.process.pid, signal.SIGKILL)
        assert running.result().results == b"done"


@pytest.mark.usefixtures("no_renewal")
def test_a_silent_zygote_is_not_waited_for(sandbox, zygote, monkeypatch):
    monkeypatch.setattr("grader.sandbox.run._SILENCE_SECONDS", 0.5)
    monkeypatch.setattr("grader.sandbox.child._BIRTH_SECONDS", 1.0)
    victim = zygote()
    [inner] = Path(f"/proc/{victim.process.pid}/task/{victim.process.pid}/children").read_text().split()
    os.kill(int(inner), signal.SIGSTOP)
    assert sandbox.run("echo", b"import os; os._exit(3)", Limits()).status == 3
    assert zygote() is not victim


def test_a_successor_that_cannot_start_leaves_the_old_one_serving(sandbox, zygote, monkeypatch, eventually):
    old, held = zygote(), sandbox._pools["echo"]
    start = held._start

    def fail():
        held._start = start
        successor = start()

        def refuse(patience_seconds):
            successor.close()
            raise SandboxUnavailable("no memory")

        monkeypatch.setattr(successor, "check", refuse)
        return successor

    monkeypatch.setattr(pool, "_CHILDREN_PER_ZYGOTE", 1)
    monkeypatch.setattr(pool, "_REST_SECONDS", 0.0)
    held._start = fail
    sandbox.run("echo", b"", Limits())
    assert eventually(lambda: held._start is start)
    monkeypatch.setattr(pool, "_REST_SECONDS", 60.0)
    assert sandbox.run("echo", b"send(b'served')", Limits()).results == b"served"
    assert zygote() is old
