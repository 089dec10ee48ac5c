"""Times accepted solutions while a grading worker is idle: after the verdict is out, and while nothing waits.

What is not timed by the end of the worker's life is not timed at all: a figure is a gift, and no verdict hangs on it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from grader.folder import FolderError
from grader.job import Job
from grader.sandbox import Sandbox, SandboxFailure, SandboxUnavailable
from grader.speed import NoFigure, measure

log = logging.getLogger(__name__)
REST_SECONDS = 5.0  # without any grading: who has just read a verdict may soon hand in again
MOST_WAITING, MOST_TRIES = 200, 5

Send = Callable[[Job, dict[str, float]], None]


class Races:
    """The accepted solutions that are still to be timed, and the thread that does it."""

    def __init__(self, sandbox: Sandbox, send: Send) -> None:
        self._sandbox, self._send = sandbox, send
        self._waiting: deque[tuple[Job, int]] = deque(maxlen=MOST_WAITING)
        self._changed = threading.Condition()
        self._grading = 0
        self._rested_since = time.monotonic()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="races", daemon=True)
        self._thread.start()

    @contextmanager
    def grading(self) -> Iterator[None]:
        """While this is entered nothing is timed."""
        with self._changed:
            self._grading += 1
        try:
            yield
        finally:
            with self._changed:
                self._grading -= 1
                self._rested_since = time.monotonic()
                self._changed.notify_all()

    def offer(self, job: Job) -> None:
        """Have an accepted solution timed some time; when too many wait, the oldest is forgotten."""
        with self._changed:
            self._waiting.append((job, 1))
            self._changed.notify_all()

    def _next(self) -> tuple[Job, int] | None:
        with self._changed:
            while not self._ended:
                rest = self._rested_since + REST_SECONDS - time.monotonic()
                if self._waiting and not self._grading and rest <= 0:
                    return self._waiting.popleft()
                self._changed.wait(max(rest, 0.01) if self._waiting and not self._grading else None)
        return None

    def _run(self) -> None:
        while (place := self._next()) is not None:
            job, tries = place
            try:
                self._send(job, measure(self._sandbox, job, self._must_end))
            except NoFigure as reason:
                log.info("job %s is not timed: %s", job.id, reason)
                if self._must_end() and tries < MOST_TRIES:
                    self._waiting.append((job, tries + 1))
            except (FolderError, SandboxFailure, SandboxUnavailable) as error:
                log.warning("job %s could not be timed: %s", job.id, error)
            except Exception:
                log.exception("timing job %s hit a mistake of the grader's", job.id)

    def _must_end(self) -> bool:
        return self._ended or self._grading > 0

    def close(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._thread.join()
