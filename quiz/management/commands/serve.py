"""`manage.py serve`: the whole of Backpass from one command, until Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import secrets
import socket
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import redis
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from grader import heartbeats
from quiz.broker import BrokerError, start_broker
from quiz.processes import Service, StopRequested, Supervisor, die_with_parent, raise_on_signals

READY_SECONDS = 60.0
PATIENCE_SECONDS = 7.5  # from the start, for grading to be on when the site is announced
FOR_GRADING = ("PATH", "HOME", "LANG", "TMPDIR", "REDIS_URL", "VIRTUAL_ENV", "CUDA_VISIBLE_DEVICES", "NOTIFY_SOCKET")
FOR_GRADING_PREFIXES = ("LC_", "PYTHON", "OMP_", "OPENBLAS_", "MKL_", "BACKPASS_SANDBOX_", "BACKPASS_GRADER_")
CELERY_NOISE = (
    "SecurityWarning",
    "superuser privileges",
    "absolutely not recommended",
    "Please specify a different user",
    "_warn_or_raise_security_error",
    "User information",
    "uid=",
    "warnings.warn",
    "Warm shutdown",
)


class Command(BaseCommand):
    help = "Start everything: broker, grading worker, results worker and web server; Ctrl-C stops all of it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        host, port = options["host"], options["port"]
        var = Path(settings.VAR)
        with one_at_a_time(var / "serve.lock"):
            check_port(host, port)
            supervisor = Supervisor()
            raise_on_signals()
            try:
                environment = self.broker_environment(supervisor, var)
                supervisor.start(grading_worker(environment))  # proves its sandbox while the database is made ready
                call_command("migrate", verbosity=0, interactive=False)
                call_command("load_content", verbosity=0)
                credentials = first_admin()
                for service in site(environment, host, port):
                    supervisor.start(service)
                wait_until_ready(f"http://{host}:{port}/healthz", supervisor)
                grading = wait_for_grading(environment["REDIS_URL"], started + PATIENCE_SECONDS)
                self.greet(f"http://{host}:{port}/", credentials, time.monotonic() - started, grading)
                while True:
                    for service in supervisor.watch(0.5):
                        self.stderr.write(f"{service.name} had stopped and was started again.")
                    if grading is None and (grading := read_grading(environment["REDIS_URL"])):
                        self.stdout.write(grading)
            except StopRequested:
                self.stdout.write("\nStopping ...")
            except BrokerError as error:
                raise CommandError(str(error)) from error
            finally:
                supervisor.stop()

    def broker_environment(self, supervisor: Supervisor, var: Path) -> dict[str, str]:
        """Return the children's environment, with the REDIS_URL that is set or that of the embedded broker."""
        environment = dict(os.environ, PYTHONUNBUFFERED="1", BACKPASS_VAR=str(var))
        if not environment.get("REDIS_URL"):
            process, environment["REDIS_URL"] = start_broker(var / "broker", preexec=die_with_parent)
            broker = Service("broker", list(map(str, process.args)), environment)  # type: ignore[arg-type]
            broker.process = process  # type: ignore[assignment]
            supervisor.services.append(broker)
        return environment

    def greet(self, address: str, credentials: tuple[str, str] | None, seconds: float, grading: str | None) -> None:
        lines = [f"Backpass is ready ({seconds:.1f} s):  {address}"]
        lines.append(grading or "Grading is starting: what is submitted before it is on waits some seconds.")
        if credentials:
            lines += [f"Admin:  {address}admin/   name: {credentials[0]}   password: {credentials[1]}",
                      "        (shown this once; `manage.py changepassword admin` sets another)"]  # fmt: skip
        lines.append("Ctrl-C stops everything.")
        self.stdout.write("\n" + "\n".join(lines) + "\n")
        self.stdout.flush()


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, or say that another `serve` holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(f"Backpass already runs from this folder ({path} is locked).") from None
        yield


def check_port(host: str, port: int) -> None:
    """Raise a CommandError that names a free port when `port` is taken or not a port."""
    if not 1 <= port <= 65535:
        raise CommandError(f"PORT must be between 1 and 65535, got {port}.")
    if port_is_free(host, port):
        return
    free = next((p for p in range(port + 1, min(port + 100, 65535)) if port_is_free(host, p)), None)
    hint = f" Try: make run PORT={free}" if free else ""
    raise CommandError(f"Port {port} on {host} is taken by another program.{hint}")


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def first_admin() -> tuple[str, str] | None:
    """Return the name and password of a new admin, or None when there is one already."""
    users = get_user_model().objects
    if users.filter(is_superuser=True).exists():
        return None
    name, password = "admin", secrets.token_urlsafe(12)
    users.create_superuser(name, "", password)
    return name, password


def celery(app: str, name: str, *options: str) -> list[str]:
    """Return the command of a worker that consumes quietly."""
    quiet = ["--loglevel", "warning", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    return [sys.executable, "-m", "celery", "--quiet", "-A", app, "worker", "-n", f"{name}@%h", *options, *quiet]


def grading_worker(environment: dict[str, str]) -> Service:
    """Return the worker that runs strangers' code: it gets the variables it needs and no others."""
    known = {k: v for k, v in environment.items() if k in FOR_GRADING or k.startswith(FOR_GRADING_PREFIXES)}
    threads = str(2 * (os.cpu_count() or 1))  # while one waits for its jail, another is judged
    command = celery("grader", "grader", "-Q", "cpu", "--pool", "threads", "--concurrency", threads)
    return Service("grader", command, known, CELERY_NOISE)


def site(environment: dict[str, str], host: str, port: int) -> list[Service]:
    """Return the two processes that know the database: the results worker with its clock, and the web server."""
    known = {**environment, "DJANGO_SETTINGS_MODULE": "quiz.settings"}
    schedule = str(Path(environment["BACKPASS_VAR"]) / "beat-schedule")
    results = celery("quiz", "results", "-Q", "results", "--pool", "solo", "-B", "-s", schedule)
    web = [sys.executable, "-m", "uvicorn", "quiz.asgi:application", "--host", host, "--port", str(port)]
    web += ["--log-level", "warning", "--timeout-graceful-shutdown", "2", "--lifespan", "off"]
    return [Service("results", results, known, CELERY_NOISE), Service("web", web, known)]


def read_grading(url: str) -> str | None:
    """Return a sentence on whether a grading worker grades, None while none has said so."""
    try:
        beats = [beat for beat in heartbeats(url) if not beat.get("starting")]
    except redis.RedisError as error:
        return f"Grading is OFF, everything else works: the broker does not answer ({error})"
    if not beats:
        return None
    problem = beats[0]["problem"] if all(beat["problem"] for beat in beats) else None
    return f"Grading is OFF, everything else works: {problem}" if problem else "Grading is on."


def wait_for_grading(url: str, until: float) -> str | None:
    """Return what is said of grading as soon as it is said, None when it has not been by then."""
    while (said := read_grading(url)) is None and time.monotonic() < until:
        time.sleep(0.1)
    return said


def wait_until_ready(address: str, supervisor: Supervisor) -> None:
    """Return when the site answers; raise a CommandError when it does not within a minute."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        for service in supervisor.services:
            if service.name == "web" and not service.running:
                raise CommandError("The web server stopped while starting; its lines above say why.")
    raise CommandError(f"{address} did not answer within {READY_SECONDS:.0f} s.")
