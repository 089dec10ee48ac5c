"""Whether anything grades at the moment, as the grading workers themselves say."""

import time
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock
from typing import Any

import redis
from django.conf import settings

from grader import heartbeats

FRESH_SECONDS = 1.0
NO_BROKER = "There is no connection to the graders (the broker does not answer)."
NO_WORKER = "No grading worker is running."
NO_CPU = "No grading worker for the CPU is running."
NO_GPU = "No grading worker with a GPU is running. What you send for the CPU is graded meanwhile."


@dataclass(frozen=True)
class GraderStatus:
    """Whether submissions are graded now (on the CPU, if nothing else is said), and if not, why."""

    on: bool
    reason: str = ""
    workers: tuple[dict[str, Any], ...] = ()

    @property
    def devices(self) -> frozenset[str]:
        """Where submissions can be graded now: "cpu", "cuda", as the workers that run have them."""
        return frozenset(str(device) for beat in self.workers if not beat.get("problem") for device in beat["devices"])

    def for_device(self, device: str) -> "GraderStatus":
        """The status for what waits for this device: off while no worker has it."""
        if device in self.devices:
            return replace(self, on=True, reason="")
        return replace(self, on=False, reason=NO_GPU) if self.on else self


@lru_cache(maxsize=4)
def broker(url: str) -> "redis.Redis":
    """A client of the broker, which answers or fails within half a second."""
    return redis.Redis.from_url(url, socket_connect_timeout=0.5, socket_timeout=0.5, decode_responses=True)


def read_status() -> GraderStatus:
    if not settings.REDIS_URL:
        return GraderStatus(False, NO_BROKER)
    try:
        beats = heartbeats(settings.REDIS_URL)
    except redis.RedisError:
        return GraderStatus(False, NO_BROKER)
    status = GraderStatus(True, workers=tuple(beats))
    if "cpu" in status.devices:
        return status
    problems = [str(beat["problem"]) for beat in beats if beat.get("problem")]
    return replace(status, on=False, reason=problems[0] if problems else NO_CPU if beats else NO_WORKER)


class Remembered:
    """The status as it was at most a second ago."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.read_at = float("-inf")
        self.status = GraderStatus(False)

    def __call__(self) -> GraderStatus:
        with self.lock:
            if time.monotonic() - self.read_at > FRESH_SECONDS:
                self.status = read_status()
                self.read_at = time.monotonic()
            return self.status


grader_status = Remembered()
