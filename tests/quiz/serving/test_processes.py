"""Children that live and die with the command that started them."""

import os
import signal
import subprocess
import sys
import time

import pytest

from quiz.processes import Service, Supervisor

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
SLEEP_WITH_CHILD = [
    sys.executable,
    "-c",
    "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(61)'])",
]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def supervisor():
    made = Supervisor()
    yield made
    made.stop()
    wait_until(lambda: all(service.process.stdout.closed for service in made.services))


def test_it_prints_lines_with_the_name_and_without_noise(supervisor, capfd):
    supervisor.start(
        Service("web", [sys.executable, "-c", "print('hello'); print('a noisy line')"], os.environ, ("noisy",))
    )
    supervisor.services[0].process.wait()
    time.sleep(0.2)
    assert capfd.readouterr().out == "    web | hello\n"


def test_it_starts_a_dead_service_again(supervisor):
    supervisor.start(Service("worker", SLEEP, os.environ))
    first = supervisor.services[0].process
    first.kill()
    first.wait()
    assert [service.name for service in supervisor.watch(0)] == ["worker"]
    assert supervisor.services[0].running


def running_in_group(group):
    listing = subprocess.run(["ps", "-o", "stat=", "-g", str(group)], capture_output=True, text=True).stdout.split()
    return [state for state in listing if not state.startswith("Z")]


def test_stop_ends_grandchildren_too(supervisor):
    supervisor.start(Service("parent", SLEEP_WITH_CHILD, os.environ))
    group = supervisor.services[0].process.pid
    wait_until(lambda: len(running_in_group(group)) >= 2)
    supervisor.stop()
    wait_until(lambda: running_in_group(group) == [], seconds=2)


def test_a_service_that_ignores_the_signal_is_killed(supervisor, monkeypatch):
    monkeypatch.setattr("quiz.processes.GRACE_SECONDS", 0.5)
    stubborn = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    )
    supervisor.start(Service("stubborn", [sys.executable, "-c", stubborn], os.environ))
    time.sleep(0.3)
    supervisor.stop()
    assert supervisor.services[0].process.returncode == -signal.SIGKILL


def test_children_die_when_the_parent_is_killed():
    code = (
        "import os, sys, time\nfrom quiz.processes import Service, Supervisor\n"
        "s = Supervisor()\n"
        "s.start(Service('x', [sys.executable, '-c', 'import time; time.sleep(60)'], dict(os.environ)))\n"
        "print(s.services[0].process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        assert alive(child)
        parent.kill()
    wait_until(lambda: not alive(child))
