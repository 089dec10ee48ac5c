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
GRADING_SECONDS = 60.0
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
            call_command("migrate", verbosity=0, interactive=False)
            call_command("load_content", verbosity=0)
            credentials = first_admin()
            supervisor = Supervisor()
            raise_on_signals()
            try:
                environment = self.broker_environment(supervisor, var)
                for service in services(environment, host, port):
                    supervisor.start(service)
                wait_until_ready(f"http://{host}:{port}/healthz", supervisor)
                problem = wait_for_grading(environment["REDIS_URL"])
                self.greet(f"http://{host}:{port}/", credentials, time.monotonic() - started, problem)
                while True:
                    for service in supervisor.watch(0.5):
                        self.stderr.write(f"{service.name} had stopped and was started again.")
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

    def greet(self, address: str, credentials: tuple[str, str] | None, seconds: float, problem: str) -> None:
        lines = [f"Backpass is ready ({seconds:.1f} s):  {address}"]
        if problem:
            lines.append(f"Grading is OFF, everything else works: {problem}")
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


def services(environment: dict[str, str], host: str, port: int) -> list[Service]:
    """Return what runs beside the broker; the grading worker gets the variables it needs and no others."""
    celery = [sys.executable, "-m", "celery", "--quiet"]
    quiet = ["--loglevel", "warning", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    grading = {k: v for k, v in environment.items() if k in FOR_GRADING or k.startswith(FOR_GRADING_PREFIXES)}
    site = {**environment, "DJANGO_SETTINGS_MODULE": "quiz.settings"}
    schedule = str(Path(environment["BACKPASS_VAR"]) / "beat-schedule")
    return [
        Service("grader", [*celery, "-A", "grader", "worker", "-Q", "cpu", "--pool", "threads", "--concurrency",
                           str(os.cpu_count() or 1), "-n", "grader@%h", *quiet], grading, CELERY_NOISE),
        Service("results", [*celery, "-A", "quiz", "worker", "-Q", "results", "--pool", "solo", "-B", "-s", schedule,
                            "-n", "results@%h", *quiet], site, CELERY_NOISE),
        Service("web", [sys.executable, "-m", "uvicorn", "quiz.asgi:application", "--host", host, "--port", str(port),
                        "--log-level", "warning", "--timeout-graceful-shutdown", "2", "--lifespan", "off"], site),
    ]  # fmt: skip


def wait_for_grading(url: str) -> str:
    """Return when a grading worker speaks: "" when it grades, else its problem, or that none has spoken yet."""
    deadline = time.monotonic() + GRADING_SECONDS
    while time.monotonic() < deadline:
        try:
            beats = heartbeats(url)
        except redis.RedisError as error:
            return f"the broker does not answer ({error})"
        if beats:
            return "" if any(not beat.get("problem") for beat in beats) else str(beats[0]["problem"])
        time.sleep(0.1)
    return "the grading worker is still starting; its lines above may say why"


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
