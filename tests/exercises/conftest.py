"""The real way of a submission: a broker, a grading worker, a results worker and a web server, each its own process."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from exercises import grading
from exercises.folder import Folder, read_folder
from exercises.loading import store_all
from exercises.models import Exercise, Submission
from exercises.shipped import CONTENT
from grader import app, heartbeats
from quiz.broker import start_broker
from quiz.people.models import User

ROOT = Path(__file__).resolve().parents[2]
QUIET = ["--loglevel", "error", "--without-gossip", "--without-mingle", "--without-heartbeat"]
FOR_GRADING = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV")
PATIENCE_SECONDS = 90


@pytest.fixture(scope="session")
def softmax() -> Folder:
    return read_folder(CONTENT / "softmax")


@pytest.fixture
def exercise(db: None, softmax: Folder) -> Exercise:
    """Softmax, loaded."""
    store_all([softmax])
    return Exercise.objects.get(slug="softmax")


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice")


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob")


@pytest.fixture
def as_alice(client: Client, alice: User) -> Client:
    client.force_login(alice)
    return client


@pytest.fixture
def attempt(softmax: Folder) -> Callable[[str], str]:
    """The source of one of softmax's known submissions, by its name."""
    sources = {each.name: each.source for each in softmax.attempts}
    return lambda name: sources[f"{name}.py"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Services:
    """The processes beside the test, on a broker and a var folder of their own and on the test's database."""

    var: Path
    port: int
    redis_url: str = ""
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def start_broker(self) -> None:
        self.running["broker"], self.redis_url = start_broker(self.var / "broker")

    def start(self, name: str) -> None:
        command, environment = getattr(self, name)()
        with (self.var / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def grader(self) -> tuple[list[str], dict[str, str]]:
        environment = {name: os.environ[name] for name in FOR_GRADING if name in os.environ}
        command = ["celery", "-A", "grader", "worker", "-Q", "cpu", "--pool", "threads", "-c", "2", *QUIET]
        return command, {**environment, "REDIS_URL": self.redis_url}

    def results(self) -> tuple[list[str], dict[str, str]]:
        command = ["celery", "-A", "quiz", "worker", "-Q", "results", "--pool", "solo", "-B", *QUIET]
        return [*command, "-s", str(self.var / "beat-schedule")], self.for_site()

    def web(self) -> tuple[list[str], dict[str, str]]:
        command = ["uvicorn", "quiz.asgi:application", "--port", str(self.port), "--log-level", "error"]
        return [*command, "--lifespan", "off"], self.for_site()

    def for_site(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "quiz.settings",
            "BACKPASS_VAR": str(self.var),
            "SECRET_KEY": django_settings.SECRET_KEY,
            "DATABASE_URL": f"sqlite:///{django_settings.DATABASES['default']['NAME']}",
            "REDIS_URL": self.redis_url,
        }

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for process in reversed(self.running.values()):
            process.terminate()
        for process in reversed(self.running.values()):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def wait_for_grader(self) -> None:
        wait_until(lambda: any(not beat["problem"] for beat in heartbeats(self.redis_url)))


def wait_until(holds: Callable[[], Any], seconds: float = PATIENCE_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"did not happen within {seconds} s"
        time.sleep(0.05)


@pytest.fixture(scope="session")
def processes(django_db_setup: None) -> Iterator[Services]:
    """Started once for all tests; a test that kills one starts it again."""
    var = Path(tempfile.mkdtemp(prefix="bp-"))  # short: the broker's socket lies in it
    services = Services(var, free_port())
    services.start_broker()
    for name in ("grader", "results", "web"):
        services.start(name)
    try:
        services.wait_for_grader()
        yield services
    finally:
        services.stop()
        shutil.rmtree(var, ignore_errors=True)


@pytest.fixture
def services(
    processes: Services, transactional_db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    """The running processes; what this test submits goes through them."""
    settings.REDIS_URL = processes.redis_url
    monkeypatch.setattr(grading, "grader_status", grading.Remembered())
    before = app.conf.broker_url
    connect(f"redis+socket://{processes.redis_url.removeprefix('unix://')}?virtual_host=0")
    yield processes
    wait_until(lambda: not Submission.objects.waiting().exists(), 20)
    connect(before)


def connect(broker_url: str) -> None:
    """Have the messages of this process go to another broker."""
    app.conf.broker_url = broker_url
    app._pool = None
    app.amqp._producer_pool = None


@pytest.fixture
def verdict(services: Services) -> Callable[[Submission], Submission]:
    """The submission, once it has a verdict."""

    def wait(submission: Submission) -> Submission:
        wait_until(lambda: not Submission.objects.get(pk=submission.pk).waiting)
        submission.refresh_from_db()
        return submission

    return wait
