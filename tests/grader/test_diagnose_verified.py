"""A case that the folder's own `verify` judges still gets the diagnosis of the wrong solution that it equals."""

from pathlib import Path

import pytest

from grader.job import Job
from grader.judge import Grader
from grader.sandbox import Sandbox

CONTENT = Path(__file__).parents[2] / "exercises" / "content"


def files_of(slug: str) -> dict[str, str]:
    paths = [path for path in (CONTENT / slug).rglob("*.*") if path.suffix != ".pyc"]
    return {path.relative_to(CONTENT / slug).as_posix(): path.read_text() for path in paths}


FILES = files_of("xor-net")


@pytest.fixture(scope="module")
def grader():
    with Sandbox(profiles=("numpy", "author")) as sandbox:
        yield Grader(sandbox)


@pytest.mark.parametrize("reason", ["computes_or", "computes_and", "margin_too_small", "flat_output_weights"])
def test_the_mistake_is_named(grader: Grader, reason: str) -> None:
    source = FILES[f"attempts/wrong_answer-numpy-{reason}.py"]
    report = grader.grade(Job("1", "1", "xor-net", "1", FILES, "numpy", source, seed=1))
    assert report.verdict == "wrong_answer"
    assert report.diagnosis is not None
    assert report.diagnosis["slug"] == reason


def test_another_mistake_is_not_compared_with_the_reference(grader: Grader) -> None:
    source = FILES["attempts/accepted-numpy-relu_or_minus_and.py"].replace("-2.0", "-1.0")
    report = grader.grade(Job("1", "1", "xor-net", "1", FILES, "numpy", source, seed=1))
    assert report.verdict == "wrong_answer"
    assert report.diagnosis is None


def test_a_draw_from_the_global_state_is_named(grader: Grader) -> None:
    files = files_of("minibatches")
    source = files["attempts/wrong_answer-numpy-global_random_state.py"]
    report = grader.grade(Job("1", "1", "minibatches", "1", files, "numpy", source, seed=1))
    assert report.verdict == "wrong_answer"
    assert report.diagnosis is not None
    assert report.diagnosis["slug"] == "global_random_state"
