"""The life of a grading worker: its sandbox, proved before the first job is taken, and its heartbeat."""

from __future__ import annotations

import json
import logging
import signal
import sys
import threading
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import redis
from celery import signals

from grader.celery import HEARTBEAT, HEARTBEAT_SECONDS, app, redis_url
from grader.job import Job, Report
from grader.judge import Grader
from grader.races import Races
from grader.sandbox import Sandbox, SandboxUnavailable
from grader.searches import Searches

log = logging.getLogger(__name__)
GRADING_QUEUES = {"cpu": "cpu", "gpu": "cuda"}  # and the device that each is for
PROFILES = ("numpy", "torch", "author", "author-torch")
PAPERS_AHEAD = 4
BEAT_SECONDS = 5.0
NO_GPU = "It was started for the queue gpu alone, and there is no NVIDIA GPU that it may use."
STARTING = "It is starting: its sandbox proves itself first, which takes some seconds."


class Worker:
    """The sandbox and the grader of this process, and what it says of itself."""

    def __init__(self, name: str, queues: Collection[str]) -> None:
        self.name = name
        self._queues = queues
        self._profiles = (*PROFILES, "torch-cuda") if "gpu" in queues else PROFILES
        self.problem: str | None = STARTING
        self.grader: Grader | None = None
        self.races: Races | None = None
        self.searches: Searches | None = None
        self._sandbox: Sandbox | None = None
        self._ended = threading.Event()
        self._news = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def start(self) -> None:
        """Start the sandbox; where it cannot be had or fails its self-test, `problem` says why."""
        self._thread.start()
        try:
            self._sandbox = Sandbox(self._profiles)
            self._sandbox.warm()
            self.grader = Grader(self._sandbox, papers_ahead=PAPERS_AHEAD)
            self.races = Races(self._sandbox, _tell_speed)
            self.searches = Searches(_tell_smallest)
            self.problem = None if self.devices else NO_GPU
        except SandboxUnavailable as error:
            self.problem = str(error)
            log.error("grading is off: %s", error)
        self._news.set()

    @property
    def devices(self) -> list[str]:
        """What it grades on: the devices of its queues, as far as its sandbox has them."""
        has_gpu = self._sandbox is not None and "torch-cuda" in self._sandbox.profiles
        wanted = [device for queue, device in GRADING_QUEUES.items() if queue in self._queues]
        return [device for device in wanted if device == "cpu" or has_gpu]

    def facts(self) -> dict[str, Any]:
        """Return what the heartbeat says."""
        sandbox = self._sandbox
        return {
            "worker": self.name,
            "layers": [layer.name for layer in sandbox.layers if layer.active] if sandbox else [],
            "profiles": list(sandbox.profiles) if sandbox else [],
            "devices": self.devices,
            "problem": self.problem,
            "starting": self.problem == STARTING,
        }

    def _beat(self) -> None:
        key, client = HEARTBEAT + self.name, redis.Redis.from_url(redis_url(), socket_timeout=5)
        while True:
            try:
                client.set(key, json.dumps(self.facts()), ex=HEARTBEAT_SECONDS)
                self._news.wait(BEAT_SECONDS)
                self._news.clear()
                if self._ended.is_set():
                    client.delete(key)
                    return
            except redis.RedisError as error:
                log.warning("no heartbeat: %s", error)
                if self._ended.wait(BEAT_SECONDS):
                    return

    def stop(self) -> None:
        self._ended.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2)
        if self.searches is not None:
            self.searches.close()
        if self.races is not None:
            self.races.close()
        if self.grader is not None:
            self.grader.close()
        if self._sandbox is not None:
            self._sandbox.close()


_workers: list[Worker] = []


def grader() -> Grader:
    """Return the grader of this process.

    Raises:
        SandboxUnavailable: in a process that does not grade.
    """
    if not _workers or _workers[0].grader is None:
        raise SandboxUnavailable("this process grades nothing: start it with `celery -A grader worker -Q cpu`")
    return _workers[0].grader


def grade(job: Job) -> Report:
    """Return the report on a job. What takes longer is found out afterwards, where the job says whom to tell."""
    own = grader()
    races, searches = _workers[0].races, _workers[0].searches
    assert races is not None, "a worker with a grader has it"
    assert searches is not None, "a worker with a grader has them"
    with races.grading():
        report, search = own.judge(job)
    if report.verdict == "accepted" and job.timed:
        races.offer(job)
    if search is None:
        return report
    if not job.later:
        return replace(report, smallest=search())

    def undisturbed() -> dict[str, Any] | None:
        with races.grading():
            return search()

    return replace(report, searching=searches.offer(job, undisturbed))


def _tell_speed(job: Job, figure: dict[str, float]) -> None:
    _tell(job, speed=figure)


def _tell_smallest(job: Job, found: dict[str, Any] | None) -> None:
    _tell(job, smallest=found, searching=False)


def _tell(job: Job, **found: Any) -> None:
    app.send_task(job.later, ({"job": job.id, "attempt": job.attempt, "found": found},), queue="results", retry=False)


@signals.celeryd_after_setup.connect  # type: ignore[untyped-decorator]
def begin(sender: str, instance: Any, **_: Any) -> None:
    """Make the worker ready before it takes a job; one that cannot grade takes none."""
    queues = instance.app.amqp.queues
    if not set(GRADING_QUEUES) & set(queues.consume_from):
        return
    signal.signal(signal.SIGTERM, _leave)  # Celery's own handler comes after this, and the proof takes seconds
    worker = Worker(sender, tuple(queues.consume_from))
    _workers.append(worker)
    worker.start()
    if worker.problem is not None:
        queues.deselect(tuple(GRADING_QUEUES))
    elif "cuda" not in worker.devices:
        queues.deselect(("gpu",))


def _leave(*_: Any) -> None:
    sys.exit()  # which Celery takes as a stop, and so ends this worker as any other


@signals.worker_shutdown.connect  # type: ignore[untyped-decorator]
def end(**_: Any) -> None:
    while _workers:
        _workers.pop().stop()
