"""Learning paths as files: what is wrong is said, and what ships leads somewhere and covers the fifteen."""

from pathlib import Path

import pytest

import quiz.bank
from exercises.folder import Folder, read_folders
from exercises.shipped import CONTENT as EXERCISES
from quiz.bank.entries import Entry, read_questions
from quiz.paths.entries import PathError, Step, check_slugs, read_path, read_paths, shipped_paths

QUESTIONS = Path(quiz.bank.__file__).parent / "content"
GOOD = """
title: One
outcome: You can do it.
seed: [1]
stages:
  - title: First
    about: Why.
    steps:
      - exercise: relu
      - question: relu
"""


@pytest.fixture(scope="module")
def exercises() -> list[Folder]:
    return read_folders(EXERCISES)


@pytest.fixture(scope="module")
def questions() -> list[Entry]:
    return read_questions(QUESTIONS)


@pytest.fixture
def written(tmp_path: Path):
    """Writes a path's file and returns it."""

    def write(text: str, name: str = "01-one.yaml") -> Path:
        (tmp_path / name).write_text(text)
        return tmp_path / name

    return write


def test_a_file_is_a_path(written) -> None:
    path = read_path(written(GOOD))
    assert (path.slug, path.title, path.seed) == ("one", "One", (1,))
    assert path.steps == [Step(exercise="relu"), Step(question="relu")]


def test_files_come_in_the_order_of_their_numbers(written) -> None:
    written(GOOD, "02-first.yaml")
    directory = written(GOOD, "10-second.yaml").parent
    assert [path.slug for path in read_paths(directory)] == ["first", "second"]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("one.yaml", GOOD, "one.yaml: expected two digits and a slug"),
        ("01-one.yaml", "title: [", "01-one.yaml: while parsing"),
        ("01-one.yaml", "- 1", "01-one.yaml: expected keys and values, got list"),
        ("01-one.yaml", GOOD.replace("about: Why.", "why: x"), "01-one.yaml: stages 1, about: Field required"),
        ("01-one.yaml", GOOD.replace("exercise: relu", "exercises: relu"), "stages 1, steps 1"),
        (
            "01-one.yaml",
            GOOD.replace("exercise: relu", "{exercise: a, question: b}"),
            "either an exercise or a question",
        ),
        ("01-one.yaml", GOOD.replace("question: relu", "exercise: relu"), "the exercise relu is in it twice"),
        ("01-one.yaml", GOOD.replace("outcome: You can do it.", "outcome: ''"), "01-one.yaml: outcome"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(written, name: str, text: str, problem: str) -> None:
    with pytest.raises(PathError, match=problem):
        read_paths(written(text, name).parent)


def test_all_files_with_mistakes_are_named(written) -> None:
    written("- 1", "01-one.yaml")
    directory = written("- 1", "02-two.yaml").parent
    with pytest.raises(PathError, match=r"01-one[\s\S]*02-two"):
        read_paths(directory)


def test_an_unknown_slug_is_named(written) -> None:
    paths = [read_path(written(GOOD))]
    check_slugs(paths, {"exercise": {"relu"}, "question": {"relu"}})
    with pytest.raises(PathError, match="path one: First: there is no question “relu”"):
        check_slugs(paths, {"exercise": {"relu"}, "question": {"softmax"}})


def test_every_step_that_ships_is_known(exercises: list[Folder], questions: list[Entry]) -> None:
    known = {"exercise": {each.slug for each in exercises}, "question": {each.slug for each in questions}}
    check_slugs(shipped_paths(), known)


def test_the_paths_cover_the_fifteen_first() -> None:
    covering = [path for path in shipped_paths() if path.seed]
    assert covering == shipped_paths()[: len(covering)]
    assert {number for path in covering for number in path.seed} == set(range(1, 16))


def test_the_fifteen_questions_are_on_paths(questions: list[Entry]) -> None:
    asked = {step.slug for path in shipped_paths() for step in path.steps if step.kind == "question"}
    assert {each.slug for each in questions if each.seed} <= asked


def test_exercises_of_the_fifteen_are_on_paths(exercises: list[Folder]) -> None:
    """One that belongs to none of the fifteen may stay outside; the reason of the skip says which do."""
    walked = {step.slug for path in shipped_paths() for step in path.steps if step.kind == "exercise"}
    outside = {each.slug for each in exercises if each.slug not in walked}
    belonging = {each.slug for each in exercises if each.facts.seed}
    assert outside & belonging == set(), "add them to a file in quiz/paths/content"
    if outside:
        pytest.skip(f"on no path: {', '.join(sorted(outside))}")
