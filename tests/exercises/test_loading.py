from pathlib import Path

import pytest

from exercises.folder import Folder, make_folder, write_folder
from exercises.loading import load_exercises, store_all
from exercises.models import Exercise, ExerciseVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(softmax: Folder, tmp_path: Path) -> Path:
    write_folder(softmax, tmp_path)
    return tmp_path


def test_it_brings_a_folder_into_the_database(directory: Path, softmax: Folder) -> None:
    result = load_exercises(directory)

    exercise = Exercise.objects.get()
    assert result.created == 1
    assert exercise.folder == softmax
    assert (exercise.title, exercise.topic, exercise.frameworks) == (
        softmax.facts.title,
        "activations",
        ["numpy", "torch"],
    )


def test_loading_again_changes_nothing(directory: Path) -> None:
    load_exercises(directory)
    result = load_exercises(directory)

    assert (result.created, result.updated, result.unchanged) == (0, 0, 1)
    assert ExerciseVersion.objects.count() == 1


def test_a_changed_folder_is_a_new_version_beside_the_old_one(directory: Path, softmax: Folder) -> None:
    load_exercises(directory)
    (directory / "softmax" / "statement.md").write_text("Another task.")
    result = load_exercises(directory)

    assert result.updated == 1
    assert Exercise.objects.get().folder.statement == "Another task."
    assert ExerciseVersion.objects.filter(content_hash=softmax.content_hash).exists()


def test_going_back_to_an_old_folder_uses_its_version_again(softmax: Folder) -> None:
    other = make_folder("softmax", softmax.files | {"statement.md": "Another task."})
    for folder in (softmax, other, softmax):
        store_all([folder])

    assert ExerciseVersion.objects.count() == 2
    assert Exercise.objects.get().folder == softmax


def test_an_exercise_that_is_gone_is_taken_out_of_the_list(directory: Path) -> None:
    load_exercises(directory)
    result = store_all([])

    assert result.retired == 1
    assert not Exercise.objects.published().exists()
    assert ExerciseVersion.objects.exists()


def test_an_exercise_written_here_is_left_alone(directory: Path) -> None:
    mine = Exercise.objects.create(slug="softmax", title="Mine", shipped=False)
    result = load_exercises(directory)
    mine.refresh_from_db()

    assert result.skipped == ("softmax",)
    assert (mine.title, mine.published) == ("Mine", True)


def test_a_version_cannot_be_changed(exercise: Exercise) -> None:
    assert exercise.version is not None
    exercise.version.files = {}

    with pytest.raises(ValueError, match="never changed"):
        exercise.version.save()
