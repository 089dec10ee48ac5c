"""Nothing grows: cost, memory and counts after the first submissions and after thousands (BENCH_GRADES=10000)."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

from grader import Grader
from tests.bench import tree
from tests.bench.submissions import attempt, job, working

SLUG, FRAMEWORK = "softmax", "numpy"
GRADES = int(os.environ.get("BENCH_GRADES", "600"))
BLOCK = max(50, GRADES // 10)
SETTLE_SECONDS = 3.0


def figures() -> dict[str, float]:
    """Return CPU milliseconds per grade in the first and last tenth, and the sizes after each with their growth."""
    with working() as grader:
        _grade(grader, 50)  # caches of every kind fill first
        first_ms, first = _block(grader)
        _grade(grader, GRADES - 2 * BLOCK)
        last_ms, last = _block(grader)
    found: dict[str, float] = {"grades": GRADES, "cpu_ms_first_tenth": first_ms, "cpu_ms_last_tenth": last_ms}
    for name, before in asdict(first).items():
        found |= {f"{name}_first": before, f"{name}_last": asdict(last)[name]}
    return {f"flat_{name}": value for name, value in found.items()}


def _grade(grader: Grader, count: int) -> None:
    source, handed_in = attempt(SLUG, FRAMEWORK, "accepted"), time.time() - 5
    with ThreadPoolExecutor(4) as threads:
        verdicts = threads.map(lambda _: grader.grade(job(SLUG, FRAMEWORK, source, handed_in)).verdict, range(count))
        assert set(verdicts) <= {"accepted"}


def _block(grader: Grader) -> tuple[float, tree.Size]:
    before = tree.cpu_seconds()
    _grade(grader, BLOCK)
    milliseconds = (tree.cpu_seconds() - before) / BLOCK * 1e3
    time.sleep(SETTLE_SECONDS)
    return milliseconds, tree.size()
