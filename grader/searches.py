"""Looks for smallest failing inputs after the verdict is out: nobody waits for them who wants to know the verdict."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from grader.job import Job

log = logging.getLogger(__name__)
HEAD_START_SECONDS = 0.6  # the verdict is on its way to its page, and needs the processor
MOST_WAITING = 100

Found = dict[str, Any] | None
Send = Callable[[Job, Found], None]


class Searches:
    """The searches that are still to be made, one after another, and the thread that makes them."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._room = threading.BoundedSemaphore(MOST_WAITING)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="searches")
        self._ended = False

    def offer(self, job: Job, search: Callable[[], Found]) -> bool:
        """Have a search made soon, and what it finds sent, be it nothing; False when too many wait."""
        if not self._room.acquire(blocking=False):
            return False
        self._pool.submit(self._run, job, search, time.monotonic() + HEAD_START_SECONDS)
        return True

    def _run(self, job: Job, search: Callable[[], Found], start: float) -> None:
        try:
            time.sleep(max(0.0, start - time.monotonic()))
            self._send(job, None if self._ended else search())
        except Exception:  # the verdict stands without it
            log.exception("job %s: what was found could not be sent", job.id)
        finally:
            self._room.release()

    def close(self) -> None:
        """Make no more searches; those who wait are told that nothing was found."""
        self._ended = True
        self._pool.shutdown(wait=True)
