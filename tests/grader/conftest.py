"""One real sandbox for all tests of the grader, and the small exercises in `fixtures/`."""

from pathlib import Path

import pytest

from grader.job import Job
from grader.judge import Grader
from grader.sandbox import Sandbox

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def grader(sandbox):
    return Grader(sandbox)


@pytest.fixture(scope="session")
def folder():
    """Read a fixture's files."""

    def read(slug):
        paths = [path for path in (FIXTURES / slug).rglob("*") if path.suffix in (".py", ".yaml", ".md")]
        return {path.relative_to(FIXTURES / slug).as_posix(): path.read_text() for path in paths}

    return read


@pytest.fixture
def grade(grader, folder):
    """Grade a source; the exercise is `shares` unless another is named."""

    def run(source, *, slug="shares", framework="numpy", seed=7, **more):
        return grader.grade(Job("1", "a", slug, "v1", folder(slug), framework, source, seed, **more))

    return run
