"""Submissions for the benchmarks: shipped exercises and their known attempts, as jobs for the whole grader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

from grader import Grader, Job, Sandbox

CONTENT = Path(__file__).resolve().parents[2] / "exercises" / "content"
FRAMEWORKS = ("numpy", "torch")
PAPERS_AHEAD = 4
_numbers = count(1)


@cache
def files(slug: str) -> dict[str, str]:
    """Return the files of an exercise, as a job has them."""
    folder = CONTENT / slug
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    return {str(path.relative_to(folder)): path.read_text() for path in paths}


def attempt(slug: str, framework: str, verdict: str) -> str:
    """Return the first known attempt with this verdict."""
    return next(text for path, text in files(slug).items() if path.startswith(f"attempts/{verdict}-{framework}-"))


def job(slug: str, framework: str, source: str, handed_in: float = 0.0) -> Job:
    """Return a submission."""
    number = str(next(_numbers))
    return Job(number, number, slug, "version", files(slug), framework, source, handed_in=handed_in)


@contextmanager
def working() -> Iterator[Grader]:
    """A grader as a worker has it, proved and warm."""
    with Sandbox() as sandbox:
        sandbox.warm()
        grader = Grader(sandbox, papers_ahead=PAPERS_AHEAD)
        try:
            yield grader
        finally:
            grader.close()
